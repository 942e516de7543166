#include <doctest/doctest.h>

#include "accounts/audit_reading.hpp"
#include "platform/keys.hpp"
#include "tests/access/a_service.hpp"

// The auditor finds by name whoever did something that the service's log tells of, and nobody else.
namespace northlight::testing {
namespace {

using Names = std::vector<std::string>;

struct Auditing {
  explicit Auditing(store::Engine engine) : service(engine) {}

  domain::PersonId of(std::string_view where, std::string_view role, std::string_view name) {
    return service.write([&](store::Transaction& transaction) {
      return accounts::join(
          transaction, shipped_policy(), {.at = service.now},
          {std::string(name), std::string(name) + "@" + std::string(where) + ".example",
           accounts::NewRole{.role = std::string(role),
                             .organisation = service.organisation(where),
                             .from = day("2026-01-05")}});
    });
  }
  /// Looks for a file of the service: a line of its log, whatever comes of it.
  void tries(domain::PersonId person, domain::FileId file) {
    static_cast<void>(casework::open_child(*service.gate, service.asker(person), file));
  }
  std::vector<accounts::AuditedPerson> sought(std::string_view typed) {
    const auto found =
        reading.people(service.asker(auditor), service.organisation("service"), typed);
    REQUIRE(found);
    return *found;
  }
  Names found(std::string_view typed) {
    Names names;
    for (const auto& one : sought(typed))
      names.push_back(one.name + (one.elsewhere ? ", " + *one.elsewhere : ""));
    return names;
  }

  AService service;
  platform::Keys keys = platform::Keys::for_this_run();
  accounts::AuditReading reading{*service.database, *service.gate, keys};
  domain::PersonId auditor = service.person("log-auditor");
};

template <typename F>
void everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Auditing it(engine);
    test(it);
  }
}

}  // namespace

TEST_CASE("the auditor finds those of other organisations who have a line in the service's log") {
  everywhere([](Auditing& it) {
    const auto file = it.service.child("Aardvark", "North");
    const auto colleague = it.of("service", "practitioner", "Wren-Marlow");
    const auto inspector = it.of("inspectorate", "inspector", "Marlow-Iris");
    const auto partner = it.of("partner", "partner-contributor", "Marlow-Pat");
    CHECK(it.found("marlow") == Names{"Wren-Marlow"});
    it.tries(inspector, file);
    CHECK(it.found("marlow") == Names{"Wren-Marlow", "Marlow-Iris, inspectorate"});
    it.tries(partner, file);
    it.tries(colleague, file);
    CHECK(it.found("MARLOW") ==
          Names{"Wren-Marlow", "Marlow-Iris, inspectorate", "Marlow-Pat, partner"});

    const auto pat = it.sought("marlow-pat");
    REQUIRE(pat.size() == 1);
    CHECK(pat.front().person == partner);
    // Where they sign in and until when they worked is their own organisation's.
    CHECK(pat.front().sign_in_name.empty());
    CHECK_FALSE(pat.front().left_on);
    const auto lines = it.reading.lines(
        it.service.asker(it.auditor),
        {.service = it.service.organisation("service"), .person = pat.front().person}, {}, 10);
    REQUIRE(lines);
    CHECK(lines->lines.size() == 1);
  });
}

TEST_CASE("nobody of elsewhere without a line in the service's log is found, whatever is typed") {
  everywhere([](Auditing& it) {
    const auto file = it.service.child("Aardvark", "North");
    const auto stranger = it.of("elsewhere", "practitioner", "Marlow-Ash");
    const auto theirs = it.of("elsewhere", "log-auditor", "Marlow-Rowan");
    it.of("inspectorate", "inspector", "Marlow-Iris");
    // They have lines, in the log of their own service.
    REQUIRE(it.reading.people(it.service.asker(theirs), it.service.organisation("elsewhere"), "a"));
    const auto nothing_of = [&](std::string_view typed) { CHECK(it.found(typed).empty()); };
    for (const auto* const typed : {"Marlow", "marlow-ash", "Marlow-Ash@elsewhere.example",
                                    "Marlow-Iris@inspectorate.example"})
      nothing_of(typed);
    nothing_of(stranger.text());
    // Nor by the address of somebody who has: that is not in the log.
    it.tries(stranger, file);
    CHECK(it.found("marlow") == Names{"Marlow-Ash, elsewhere"});
    nothing_of("Marlow-Ash@");
    // To what somebody of elsewhere is in one log, they are nothing in another.
    const auto other =
        it.reading.people(it.service.asker(theirs), it.service.organisation("elsewhere"), "Wren");
    REQUIRE(other);
    CHECK(other->empty());
    CHECK_FALSE(
        it.reading.people(it.service.asker(theirs), it.service.organisation("service"), "Marlow"));
  });
}

}  // namespace northlight::testing
