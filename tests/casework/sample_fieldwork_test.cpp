#include "casework/sample_fieldwork.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "casework/explain_files.hpp"
#include "casework/people.hpp"
#include "tests/casework/sampling.hpp"

using namespace northlight;
using namespace northlight::testing;
using casework::SampleEnd;
using store::SampleStage;

namespace {

struct Fieldwork : Sampling {
  explicit Fieldwork(store::Engine engine) : Sampling(engine), id(begun()) {
    send_list(id);
    REQUIRE(notify(id, {badger, curlew}, {inspector}));  // Until 18 December.
  }
  /// Goes on to that moment.
  void at(const char* moment) { service.now = *platform::parse_instant(moment); }
  Status lengthen(domain::PersonId who, std::optional<Date> last_day,
                  const std::string& reason = "Interviews were moved. Invented.") {
    return casework::lengthen_sample(*service.database, gate(), by(who), id, {last_day, reason});
  }
  Status add(domain::PersonId who, std::optional<domain::PersonId> person) {
    return casework::add_sample_reader(*service.database, gate(), by(who), id, person);
  }
  Status take(domain::PersonId who, domain::PersonId person) {
    return casework::take_sample_reader(*service.database, gate(), by(who), id, person);
  }
  /// How many files they are explained to see, each with why; as many as are counted.
  std::size_t explained(domain::PersonId who) {
    const auto auditor = service.person("log-auditor", "", "inspectorate");
    const auto inspectorate = service.organisation("inspectorate");
    const auto found = casework::explain_files(gate(), by(auditor), inspectorate, who, {}, 100);
    const auto counted = casework::explain_sight(gate(), by(auditor), inspectorate, who);
    REQUIRE(found);
    REQUIRE(counted);
    CHECK(counted->all.children == std::ssize(found->files));
    for (const auto& file : found->files) {
      REQUIRE(file.reasons.size() == 1);
      CHECK(file.reasons.front().until == *platform::parse_instant("2026-12-19T00:00:00.000Z"));
    }
    return found->files.size();
  }

  store::SampleId id;
};

template <typename F>
void fieldwork_everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    Fieldwork desk(engine);
    test(desk);
  }
}

std::string where_of(const Status& status) {
  REQUIRE_FALSE(status);
  return status.error().where;
}

}  // namespace

TEST_CASE("sight by a sample ends with its last day by itself, in decision, lists and reasons") {
  fieldwork_everywhere([](Fieldwork& desk) {
    desk.at("2026-12-18T23:59:59.000Z");
    CHECK(casework::open_child(desk.gate(), desk.by(desk.inspector), desk.badger));
    CHECK(desk.sees(desk.inspector).size() == 2);
    CHECK(desk.explained(desk.inspector) == 2);
    CHECK(desk.open(desk.inspector, desk.id).listed.stage == SampleStage::Notified);

    desk.at("2026-12-19T00:00:00.000Z");
    CHECK_FALSE(casework::open_child(desk.gate(), desk.by(desk.inspector), desk.badger));
    CHECK(desk.sees(desk.inspector).empty());
    CHECK(desk.explained(desk.inspector) == 0);
    const auto page = desk.open(desk.inspector, desk.id);
    CHECK(page.listed.stage == SampleStage::Ended);
    CHECK(std::ranges::none_of(page.cases, [](const auto& one) { return one.child.has_value(); }));
    // What has ended does not begin again; that the evidence is signed can still be said.
    for (const auto& refused :
         {desk.lengthen(desk.lead, day("2026-12-24")), desk.add(desk.lead, desk.other_inspector),
          desk.take(desk.lead, desk.inspector)}) {
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == ErrorCode::Conflict);
    }
    REQUIRE(desk.end(desk.id, SampleEnd::EvidenceSigned));
    CHECK(desk.open(desk.head, desk.id).listed.stage == SampleStage::Signed);
    // It did not end later for that.
    CHECK(desk.open(desk.head, desk.id).readers.front().until ==
          *platform::parse_instant("2026-12-19T00:00:00.000Z"));
  });
}

