#include "accounts/audit_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "accounts/glass.hpp"
#include "accounts/home_address.hpp"
#include "casework/file_marks.hpp"
#include "casework/notices.hpp"
#include "casework/victims.hpp"
#include "platform/keys.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {
namespace {

using accounts::AuditReading;
using accounts::Unusual;

/// As the policy that ships.
constexpr accounts::UnusualWhen watched{.first_hour = 7,
                                        .last_hour = 19,
                                        .times_usual = 3,
                                        .least_files = 20,
                                        .least_refused = 10,
                                        .same_family_name = true,
                                        .same_address = true,
                                        .same_postcode = true};

template <typename F>
void everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    AService service(engine);
    const auto keys = platform::Keys::for_this_run();
    AuditReading reading(*service.database, *service.gate, keys);
    test(service, reading);
  }
}

}  // namespace

TEST_CASE(
    "the auditor sees who has looked at a child, whether they opened it or saw it in a list") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto worker = service.person("practitioner", "North");
    const auto colleague = service.person("practitioner", "North");
    const auto file = service.child("Aardvark", "North", worker);
    const auto other = service.child("Badger", "North", worker);
    REQUIRE(casework::open_child(*service.gate, service.asker(worker), file));
    REQUIRE(casework::open_child(*service.gate, service.asker(worker), other));
    service.write([&](store::Transaction& transaction) -> Status {
      return store::append_audit(transaction, {.service = service.organisation("service"),
                                               .at = service.now,
                                               .person = colleague,
                                               .role = "practitioner",
                                               .action = "find-file",
                                               .listed = {other, file}});
    });
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto organisation = service.organisation("service");
    CHECK(accounts::audited_by(shipped_policy(), auditor) == organisation);

    const auto seen = reading.lines(auditor, {.service = organisation, .file = file}, {}, 10);
    REQUIRE(seen);
    REQUIRE(seen->lines.size() >= 2);
    CHECK(seen->lines[0].person == colleague);
    CHECK(seen->lines[0].listed == std::vector{other, file});
    CHECK(seen->lines[1].person == worker);
    CHECK(seen->lines[1].file == file);
    CHECK_FALSE(seen->lines[1].name.empty());
    CHECK_FALSE(seen->older);

    // The reading of the log is itself a row, which names what was asked for.
    CHECK(service.last_line() ==
          AService::Line{"read-audit", "allowed", "log-auditor", file.text(), {}, ""});

    const auto done_by = reading.lines(auditor, {.service = organisation, .person = worker}, {}, 1);
    REQUIRE(done_by);
    REQUIRE(done_by->lines.size() == 1);
    CHECK(done_by->lines[0].file == other);
    REQUIRE(done_by->older);
    const auto next =
        reading.lines(auditor, {.service = organisation, .person = worker}, done_by->older, 1);
    REQUIRE(next);
    CHECK(next->lines.front().file == file);

    const auto one = reading.line(auditor, organisation, seen->lines[1].number);
    REQUIRE(one);
    CHECK(one->lines.at(0).person == worker);
    CHECK(reading.line(auditor, organisation, 99'999).error().code == ErrorCode::NotFound);
  });
}

TEST_CASE(
    "the auditor finds a child by name, and each search is a line that names what it showed") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto file = service.child("Aardvark", "North");
    service.child("Badger", "North");
    const auto organisation = service.organisation("service");
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto sought = [&](std::string_view typed, std::size_t most = 20) {
      const auto found = reading.children(auditor, organisation, typed, most);
      REQUIRE(found);
      return *found;
    };
    const auto slip = sought("aardvrak");
    REQUIRE(slip.found.size() == 1);
    CHECK(slip.found.front().file == file);
    CHECK_FALSE(slip.service.empty());
    const auto line = service.last_line();
    CHECK(line.action == "child-sought");
    CHECK(line.listed == file.text());
    CHECK(sought(file.text()).found.size() == 1);

    CHECK(sought("Nobodysname").found.empty());
    CHECK(service.last_line().action == "child-sought");
    CHECK(service.last_line().listed.empty());
    CHECK(reading.children(auditor, organisation, " ", 20).error().where == "child");

    const auto second = service.child("Aardvark", "South");
    CHECK(sought("Aardvark", 1).found.size() == 1);
    CHECK(sought("Aardvark", 1).more);
    CHECK_FALSE(sought("Aardvark", 2).more);
    // What a mark closes to them is not found, by name or by number: not even that it is there.
    const auto head = service.person("head-of-service");
    REQUIRE(casework::restrict_file(*service.gate, service.asker(head), second, "Threats", {head}));
    CHECK(sought("Aardvark").found.size() == 1);
    CHECK(sought(second.text()).found.empty());
    REQUIRE(casework::declare_conflict(*service.gate, service.asker(head), file, auditor.person,
                                       "A neighbour"));
    CHECK(sought("Aardvark").found.empty());
  });
}

