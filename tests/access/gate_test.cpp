#include <doctest/doctest.h>

#include "accounts/glass.hpp"
#include "accounts/may.hpp"
#include "casework/file_marks.hpp"
#include "casework/victims.hpp"
#include "store/glass.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {
namespace {

constexpr accounts::ReasonLength reason_length{10, 1'000};

using domain::Action;
using domain::Relation;

ErrorCode code_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

/// On each engine.
template <typename F>
void everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    AService service(engine);
    test(service);
  }
}

}  // namespace

TEST_CASE("a practitioner opens their own and their team's cases; the line is on the trail") {
  everywhere([](AService& service) {
    const auto worker = service.person("practitioner", "North");
    const auto file = service.child("Aardvark", "North", worker);
    const auto opened = casework::open_child(*service.gate, service.asker(worker), file);
    REQUIRE(opened);
    CHECK(opened->cases.size() == 1);
    CHECK(opened->allocations.front().person == worker);
    CHECK(service.last_line() ==
          AService::Line{"read-file", "allowed", "practitioner", file.text(), {}, ""});

    const auto colleague = service.person("practitioner", "North");
    CHECK(casework::open_child(*service.gate, service.asker(colleague), file));
  });
}

TEST_CASE("what nobody may know of answers as what does not exist, and is on the trail") {
  everywhere([](AService& service) {
    const auto file = service.child("Badger", "North");
    const auto nowhere = domain::FileId{IdBits{}};
    for (const auto& stranger :
         {service.person("practitioner", "", "elsewhere"), service.person("administrator"),
          service.person("partner-contributor", "", "partner"),
          service.person("inspector", "", "inspectorate")}) {
      const auto hidden = casework::open_child(*service.gate, service.asker(stranger), file);
      CHECK(service.last_line().outcome == "denied");
      const auto missing = casework::open_child(*service.gate, service.asker(stranger), nowhere);
      REQUIRE_FALSE(hidden);
      REQUIRE_FALSE(missing);
      CHECK(hidden.error() == missing.error());
      CHECK(hidden.error().code == ErrorCode::NotFound);
    }
  });
}

TEST_CASE("another team's case needs a reason, of which the manager is told, and which ends") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "South");
    const auto other_manager = service.person("practice-manager", "North");
    const auto worker = service.person("practitioner", "South");
    const auto file = service.child("Curlew", "North");
    CHECK(code_of(casework::open_child(*service.gate, service.asker(worker), file)) ==
          ErrorCode::NeedsReason);
    CHECK(service.last_line().outcome == "reason-asked");

    CHECK(code_of(accounts::give_reason(*service.database, shipped_policy(), service.asker(worker),
                                        file, "  why ", reason_length)) == ErrorCode::Invalid);
    CHECK(code_of(accounts::give_reason(*service.database, shipped_policy(), service.asker(worker),
                                        file, "....................", reason_length)) ==
          ErrorCode::Invalid);
    CHECK(accounts::give_reason(*service.database, shipped_policy(), service.asker(worker), file,
                                "The child is at reception.", reason_length));
    CHECK(service.last_line() == AService::Line{"give-reason", "allowed", "practitioner",
                                                file.text(), "The child is at reception.", ""});
    CHECK(casework::open_child(*service.gate, service.asker(worker), file));
    CHECK(service.last_line().justification == "The child is at reception.");

    const auto told = service.database->read(
        [&](store::Session& session) { return store::notices_to(session, manager, 10); });
    REQUIRE(told);
    REQUIRE(told->size() == 1);
    CHECK(told->front().about == worker);
    CHECK(told->front().file == file);
    const auto untold = service.database->read(
        [&](store::Session& session) { return store::notices_to(session, other_manager, 10); });
    CHECK(untold->empty());

    service.now += shipped_policy().glass_lasts();
    CHECK(code_of(casework::open_child(*service.gate, service.asker(worker), file)) ==
          ErrorCode::NeedsReason);
  });
}