TEST_CASE("a sample is notified with a last day that the policy allows") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    desk.send_list(id);
    const auto notify = [&](std::optional<Date> last_day) {
      return casework::notify_sample(*desk.service.database, desk.gate(), desk.by(desk.lead), id,
                                     {{1}, {desk.inspector}, last_day});
    };
    const auto today = platform::day_in_london(desk.service.now);
    const auto latest = add_days(today, shipped_policy().sample_days());
    CHECK(where_of(notify({})) == "last_day");
    CHECK(where_of(notify(add_days(today, -1))) == "last_day");
    CHECK(where_of(notify(day("2026-12-06"))) == "last_day");  // Before the fieldwork begins.
    const auto late = notify(add_days(latest, 1));
    CHECK(where_of(late) == "last_day");
    CHECK(late.error().message.find(words(latest)) != std::string::npos);
    CHECK(desk.sees(desk.inspector).empty());
    REQUIRE(notify(latest));
    CHECK(desk.open(desk.head, id).listed.sample.last_day == latest);
  });
}

TEST_CASE("the lead inspector moves the last day with a reason, and the service reads it") {
  fieldwork_everywhere([](Fieldwork& desk) {
    CHECK(where_of(desk.lengthen(desk.lead, {})) == "last_day");
    CHECK(where_of(desk.lengthen(desk.lead, day("2026-12-18"))) == "last_day");
    CHECK(where_of(desk.lengthen(desk.lead, day("2026-12-17"))) == "last_day");
    CHECK(where_of(desk.lengthen(desk.lead, day("2027-06-01"))) == "last_day");
    CHECK(where_of(desk.lengthen(desk.lead, day("2026-12-22"), "  ")) == "reason");
    for (const auto& who : {desk.inspector, desk.head}) {
      const auto refused = desk.lengthen(who, day("2026-12-22"));
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == ErrorCode::Forbidden);
    }
    REQUIRE(desk.lengthen(desk.lead, day("2026-12-22")));
    desk.at("2026-12-22T23:59:59.000Z");
    CHECK(desk.sees(desk.inspector).size() == 2);
    const auto page = desk.open(desk.head, desk.id);
    REQUIRE(page.changes.size() == 1);
    const auto* const moved = std::get_if<store::LastDayMoved>(&page.changes.front().change);
    REQUIRE(moved != nullptr);
    CHECK(moved->before == day("2026-12-18"));
    CHECK(moved->last_day == day("2026-12-22"));
    CHECK(moved->reason == "Interviews were moved. Invented.");
    const auto lines = desk.lines("service", "sample-lengthened");
    REQUIRE(lines.size() == 2);  // The head of service was refused.
    CHECK(lines.back().action.find("last-day=2026-12-22") != std::string::npos);
    CHECK(lines.back().action.find("day-before=2026-12-18") != std::string::npos);
    CHECK(lines.back().listed.find(desk.badger.text()) != std::string::npos);
    CHECK(lines.back().justification == moved->reason);
    CHECK(desk.lines("inspectorate", "sample-lengthened").back().action == lines.back().action);
    desk.at("2026-12-23T00:00:00.000Z");
    CHECK(desk.sees(desk.inspector).empty());
  });
}