TEST_CASE("the auditor's search finds no victim, no erased file and no child of another service") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto file = service.child("Aardvark", "North");
    const auto worker = service.person("victim-worker", "North");
    const auto victim = casework::add_victim(
        *service.gate, service.asker(worker), organisation, "Aardvark",
        {.opened_on = day("2026-11-23"), .worker = {service.team("North"), worker}});
    REQUIRE(victim);
    const auto found = [&](const accounts::Asker& asker, const std::string& typed) {
      const auto all = reading.children(asker, organisation, typed, 20);
      return all ? all->found.size() : 99;
    };
    CHECK(found(auditor, "Aardvark") == 1);
    CHECK(found(auditor, victim->text()) == 0);
    for (const auto* const elsewhere : {"elsewhere", "inspectorate"}) {
      const auto other = service.asker(service.person("log-auditor", "", elsewhere));
      CHECK(found(other, "Aardvark") == 99);
      const auto own = reading.children(other, service.organisation(elsewhere), "Aardvark", 20);
      REQUIRE(own);
      CHECK(own->found.empty());
    }
    for (const auto* const role : {"head-of-service", "administrator", "victim-worker"})
      CHECK(found(service.asker(service.person(role)), "Aardvark") == 99);
    service.write([&](store::Transaction& transaction) {
      return transaction.run("update file set erased_at = '2026-11-23T09:00:00.000Z' where id = :f",
                             {{"f", file.text()}});
    });
    CHECK(found(auditor, "Aardvark") == 0);
    CHECK(found(auditor, file.text()) == 0);
  });
}

TEST_CASE("nobody but the auditor of the log reads it, and of no other service") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    for (const auto* role : {"practitioner", "practice-manager", "head-of-service", "administrator",
                             "service-analyst", "business-support"}) {
      CAPTURE(role);
      const auto asker = service.asker(
          service.person(role, std::string_view(role).starts_with("practi") ? "North" : ""));
      CHECK_FALSE(accounts::audited_by(shipped_policy(), asker));
      CHECK_FALSE(reading.lines(asker, {.service = organisation}, {}, 10));
      CHECK_FALSE(reading.line(asker, organisation, 1));
      CHECK_FALSE(reading.unusual(asker, organisation, {}, service.now, {}));
      CHECK_FALSE(reading.disclose(asker, {.service = organisation}, "Somebody", "To know"));
    }
    const auto elsewhere = service.asker(service.person("log-auditor", "", "elsewhere"));
    CHECK_FALSE(reading.lines(elsewhere, {.service = organisation}, {}, 10));
  });
}

TEST_CASE(
    "giving the log to somebody needs who and why, which are on the trail before it is given") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    const auto auditor = service.asker(service.person("log-auditor"));
    service.child("Curlew", "North");
    const auto before = service.trail().size();
    CHECK(reading.disclose(auditor, {.service = organisation}, " ", "To know").error().where ==
          "recipient");
    CHECK(reading.disclose(auditor, {.service = organisation}, "The Commissioner", "")
              .error()
              .where == "purpose");
    CHECK(service.trail().size() == before);
    const auto given = reading.disclose(auditor, {.service = organisation},
                                        "The Information Commissioner", "Complaint 12");
    REQUIRE(given);
    CHECK_FALSE(given->empty());
    const auto last = reading.lines(auditor, {.service = organisation}, {}, 1);
    REQUIRE(last);
    CHECK(last->lines[0].operation == store::AuditOperation::Disclosure);
    CHECK(last->lines[0].recipient == "The Information Commissioner");
    CHECK(last->lines[0].justification == "Complaint 12");
    CHECK(last->lines[0].action == "export-audit:rows=" + std::to_string(given->size()));
    // Which days and which kind of operation, too.
    const auto part =
        reading.disclose(auditor,
                         {.service = organisation,
                          .operation = store::AuditOperation::Erasure,
                          .from = noon("2026-11-22"),
                          .until = platform::start_of_day_in_london(day("2026-11-24"))},
                         "The Information Commissioner", "Complaint 12");
    REQUIRE(part);
    CHECK(service.last_line().action ==
          "export-audit:from=2026-11-22;last-day=2026-11-23;operation=erasure;rows=0");
  });
}