TEST_CASE("a reason opens nothing of another service, nothing restricted and no conflict") {
  everywhere([](AService& service) {
    const auto head = service.person("head-of-service");
    const auto worker = service.person("practitioner", "South");
    const auto stranger = service.person("practitioner", "", "elsewhere");
    const auto file = service.child("Dunlin", "North");
    const auto give = [&](domain::PersonId person) {
      return accounts::give_reason(*service.database, shipped_policy(), service.asker(person), file,
                                   "I should like to see it.", reason_length);
    };
    CHECK(code_of(give(stranger)) == ErrorCode::NotFound);
    CHECK(service.last_line().outcome == "denied");

    REQUIRE(casework::declare_conflict(*service.gate, service.asker(head), file, worker, "Aunt"));
    CHECK(code_of(give(worker)) == ErrorCode::NotFound);
    REQUIRE(casework::lift_conflict(*service.gate, service.asker(head), file, worker));
    CHECK(give(worker));

    REQUIRE(casework::restrict_file(*service.gate, service.asker(head), file, "Threats", {head}));
    CHECK(code_of(casework::open_child(*service.gate, service.asker(worker), file)) ==
          ErrorCode::NotFound);
    CHECK(code_of(give(worker)) == ErrorCode::NotFound);
    CHECK(casework::open_child(*service.gate, service.asker(head), file));
    REQUIRE(casework::name_on_file(*service.gate, service.asker(head), file, worker));
    CHECK(casework::open_child(*service.gate, service.asker(worker), file));
  });
}

TEST_CASE("an allocation gives sight and takes it from whoever had the case before") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "North");
    const auto first = service.person("practitioner", "North");
    const auto second = service.person("practitioner", "South");
    const auto file = service.child("Egret", "North", first);
    CHECK(code_of(casework::open_child(*service.gate, service.asker(second), file)) ==
          ErrorCode::NeedsReason);
    REQUIRE(casework::allocate(*service.gate, service.asker(manager), file, service.case_of(file),
                               {service.team("South"), second}));
    CHECK(casework::open_child(*service.gate, service.asker(second), file));
    CHECK(code_of(casework::open_child(*service.gate, service.asker(first), file)) ==
          ErrorCode::NeedsReason);
    CHECK(code_of(casework::allocate(*service.gate, service.asker(second), file,
                                     service.case_of(file), {service.team("North"), first})) ==
          ErrorCode::Forbidden);
  });
}

TEST_CASE("cover lends what somebody sees for a time, and takes it back by itself") {
  everywhere([](AService& service) {
    const auto absent = service.person("practitioner", "North");
    const auto covering = service.person("practitioner", "South");
    const auto file = service.child("Finch", "North", absent);
    service.write([&](store::Transaction& transaction) {
      return accounts::arrange_cover(transaction, shipped_policy(), {.at = service.now},
                                     {absent, covering, service.organisation("service"),
                                      noon("2026-11-24"), noon("2026-11-27")});
    });
    const auto opens = [&] {
      return casework::open_child(*service.gate, service.asker(covering), file).has_value();
    };
    CHECK_FALSE(opens());
    service.now = noon("2026-11-24");
    CHECK(opens());
    const auto later = service.child("Gannet", "North", absent);
    CHECK(casework::open_child(*service.gate, service.asker(covering), later));
    service.now = noon("2026-11-27") - std::chrono::milliseconds(1);
    CHECK(opens());
    service.now = noon("2026-11-27");
    CHECK_FALSE(opens());
  });
}

TEST_CASE("inspectors see the sample from its notification until the evidence is signed") {
  everywhere([](AService& service) {
    const auto inspector = service.person("inspector", "", "inspectorate");
    const auto file = service.child("Heron", "North");
    const auto other = service.child("Ibis", "North");
    service.write([&](store::Transaction& transaction) {
      return store::give_sight(transaction, {.holder = store::Holder::of(inspector),
                                             .organisation = service.organisation("inspectorate"),
                                             .file = file,
                                             .relation = Relation::Sampled,
                                             .from = noon("2026-11-24"),
                                             .cause = store::SightCause::Sample,
                                             .cause_id = "inspection-1"});
    });
    const auto opens = [&](domain::FileId which) {
      return casework::open_child(*service.gate, service.asker(inspector), which).has_value();
    };
    CHECK_FALSE(opens(file));
    service.now = noon("2026-11-24");
    CHECK(opens(file));
    CHECK_FALSE(opens(other));
    service.now = noon("2026-12-04");
    service.write([&](store::Transaction& transaction) {
      return store::end_sight(transaction, store::SightCause::Sample, "inspection-1", service.now);
    });
    CHECK_FALSE(opens(file));
  });
}

