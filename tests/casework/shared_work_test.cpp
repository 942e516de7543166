#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "accounts/glass.hpp"
#include "accounts/scope.hpp"
#include "casework/due.hpp"
#include "casework/file_desk.hpp"
#include "casework/file_marks.hpp"
#include "casework/links.hpp"
#include "casework/notices.hpp"
#include "casework/sign_off.hpp"
#include "casework/victims.hpp"
#include "forms/read_forms.hpp"
#include "platform/random.hpp"
#include "tests/access/a_service.hpp"

using namespace northlight;
using namespace northlight::casework;
using northlight::testing::AService;
using northlight::testing::day;

namespace {

/// Two practitioners of the team, one of another team, and their manager.
struct Team {
  explicit Team(store::Engine engine)
      : service(engine),
        worker(service.person("practitioner", "North")),
        colleague(service.person("practitioner", "North")),
        stranger(service.person("practitioner", "South")),
        manager(service.person("practice-manager", "North")),
        file(service.child("Dunlin", "North", worker)) {}

  Gate& gate() const { return *service.gate; }
  Asker by(domain::PersonId person) const { return service.asker(person); }
  Status allocate(const Worker& to) {
    const auto given = casework::allocate(gate(), by(manager), file, service.case_of(file), to);
    return given ? done() : Status(given.error());
  }
  std::vector<store::AllocationRow> working() {
    auto rows = open_child(gate(), by(manager), file)->allocations;
    std::erase_if(rows, [&](const auto& row) { return !row.in_force(service.now); });
    return rows;
  }

  AService service;
  domain::PersonId worker, colleague, stranger, manager;
  domain::FileId file;
};

template <typename F>
void everywhere(F test) {
  for (const auto engine : northlight::testing::engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Team team(engine);
    test(team);
  }
}

template <typename Outcome>
std::string where_of(const Outcome& outcome) {
  return outcome ? "" : outcome.error().where;
}

}  // namespace

TEST_CASE("a list says of what kind a case is to whoever reads it at once, and to nobody else") {
  everywhere([](Team& team) {
    const auto support = team.service.person("business-support");
    REQUIRE(casework::hold_file(team.gate(), team.by(team.service.person("head-of-service")),
                                team.file, "A claim."));
    const auto listed_to = [&](domain::PersonId person) {
      auto page = list_children(team.gate(), team.by(person), accounts::any_relation, {}, 10);
      REQUIRE(page);
      REQUIRE(page->cases.size() == 1);
      return *std::move(page);
    };
    for (const auto& person : {team.worker, team.manager}) {
      CHECK(listed_to(person).cases.front().kind.has_value());
      CHECK(listed_to(person).cases.front().stage.has_value());
      CHECK(listed_to(person).children.front().held);
    }
    for (const auto& person : {team.stranger, support}) {
      const auto page = listed_to(person);
      CHECK_FALSE(page.cases.front().kind.has_value());
      CHECK_FALSE(page.cases.front().stage.has_value());
      CHECK(page.cases.front().worker.has_value());
      CHECK_FALSE(page.children.front().held);
    }
  });
}

TEST_CASE("a case is given to somebody who can open it") {
  everywhere([](Team& team) {
    const auto south = team.service.team("South");
    std::set<domain::PersonId> offered;
    for (const auto* role : {"board-member", "log-auditor", "administrator", "service-analyst"}) {
      CAPTURE(std::string(role));
      const auto person = team.service.person(role);
      const auto given = casework::allocate(team.gate(), team.by(team.manager), team.file,
                                            team.service.case_of(team.file), {south, person});
      REQUIRE_FALSE(given);
      CHECK(given.error().where == "person");
      CHECK(given.error().message.find("works on cases") != std::string::npos);
      offered.insert(person);
    }
    const auto desk = casework::open_desk(team.gate(), team.by(team.manager), team.file,
                                          domain::Action::Allocate);
    REQUIRE(desk);
    for (const auto& worker : desk->workers) CHECK_FALSE(offered.contains(worker.id));
    for (const auto& worker : {team.worker, team.stranger, team.manager})
      CHECK(std::ranges::count(desk->workers, worker, &store::Person::id) == 1);
    // A court officer of no team yet may be given one.
    CHECK(team.allocate({south, team.service.person("court-officer", "South")}));
  });
}