TEST_CASE("unusual access: no relation at that moment, and the child's family name") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    const auto worker = service.person("practitioner", "North");
    const auto head = service.person("head-of-service");
    const auto file = service.child("Dunlin", "North", worker);
    service.write([&](store::Transaction& transaction) {
      return transaction.run("update person set name = 'Ada Dunlin' where id = :id",
                             {{"id", worker.text()}});
    });
    REQUIRE(casework::open_child(*service.gate, service.asker(worker), file));
    REQUIRE(casework::open_child(*service.gate, service.asker(head), file));
    // Whoever is told of a broken glass, and says that they have seen it, has opened nothing.
    const auto manager = service.person("practice-manager", "South");
    REQUIRE(accounts::give_reason(*service.database, shipped_policy(),
                                  service.asker(service.person("practitioner", "South")), file,
                                  "The child is at reception.", {.least = 10, .most = 1'000}));
    const auto notices = casework::list_notices(*service.gate, service.asker(manager));
    REQUIRE(notices->size() == 1);
    REQUIRE(casework::acknowledge_notice(*service.database, *service.gate, service.asker(manager),
                                         notices->front().row.id));
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto found = reading.unusual(auditor, organisation, service.now - std::chrono::hours(1),
                                       service.now + std::chrono::hours(1), watched);
    REQUIRE(found);
    const auto has = [&](Unusual kind, domain::PersonId person) {
      return std::ranges::any_of(*found, [&](const accounts::UnusualAccess& one) {
        return one.kind == kind && one.person == person && one.file == file;
      });
    };
    CHECK(has(Unusual::SameName, worker));
    CHECK_FALSE(has(Unusual::NoRelation, worker));
    CHECK(has(Unusual::NoRelation, head));
    CHECK_FALSE(has(Unusual::NoRelation, manager));
    CHECK_FALSE(has(Unusual::SameName, head));
  });
}

TEST_CASE("unusual access: somebody who was refused often at files that are hidden from them") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    const auto outsider = service.person("practitioner", "", "elsewhere");
    const auto slips = service.person("practitioner", "", "elsewhere");
    const auto first = service.child("Dunlin", "North");
    const auto second = service.child("Curlew", "North");
    for (int tries = 0; tries < 5; ++tries)
      for (const auto file : {first, second})
        CHECK(casework::open_child(*service.gate, service.asker(outsider), file).error().code ==
              ErrorCode::NotFound);
    for (int tries = 0; tries < 9; ++tries)
      CHECK_FALSE(casework::open_child(*service.gate, service.asker(slips), first));
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto found = reading.unusual(auditor, organisation, service.now - std::chrono::hours(1),
                                       service.now + std::chrono::hours(1), watched);
    REQUIRE(found);
    std::vector<accounts::UnusualAccess> refused;
    for (const auto& one : *found)
      if (one.kind == Unusual::RefusedOften) refused.push_back(one);
    REQUIRE(refused.size() == 1);
    CHECK(refused.front().person == outsider);
    CHECK_FALSE(refused.front().file);
    CHECK(refused.front().why == "10 tries on one day that were refused: 10 at 2 files.");
  });
}