TEST_CASE("a victim's file is behind a wall for everybody who does not work with victims") {
  everywhere([](AService& service) {
    const auto worker = service.person("victim-worker", "South");
    const auto practitioner = service.person("practitioner", "South");
    const auto head = service.person("head-of-service");
    const auto file = casework::add_victim(
        *service.gate, service.asker(worker), service.organisation("service"), "V-0001",
        {.opened_on = day("2026-11-23"), .worker = {service.team("South"), worker}});
    REQUIRE(file);
    const auto reads = [&](domain::PersonId person) {
      return service.gate->read(service.asker(person), Action::ReadFile, *file, {},
                                [](store::Session&, const store::Grant&) { return done(); });
    };
    CHECK(reads(worker));
    CHECK(code_of(reads(practitioner)) == ErrorCode::NotFound);
    CHECK(code_of(reads(head)) == ErrorCode::NeedsReason);
  });
}

TEST_CASE("a change that fails leaves nothing but the line that says so") {
  everywhere([](AService& service) {
    const auto worker = service.person("practitioner", "North");
    const auto file = service.child("Jackdaw", "North", worker);
    const auto failed =
        service.gate->change(service.asker(worker), Action::WriteRecord, file, {},
                             [&](store::Transaction& transaction, const store::Grant& grant,
                                 accounts::Trace&) -> Status {
                               NL_CHECK(store::set_stage(transaction, grant, service.case_of(file),
                                                         domain::CaseStage::Delivering));
                               return Error{ErrorCode::Conflict, "Somebody else changed it."};
                             });
    CHECK(code_of(failed) == ErrorCode::Conflict);
    CHECK(service.last_line().outcome == "failed");
    const auto opened = casework::open_child(*service.gate, service.asker(worker), file);
    CHECK(opened->cases.front().stage == domain::CaseStage::Opened);
  });
}

TEST_CASE("a list shows whose cases they are, page by page, and is one line with the ids") {
  everywhere([](AService& service) {
    const auto worker = service.person("practitioner", "North");
    const auto head = service.person("head-of-service");
    std::vector<domain::FileId> own;
    for (const auto* const name : {"Kestrel", "Avocet", "Linnet"})
      own.push_back(service.child(name, "North", worker));
    service.child("Merlin", "South");
    const accounts::Relations mine{Relation::OwnCase};
    const auto first = casework::list_children(*service.gate, service.asker(worker), mine, {}, 2);
    REQUIRE(first);
    REQUIRE(first->children.size() == 2);
    CHECK(first->children[0].family_name.reveal() == "Avocet");
    CHECK(first->cases.size() == 2);
    CHECK(service.last_line().listed == own[1].text() + " " + own[0].text());
    REQUIRE(first->next);
    const auto second =
        casework::list_children(*service.gate, service.asker(worker), mine, first->next, 2);
    REQUIRE(second->children.size() == 1);
    CHECK(second->children[0].family_name.reveal() == "Linnet");
    CHECK_FALSE(second->next);

    const accounts::Relations all{Relation::OwnCase, Relation::TeamCase, Relation::ServiceCase};
    CHECK(
        casework::list_children(*service.gate, service.asker(head), all, {}, 50)->children.size() ==
        4);
    REQUIRE(casework::restrict_file(*service.gate, service.asker(head), own[0], "Threats", {head}));
    CHECK(casework::list_children(*service.gate, service.asker(worker), all, {}, 50)
              ->children.size() == 3);
    const auto found = casework::find_children(*service.gate, service.asker(worker), all,
                                               Sensitive<std::string>("Kestrel"), 10);
    if (!found) FAIL(found.error().message);
    CHECK(found->children.empty());
    const auto by_head = casework::find_children(*service.gate, service.asker(head), all,
                                                 Sensitive<std::string>("kestral"), 10);
    REQUIRE(by_head);
    CHECK(by_head->children.size() == 1);
  });
}

}  // namespace northlight::testing
