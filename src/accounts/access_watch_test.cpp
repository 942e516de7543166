#include "accounts/access_watch.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/text.hpp"

using namespace northlight;
using namespace northlight::accounts;

namespace {

std::string shipped() {
  std::ifstream in(NORTHLIGHT_SOURCE_DIR "/policy/access-watch.toml");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the policy that ships says from when an access is unusual, and that it is unverified") {
  const auto watch = parse_access_watch(shipped(), "access-watch.toml");
  REQUIRE(watch);
  CHECK(watch->unusual.first_hour == 7);
  CHECK(watch->unusual.least_files == 20);
  CHECK(watch->unusual.least_refused == 10);
  CHECK(watch->unusual.same_family_name);
  CHECK(watch->unusual.same_address);
  CHECK(watch->unusual.same_postcode);
  CHECK(watch->days_shown == 28);
  CHECK(watch->reason.least == 10);
  CHECK(watch->status == "unverified");
}

TEST_CASE("what is missing, unknown or out of bounds is refused with its key") {
  const auto refused = [](const char* from, const char* to) {
    const auto read = parse_access_watch(replace_all(shipped(), from, to), "w.toml");
    return read ? std::string("read") : read.error().where + " " + read.error().message;
  };
  CHECK(refused("first = 7", "first = 24").find("first") != std::string::npos);
  CHECK(refused("last = 19", "last = 3").find("last") != std::string::npos);
  CHECK(refused("times_usual = 3", "").find("times_usual") != std::string::npos);
  CHECK(refused("least_tries = 10", "least_tries = 0").find("least_tries") != std::string::npos);
  CHECK(refused("days = 28", "weeks = 4").find("days") != std::string::npos);
  CHECK(refused("address = true", "").find("address") != std::string::npos);
  CHECK(refused("postcode = true", "postcode = 3").find("postcode") != std::string::npos);
  CHECK(refused("status = \"unverified\"", "status = \"sure\"").find("status") !=
        std::string::npos);
}