TEST_CASE("unusual access: what was typed to restrict a file is no broken glass") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    const auto head = service.person("head-of-service");
    const auto stranger = service.person("practitioner", "South");
    const auto file = service.child("Dunlin", "North");
    REQUIRE(casework::hold_file(*service.gate, service.asker(head), file, "An inquiry asks."));
    REQUIRE(accounts::give_reason(*service.database, shipped_policy(), service.asker(stranger),
                                  file, "The father rang.", {.least = 1, .most = 1'000}));
    REQUIRE(casework::open_child(*service.gate, service.asker(stranger), file));
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto found = reading.unusual(auditor, organisation, service.now - std::chrono::hours(1),
                                       service.now + std::chrono::hours(1), watched);
    REQUIRE(found);
    std::vector<accounts::UnusualAccess> given;
    for (const auto& one : *found)
      if (one.kind == Unusual::GlassBroken) given.push_back(one);
    REQUIRE(given.size() == 1);  // Once, though there are the reason and what it opened.
    CHECK(given.front().person == stranger);
  });
}

TEST_CASE("the auditor finds a colleague by part of a name or by their address") {
  everywhere([](AService& service, AuditReading& reading) {
    const auto organisation = service.organisation("service");
    const auto worker = service.person("practitioner", "North");
    service.person("practitioner", "", "elsewhere");
    service.write([&](store::Transaction& transaction) {
      return transaction.run("update person set name = 'Ada Dunlin' where id = :id",
                             {{"id", worker.text()}});
    });
    const auto auditor = service.asker(service.person("log-auditor"));
    for (const auto& typed : {std::string("DUNL"), " " + service.address(worker)}) {
      const auto found = reading.people(auditor, organisation, typed);
      REQUIRE(found);
      REQUIRE(found->size() == 1);
      CHECK(found->front().person == worker);
      CHECK(service.last_line().action == "read-audit");
    }
    CHECK(reading.people(auditor, organisation, " ").error().where == "who");
    CHECK_FALSE(reading.people(service.asker(worker), organisation, "Dunlin"));
  });
}

TEST_CASE(
    "unusual access: a file of the same address or postcode, by what somebody gave themself") {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    AService service(engine);
    const auto keys = platform::Keys::for_this_run();
    AuditReading reading(*service.database, *service.gate, keys);
    const auto organisation = service.organisation("service");
    const auto worker = service.person("practitioner", "North");
    const auto manager = service.person("practice-manager", "North");
    const auto file = service.child("Avocet", "North", worker);
    const auto next_door = service.child("Bittern", "North", worker);
    const auto moved_away = service.child("Curlew", "North", worker);
    const auto lives = [&](domain::FileId child, const char* house, const char* postcode,
                           const char* from) {
      REQUIRE(casework::correct_child(
          *service.gate, service.asker(manager), child,
          {.family_name = "Exampleby", .given_names = "Wren"},
          casework::NewAddress{house, "Weir Lane\nHollowbeck", postcode, day(from)}));
    };
    lives(file, "12 a", "xx1 2ab", "2026-01-05");
    lives(next_door, "14", "XX1 2AB", "2026-01-05");
    lives(moved_away, "12A", "XX1 2AB", "2025-01-05");
    lives(moved_away, "1", "XX9 9ZZ", "2026-02-01");
    for (const auto& child : {file, next_door, moved_away}) {
      REQUIRE(casework::open_child(*service.gate, service.asker(worker), child));
      REQUIRE(casework::open_child(*service.gate, service.asker(manager), child));
    }
    const auto auditor = service.asker(service.person("log-auditor"));
    const auto found = [&] {
      auto all = reading.unusual(auditor, organisation, service.now - std::chrono::hours(1),
                                 service.now + std::chrono::hours(1), watched);
      REQUIRE(all);
      std::erase_if(*all, [](const accounts::UnusualAccess& one) {
        return one.kind != Unusual::SameAddress && one.kind != Unusual::SamePostcode;
      });
      return *all;
    };
    CHECK(found().empty());  // Nobody has said where they live.
    REQUIRE(accounts::give_home_address(*service.database, keys, service.asker(worker), "XX12AB",
                                        "12A"));
    CHECK(service.last_line().action == "home-address-given");
    const auto seen = found();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].kind == Unusual::SameAddress);
    CHECK(seen[0].person == worker);
    CHECK(seen[0].file == file);
    CHECK(seen[1].kind == Unusual::SamePostcode);
    CHECK(seen[1].file == next_door);
    REQUIRE(accounts::forget_home_address(*service.database, service.asker(worker)));
    CHECK(found().empty());
  }
}

}  // namespace northlight::testing