TEST_CASE("a colleague is added to a running sample and taken off it, each on the trail") {
  fieldwork_everywhere([](Fieldwork& desk) {
    CHECK(where_of(desk.add(desk.lead, {})) == "inspector");
    CHECK(where_of(desk.add(desk.lead, desk.inspector)) == "inspector");  // Sees them already.
    CHECK(where_of(desk.add(desk.lead, desk.worker)) == "inspector");
    CHECK_FALSE(desk.add(desk.inspector, desk.other_inspector));
    CHECK_FALSE(desk.add(desk.head, desk.other_inspector));
    const auto team = desk.open(desk.lead, desk.id).team;
    CHECK(team.size() == 3);
    CHECK(std::ranges::find(team, desk.inspector, &casework::TeamMember::person) == team.end());

    desk.at("2026-11-30T10:00:00.000Z");
    desk.erase(desk.curlew);
    REQUIRE(desk.add(desk.lead, desk.other_inspector));
    CHECK(desk.sees(desk.other_inspector) == Files{desk.badger});
    const auto added = desk.lines("service", "sample-reader-added");
    REQUIRE(added.size() == 2);  // The head of service was refused.
    CHECK(added.back().listed.find(desk.badger.text()) != std::string::npos);
    CHECK(added.back().action.find(desk.other_inspector.text()) != std::string::npos);
    CHECK(desk.lines("inspectorate", "sample-reader-added").back().listed.empty());
    desk.at("2026-11-30T11:00:00.000Z");
    // They come late, and their sight ends with that of the others.
    REQUIRE(desk.lengthen(desk.lead, day("2026-12-22")));
    desk.at("2026-12-22T10:00:00.000Z");
    CHECK(desk.sees(desk.other_inspector) == Files{desk.badger});

    CHECK_FALSE(desk.take(desk.inspector, desk.other_inspector));
    REQUIRE(desk.take(desk.lead, desk.other_inspector));
    CHECK(desk.sees(desk.other_inspector).empty());
    CHECK(desk.sees(desk.inspector) == Files{desk.badger});
    const auto twice = desk.take(desk.lead, desk.other_inspector);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == ErrorCode::NotFound);
    CHECK(desk.lines("service", "sample-reader-taken")
              .back()
              .action.find(desk.other_inspector.text()) != std::string::npos);
    const auto page = desk.open(desk.head, desk.id);
    CHECK(page.changes.size() == 3);
    CHECK(page.changes.back().person_name == page.changes.front().person_name);
    // Whoever went can come again, and what went does not come back by a later day.
    REQUIRE(desk.lengthen(desk.lead, day("2026-12-24")));
    CHECK(desk.sees(desk.other_inspector).empty());
    REQUIRE(desk.add(desk.lead, desk.other_inspector));
    CHECK(desk.sees(desk.other_inspector) == Files{desk.badger});
  });
}

TEST_CASE("a page of a sample shows the children of its part of the list alone") {
  fieldwork_everywhere([](Fieldwork& desk) {
    const auto id = desk.begun();
    const casework::SamplePlaces second{{2, 2}, {2, 2}, {2, 2}};
    const auto open = [&](domain::PersonId who) {
      auto page =
          casework::open_sample(*desk.service.database, desk.gate(), desk.by(who), id, second);
      REQUIRE(page);
      return *std::move(page);
    };
    const auto named = [](const casework::SamplePage& page) {
      return std::ranges::count_if(page.cases,
                                   [](const auto& one) { return one.child.has_value(); });
    };
    const auto asked = open(desk.head);
    CHECK(asked.all_fitting.size() == 3);
    REQUIRE(asked.fitting.size() == 1);
    CHECK(asked.fitting.front().id == asked.all_fitting.back());
    desk.send_list(id);
    CHECK(open(desk.head).cases.size() == 3);
    CHECK(named(open(desk.head)) == 1);
    REQUIRE(desk.notify(id, {desk.aardvark, desk.badger, desk.curlew}, {desk.other_inspector}));
    CHECK(named(open(desk.other_inspector)) == 1);
    CHECK(named(desk.open(desk.other_inspector, id)) == 3);
  });
}

TEST_CASE("samples are listed page by page, the latest begun first") {
  fieldwork_everywhere([](Fieldwork& desk) {
    desk.service.now += std::chrono::hours(1);
    const auto second = desk.begun();
    desk.service.now += std::chrono::hours(1);
    const auto third = desk.begun();
    const auto page = [&](std::size_t number) {
      auto found = casework::list_samples(desk.gate(), desk.by(desk.head), {number, 2});
      REQUIRE(found);
      CHECK(found->count == 3);
      return std::move(found)->samples;
    };
    REQUIRE(page(1).size() == 2);
    CHECK(page(1).front().sample.id == third);
    CHECK(page(1).back().sample.id == second);
    REQUIRE(page(2).size() == 1);
    CHECK(page(2).front().sample.id == desk.id);
    CHECK(page(2).front().sample.drawn == 2);
    CHECK(page(2).front().sample.listed == 3);
    CHECK(page(7).front().sample.id == desk.id);
  });
}
