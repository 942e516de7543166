#include "casework/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "accounts/scope.hpp"
#include "casework/file_marks.hpp"
#include "store/erasure.hpp"
#include "tests/casework/sampling.hpp"

using namespace northlight;
using namespace northlight::testing;
using casework::SampleEnd;
using store::SampleStage;

TEST_CASE(
    "inspectors see the cases of their sample from its notification until evidence is signed") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    desk.send_list(id);
    CHECK(desk.sees(desk.lead).empty());
    CHECK(desk.sees(desk.inspector).empty());

    desk.service.now += std::chrono::hours(1);
    REQUIRE(desk.notify(id, {desk.badger, desk.curlew}, {desk.lead, desk.inspector}));
    CHECK(desk.sees(desk.inspector) == Files{desk.badger, desk.curlew});
    CHECK(desk.sees(desk.lead) == Files{desk.badger, desk.curlew});
    CHECK(desk.sees(desk.other_inspector).empty());  // Of the inspectorate, and not of the team.
    CHECK(desk.sees(desk.reviewer).empty());
    CHECK(casework::open_child(desk.gate(), desk.by(desk.inspector), desk.badger));
    CHECK_FALSE(casework::open_child(desk.gate(), desk.by(desk.inspector), desk.aardvark));
    // Nobody sees what was seen from now on as of a moment before.
    auto before = desk.by(desk.inspector);
    before.at -= std::chrono::minutes(30);
    CHECK_FALSE(casework::open_child(desk.gate(), before, desk.badger));

    desk.service.now += std::chrono::hours(1);
    REQUIRE(desk.end(id, SampleEnd::EvidenceSigned));
    CHECK(desk.sees(desk.inspector).empty());
    CHECK(desk.sees(desk.lead).empty());
    CHECK_FALSE(casework::open_child(desk.gate(), desk.by(desk.inspector), desk.badger));
    const auto page = desk.open(desk.head, id);
    CHECK(page.listed.stage == SampleStage::Signed);
    REQUIRE(page.readers.size() == 2);
    CHECK(page.readers.front().until == page.listed.sample.signed_at);
  });
}

TEST_CASE("before a sample is notified the inspectorate is shown numbers and kinds, and no child") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    CHECK(desk.open(desk.lead, id).cases.empty());
    CHECK(desk.open(desk.lead, id).fitting.empty());
    CHECK(desk.open(desk.head, id).fitting.size() == 3);  // No victim's, and nothing after it.
    desk.send_list(id);
    const auto page = desk.open(desk.lead, id);
    REQUIRE(page.cases.size() == 3);
    for (const auto& one : page.cases) CHECK_FALSE(one.child);
    CHECK(page.team.size() == 4);
    const auto theirs = desk.open(desk.head, id);
    for (const auto& one : theirs.cases) CHECK(one.child);
    CHECK(theirs.team.empty());
    // Afterwards those that were drawn, and no others; of the service all.
    REQUIRE(desk.notify(id, {desk.badger}, {desk.inspector}));
    const auto seen = desk.open(desk.inspector, id);
    CHECK(std::ranges::count_if(seen.cases,
                                [](const auto& one) { return one.child.has_value(); }) == 1);
    const auto by_lead = desk.open(desk.lead, id);  // Who leads and is not of the team sees none.
    CHECK(
        std::ranges::none_of(by_lead.cases, [](const auto& one) { return one.child.has_value(); }));
    // Whoever sees a child by another sample is not told which number of this one it is.
    const auto second = desk.begun();
    desk.send_list(second);
    CHECK(desk.sees(desk.inspector) == Files{desk.badger});
    const auto undrawn = desk.open(desk.inspector, second);
    CHECK(undrawn.cases.size() == 3);
    CHECK(
        std::ranges::none_of(undrawn.cases, [](const auto& one) { return one.child.has_value(); }));
    REQUIRE(desk.notify(second, {desk.curlew}, {desk.lead}));
    const auto of_others = desk.open(desk.inspector, second);
    CHECK(std::ranges::none_of(of_others.cases,
                               [](const auto& one) { return one.child.has_value(); }));
  });
}