TEST_CASE("somebody works alongside until that ends, and whoever leads goes on leading") {
  everywhere([](Team& team) {
    const auto south = team.service.team("South");
    CHECK_FALSE(open_child(team.gate(), team.by(team.stranger), team.file));
    REQUIRE(team.allocate({south, team.stranger, domain::WorkPart::Alongside}));
    CHECK(team.working().size() == 2);
    CHECK(open_child(team.gate(), team.by(team.stranger), team.file));
    CHECK(open_child(team.gate(), team.by(team.worker), team.file));
    CHECK(where_of(team.allocate({south, team.stranger, domain::WorkPart::Alongside})) == "person");
    CHECK(where_of(team.allocate({south, {}, domain::WorkPart::Alongside})) == "person");
    // A list has the case once, with who leads.
    const auto listed =
        list_children(team.gate(), team.by(team.manager), accounts::any_relation, {}, 10);
    REQUIRE(listed);
    CHECK(listed->cases.size() == 1);

    const auto rows = team.working();
    const auto alongside =
        std::ranges::find(rows, domain::WorkPart::Alongside, &store::AllocationRow::part);
    const auto lead = std::ranges::find(rows, domain::WorkPart::Lead, &store::AllocationRow::part);
    REQUIRE(alongside != rows.end());
    CHECK(where_of(end_allocation(team.gate(), team.by(team.manager), team.file, lead->id)) ==
          "part");
    REQUIRE(end_allocation(team.gate(), team.by(team.manager), team.file, alongside->id));
    CHECK(team.working().size() == 1);
    CHECK_FALSE(open_child(team.gate(), team.by(team.stranger), team.file));
    CHECK_FALSE(end_allocation(team.gate(), team.by(team.manager), team.file, alongside->id));
  });
}

TEST_CASE("a case changes hands on a day to come, and not before") {
  everywhere([](Team& team) {
    const auto south = team.service.team("South");
    const auto today = platform::day_in_london(team.service.now);
    CHECK(where_of(team.allocate(
              {south, team.stranger, domain::WorkPart::Lead, add_days(today, -1)})) == "from");
    CHECK(where_of(team.allocate(
              {south, team.stranger, domain::WorkPart::Lead, add_days(today, 91)})) == "from");
    REQUIRE(team.allocate({south, team.stranger, domain::WorkPart::Lead, add_days(today, 3)}));
    CHECK(open_child(team.gate(), team.by(team.worker), team.file));
    CHECK_FALSE(open_child(team.gate(), team.by(team.stranger), team.file));
    team.service.now += std::chrono::days(3);
    CHECK(open_child(team.gate(), team.by(team.stranger), team.file));
    CHECK_FALSE(open_child(team.gate(), team.by(team.worker), team.file));
  });
}

TEST_CASE("a child of the same birthday is found by whoever may find them, and by nobody else") {
  everywhere([](Team& team) {
    const auto born = day("2010-03-27");
    REQUIRE(correct_child(team.gate(), team.by(team.worker), team.file,
                          {.family_name = "Dunlin", .given_names = "Wren", .born_on = born}));
    const auto found = children_born_on(team.gate(), team.by(team.stranger), born, 5);
    REQUIRE(found);
    REQUIRE(found->children.size() == 1);
    CHECK(found->children.front().file == team.file);
    CHECK(children_born_on(team.gate(), team.by(team.stranger), day("2010-03-28"), 5)
              ->children.empty());
    const auto elsewhere = team.service.person("practitioner", "", "elsewhere");
    CHECK(children_born_on(team.gate(), team.by(elsewhere), born, 5)->children.empty());
  });
}

TEST_CASE("what is unfinished and what is promised is listed for those who work with the child") {
  everywhere([](Team& team) {
    const auto forms = forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
    REQUIRE(forms);
    const auto keys = platform::Keys::for_this_run();
    const store::Archive archive{*forms, keys};
    const auto record = begin_record(team.gate(), archive, team.by(team.worker), team.file,
                                     forms::FormCode{"management-oversight"});
    REQUIRE(record);
    const accounts::Relations own{domain::Relation::OwnCase};
    const accounts::Relations of_team{domain::Relation::OwnCase, domain::Relation::TeamCase};
    const auto due = [&](domain::PersonId person, accounts::Relations whose) {
      auto found = what_is_due(team.gate(), team.by(person), *forms, whose);
      REQUIRE(found);
      return *std::move(found);
    };
    CHECK(due(team.worker, own).unfinished.size() == 1);
    CHECK(due(team.worker, own).children.size() == 1);
    CHECK(due(team.colleague, own).unfinished.empty());
    CHECK(due(team.colleague, of_team).unfinished.size() == 1);
    CHECK(due(team.stranger, of_team).unfinished.empty());

    forms::Answers answers;
    const auto put = [&](const char* field, forms::Answer answer) {
      answers.fields.insert_or_assign(forms::FieldCode(field), std::move(answer));
    };
    const auto today = platform::day_in_london(team.service.now);
    put("looked_on", today);
    put("looked_at", forms::Chosen{"plan"});
    for (const auto* const field : {"on_desistance", "on_child", "on_others"})
      put(field, std::string("Good."));
    forms::Row step{.id = platform::random_id<domain::RowId>()};
    step.answers.insert_or_assign(forms::FieldCode("asked_what"), std::string("Ring the school"));
    step.answers.insert_or_assign(forms::FieldCode("asked_of"), std::string("Wren"));
    step.answers.insert_or_assign(forms::FieldCode("asked_by"), forms::Answer{add_days(today, 5)});
    answers.groups[forms::FieldCode("asked")] = {step};
    const auto kept = keep_page(team.gate(), archive, team.by(team.worker), team.file, *record, 0,
                                "one", answers);
    REQUIRE(kept);
    const auto made =
        sign_record(team.gate(), archive, team.by(team.worker), team.file, *record, kept->seq);
    REQUIRE(made);
    REQUIRE(made->done());
    const auto after = due(team.worker, own);
    CHECK(after.unfinished.empty());
    REQUIRE(after.promised.size() == 1);
    CHECK(after.promised.front().what.reveal() == "Ring the school");
    CHECK(after.promised.front().due_on == add_days(today, 5));
    team.service.now -= std::chrono::days(3);  // Eight days ahead is no concern yet.
    CHECK(due(team.worker, own).promised.empty());
  });
}

