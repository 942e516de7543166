#include "accounts/known_sessions.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::accounts;
using namespace std::chrono_literals;

namespace {

const auto nine = *platform::parse_instant("2026-06-10T09:00:00.000Z");

KnownSession known(std::string role) {
  const std::string anything(26, '1');
  return {.found = {.session = {.id = *store::SignInSessionId::parse(anything),
                                .person = *domain::PersonId::parse(anything)},
                    .name = Sensitive(std::string("Morgan"))},
          .roles = {{std::move(role), *domain::OrganisationId::parse(anything), {}}},
          .covers = {},
          .from = nine,
          .until = nine + 1h};
}

}  // namespace

TEST_CASE("a session is known at the version that it was looked up at, and at no other") {
  KnownSessions all;
  all.keep("a", 7, known("practitioner"));
  REQUIRE(all.find("a", 7, nine));
  CHECK(all.find("a", 7, nine)->roles.front().role == "practitioner");
  CHECK_FALSE(all.find("b", 7, nine));
  CHECK_FALSE(all.find("a", 6, nine));
  CHECK_FALSE(all.find("a", 8, nine));
}

TEST_CASE("what was looked up before others is let go") {
  KnownSessions all;
  all.keep("a", 7, known("practitioner"));
  all.keep("b", 8, known("practice-manager"));
  CHECK_FALSE(all.find("a", 7, nine));
  CHECK_FALSE(all.find("a", 8, nine));
  all.keep("a", 7, known("practitioner"));
  CHECK_FALSE(all.find("a", 7, nine));
  CHECK(all.find("b", 8, nine));
}

TEST_CASE("a session is known for its time, and not by a clock that was set back") {
  KnownSessions all;
  all.keep("a", 7, known("practitioner"));
  CHECK(all.find("a", 7, nine + 1h - 1ms));
  CHECK_FALSE(all.find("a", 7, nine + 1h));
  CHECK_FALSE(all.find("a", 7, nine - 1ms));
}

TEST_CASE("so many are known at most, and one may be forgotten") {
  KnownSessions all(2);
  all.keep("a", 7, known("practitioner"));
  all.keep("b", 7, known("practitioner"));
  all.forget("a");
  all.forget("c");
  CHECK_FALSE(all.find("a", 7, nine));
  CHECK(all.find("b", 7, nine));
  all.keep("c", 7, known("practitioner"));
  CHECK(all.find("b", 7, nine));
  all.keep("d", 7, known("practitioner"));
  CHECK_FALSE(all.find("b", 7, nine));
  CHECK(all.find("d", 7, nine));
}