TEST_CASE("each chain tells of a sample, and the files are named in the service's alone") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    desk.send_list(id);
    REQUIRE(desk.notify(id, {desk.badger, desk.curlew}, {desk.inspector}));
    REQUIRE(desk.end(id, SampleEnd::EvidenceSigned));
    for (const auto* const code : {"sample-notified", "evidence-signed"}) {
      CAPTURE(code);
      const auto there = desk.lines("service", code);
      REQUIRE(there.size() == 1);
      for (const auto& file : {desk.badger, desk.curlew})
        CHECK(there.front().listed.find(file.text()) != std::string::npos);
      CHECK(there.front().listed.find(desk.aardvark.text()) == std::string::npos);
      CHECK(there.front().role == "lead-inspector");
      const auto here = desk.lines("inspectorate", code);
      REQUIRE(here.size() == 1);
      CHECK(here.front().listed.empty());
      CHECK(here.front().action == there.front().action);
    }
    CHECK(desk.lines("service", "sample-begun").size() == 1);
    CHECK(desk.lines("service", "sample-notified").front().action.find(desk.inspector.text()) !=
          std::string::npos);
    const auto sent = desk.lines("service", "case-list-sent");
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().listed.find(desk.aardvark.text()) != std::string::npos);
    CHECK(desk.lines("inspectorate", "case-list-sent").empty());
  });
}

TEST_CASE("marks take a sampled file away from whom they concern") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    desk.send_list(id);
    REQUIRE(desk.notify(id, {desk.aardvark, desk.badger, desk.curlew},
                        {desk.inspector, desk.other_inspector}));
    REQUIRE(casework::restrict_file(desk.gate(), desk.by(desk.head), desk.badger, "Invented",
                                    {desk.head}));
    CHECK(desk.sees(desk.inspector) == Files{desk.aardvark, desk.curlew});
    const auto page = desk.open(desk.inspector, id);
    CHECK(std::ranges::count_if(page.cases, [](const auto& one) {
            return one.drawn && one.is_held && !one.child;
          }) == 1);
    desk.conflict(desk.curlew, desk.inspector);
    CHECK(desk.sees(desk.inspector) == Files{desk.aardvark});
    CHECK(desk.sees(desk.other_inspector) == Files{desk.aardvark, desk.curlew});
  });
}

TEST_CASE(
    "the service sends its list, the lead inspector draws, and nobody does the other's part") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    const auto code = [](const auto& result) {
      REQUIRE_FALSE(result);
      return result.error().code;
    };
    auto& gate = desk.gate();
    auto& database = *desk.service.database;
    CHECK(code(casework::send_case_list(database, gate, desk.by(desk.lead), id, {})) ==
          ErrorCode::Forbidden);
    CHECK(code(casework::send_case_list(database, gate, desk.by(desk.worker), id, {})) ==
          ErrorCode::Forbidden);
    CHECK(code(casework::open_sample(database, gate, desk.by(desk.worker), id)) ==
          ErrorCode::Forbidden);
    // Of another service it does not exist, and is on the trail.
    CHECK(code(casework::open_sample(database, gate, desk.by(desk.head_elsewhere), id)) ==
          ErrorCode::NotFound);
    CHECK(code(casework::send_case_list(database, gate, desk.by(desk.head_elsewhere), id, {})) ==
          ErrorCode::NotFound);
    CHECK(casework::list_samples(gate, desk.by(desk.head_elsewhere))->samples.empty());
    desk.send_list(id);
    for (const auto& who : {desk.inspector, desk.head, desk.reviewer}) {
      CHECK(code(casework::notify_sample(
                database, gate, desk.by(who), id,
                {.numbers = {1}, .inspectors = {who}, .last_day = day("2026-12-18")})) ==
            ErrorCode::Forbidden);
      CHECK(code(casework::end_sample(database, gate, desk.by(who), id, SampleEnd::CalledOff)) ==
            ErrorCode::Forbidden);
      CHECK(code(casework::begin_sample(gate, desk.by(who), desk.typed())) == ErrorCode::Forbidden);
    }
    // Only people of the inspectorate who judge cases are given sight.
    const auto outsider = casework::notify_sample(
        database, gate, desk.by(desk.lead), id,
        {.numbers = {1}, .inspectors = {desk.worker}, .last_day = day("2026-12-18")});
    CHECK(code(outsider) == ErrorCode::Invalid);
    CHECK(outsider.error().where == "inspector");
    CHECK(desk.sees(desk.inspector).empty());
  });
}