TEST_CASE("a manager acknowledges what they were told, and nobody does it for them") {
  everywhere([](Team& team) {
    const auto south_manager = team.service.person("practice-manager", "South");
    REQUIRE(accounts::give_reason(*team.service.database, testing::shipped_policy(),
                                  team.by(team.stranger), team.file, "The child is at reception.",
                                  {.least = 10, .most = 1'000}));
    const auto notices = list_notices(team.gate(), team.by(south_manager));
    REQUIRE(notices);
    REQUIRE(notices->size() == 1);
    const auto& one = notices->front();
    CHECK(one.row.reason == "The child is at reception.");
    CHECK_FALSE(one.row.seen_at);
    REQUIRE(one.child);
    auto& database = *team.service.database;
    CHECK_FALSE(acknowledge_notice(database, team.gate(), team.by(team.worker), one.row.id));
    REQUIRE(acknowledge_notice(database, team.gate(), team.by(south_manager), one.row.id));
    CHECK(team.service.last_line().action == "acknowledge-reason");
    CHECK(list_notices(team.gate(), team.by(south_manager))->front().row.seen_at);
    CHECK(acknowledge_notice(database, team.gate(), team.by(south_manager), one.row.id));
  });
}

TEST_CASE(
    "who is told of a victim's file that was opened with a reason finds it by its reference") {
  everywhere([](Team& team) {
    const auto theirs = team.service.person("victim-worker", "North");
    const auto colleague = team.service.person("victim-worker", "South");
    const auto file =
        add_victim(team.gate(), team.by(theirs), team.service.organisation("service"), "V-0042",
                   {.opened_on = platform::day_in_london(team.service.now),
                    .worker = {team.service.team("North"), theirs}});
    REQUIRE(file);
    REQUIRE(accounts::give_reason(*team.service.database, testing::shipped_policy(),
                                  team.by(colleague), *file, "The victim is at reception.",
                                  {.least = 10, .most = 1'000}));
    // Nobody leads the team of the South: who leads another is told, and leads the file's own.
    const auto notices = list_notices(team.gate(), team.by(team.manager));
    REQUIRE(notices);
    REQUIRE(notices->size() == 1);
    CHECK_FALSE(notices->front().child);
    REQUIRE(notices->front().victim);
    CHECK(notices->front().victim->reference == "V-0042");
  });
}

TEST_CASE("whoever was asked in sees the file for that time, or until it is ended") {
  everywhere([](Team& team) {
    const auto partner = team.service.person("partner-contributor", "", "partner");
    const auto keys = platform::Keys::for_this_run();
    const auto made = invite(team.gate(), keys, team.by(team.manager), team.file,
                             {.until = team.service.now + std::chrono::days(10),
                              .asked = "Is the child in lessons?",
                              .address = team.service.address(partner)});
    REQUIRE(made);
    const auto sees = [&] {
      return !list_children(team.gate(), team.by(partner), accounts::any_relation, {}, 5)
                  ->children.empty();
    };
    CHECK(sees());
    const auto desk = open_sharing(team.gate(), keys, team.by(team.manager), team.file);
    REQUIRE(desk);
    REQUIRE(desk->invitations.size() == 1);
    CHECK(desk->invitations.front().person == partner);
    CHECK(std::ranges::any_of(desk->invitable,
                              [&](const auto& one) { return one.person == partner; }));
    CHECK_FALSE(open_sharing(team.gate(), keys, team.by(team.stranger), team.file));
    REQUIRE(end_invitation(team.gate(), team.by(team.manager), team.file, *made));
    CHECK_FALSE(sees());
    CHECK_FALSE(end_invitation(team.gate(), team.by(team.manager), team.file, "nothing"));
  });
}