TEST_CASE("each step is taken once, in its order") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    const auto conflicts = [](const auto& result) {
      REQUIRE_FALSE(result);
      CHECK(result.error().code == ErrorCode::Conflict);
    };
    conflicts(desk.notify(id, {}, {desk.inspector}));
    conflicts(desk.end(id, SampleEnd::EvidenceSigned));
    desk.send_list(id);
    conflicts(
        casework::send_case_list(*desk.service.database, desk.gate(), desk.by(desk.head), id, {}));
    conflicts(desk.end(id, SampleEnd::EvidenceSigned));
    REQUIRE(desk.notify(id, {desk.badger}, {desk.inspector}));
    conflicts(desk.notify(id, {desk.curlew}, {desk.inspector}));
    conflicts(desk.end(id, SampleEnd::CalledOff));  // A page of before does not end what runs now.
    CHECK(desk.sees(desk.inspector) == Files{desk.badger});
    REQUIRE(desk.end(id, SampleEnd::EvidenceSigned));
    conflicts(desk.end(id, SampleEnd::EvidenceSigned));

    const auto other = desk.begun();
    REQUIRE(desk.end(other, SampleEnd::CalledOff));
    conflicts(casework::send_case_list(*desk.service.database, desk.gate(), desk.by(desk.head),
                                       other, {}));
    CHECK(desk.open(desk.lead, other).listed.stage == SampleStage::CalledOff);
  });
}

TEST_CASE("a case is left out of the list for a reason only, and only what fits is on it") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    const auto fitting = desk.open(desk.head, id).fitting;
    REQUIRE(fitting.size() == 3);
    const auto send = [&](const casework::CaseListTyped& typed) {
      return casework::send_case_list(*desk.service.database, desk.gate(), desk.by(desk.head), id,
                                      typed);
    };
    const auto without_why = send({.cases = {fitting[0].id, fitting[1].id}});
    REQUIRE_FALSE(without_why);
    CHECK(without_why.error().where == "why");
    const auto none = send({});
    REQUIRE_FALSE(none);
    CHECK(none.error().where == "case");
    const auto later = send({.cases = {desk.service.case_of(desk.dunlin)}, .why = "Invented"});
    REQUIRE_FALSE(later);
    CHECK(later.error().where == "case");
    REQUIRE(send({.cases = {fitting[0].id, fitting[1].id}, .why = "Moves away. Invented."}));
    const auto page = desk.open(desk.lead, id);
    CHECK(page.cases.size() == 2);
    CHECK(page.listed.sample.left_out == 1);
    CHECK(page.listed.sample.left_out_why == "Moves away. Invented.");
  });
}

TEST_CASE("what the service does not hold any more cannot be drawn, and is named by its number") {
  sampling_everywhere([](Sampling& desk) {
    const auto id = desk.begun();
    desk.send_list(id);
    const auto erased = desk.number_of(id, desk.badger);
    desk.erase(desk.badger);
    const auto refused = desk.notify_numbers(id, {erased}, {desk.inspector});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "case");
    CHECK(refused.error().message.find("case " + std::to_string(erased)) != std::string::npos);
    // A file that another service has taken over is none of this sample.
    const auto moved = desk.number_of(id, desk.aardvark);
    desk.move_elsewhere(desk.aardvark);
    const auto both = desk.notify_numbers(id, {erased, moved}, {desk.inspector});
    REQUIRE_FALSE(both);
    CHECK(both.error().message.find("files of cases") != std::string::npos);
    CHECK(desk.sees(desk.inspector).empty());
    REQUIRE(desk.notify(id, {desk.curlew}, {desk.inspector}));
    const auto unknown = desk.begun();
    const auto page = desk.open(desk.head, id);
    CHECK(std::ranges::count_if(page.cases, [](const auto& one) { return !one.is_held; }) == 2);
    // What was drawn and erased later stays as a number.
    desk.erase(desk.curlew);
    const auto after = desk.open(desk.inspector, id);
    CHECK(std::ranges::count_if(after.cases, [](const auto& one) {
            return one.drawn && !one.is_held && !one.child;
          }) == 1);
    CHECK(desk.end(id, SampleEnd::EvidenceSigned));
    CHECK(desk.end(unknown, SampleEnd::CalledOff));
  });
}
