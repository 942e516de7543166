#include <doctest/doctest.h>

#include <map>
#include <set>

#include "accounts/scope.hpp"
#include "casework/due.hpp"
#include "casework/links.hpp"
#include "casework/records.hpp"
#include "casework/samples.hpp"
#include "cli/demo_children.hpp"
#include "forms/read_forms.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {

TEST_CASE("the demonstration has something to see and something hidden for each role") {
  AService service(store::Engine::Sqlite);
  const auto worker = service.person("practitioner", "North");
  const auto head = service.person("head-of-service", "North");
  const auto volunteer = service.person("community-volunteer");
  const auto partner = service.person("partner-contributor", "", "partner");
  const auto inspector = service.person("inspector", "", "inspectorate");
  for (const auto* const role : {"practice-manager", "victim-worker", "panel-member"})
    service.person(role, "North");
  for (const auto* const role : {"lead-inspector", "inspectorate-quality-reviewer"})
    service.person(role, "", "inspectorate");
  const auto forms = forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  REQUIRE(forms);
  const auto stories = cli::read_demo_stories(NORTHLIGHT_SOURCE_DIR "/demonstration");
  if (!stories) FAIL(stories.error().message << " " << stories.error().where);
  const auto keys = platform::Keys::for_this_run();
  const auto uploads = store::UploadFolder::of(service.database->url());
  REQUIRE(uploads);
  const store::Archive archive{*forms, keys};
  platform::PasswordHasher hasher({.at_once = 1, .cost = platform::HashCost::Least});
  accounts::CommonPasswordsFile common;
  accounts::SignIn sign_in(*service.database, keys, hasher, common);
  const auto added = cli::add_demo_children(
      *service.database, *service.gate, {archive, *uploads, *stories}, keys, sign_in, service.now);
  if (!added) FAIL(added.error().message << " " << added.error().where);

  const auto count = [&](domain::PersonId person, accounts::Relations whose) {
    const auto page = casework::list_children(*service.gate, service.asker(person), whose, {}, 100);
    REQUIRE(page);
    return page->children.size();
  };
  using enum domain::Relation;
  CHECK(count(head, accounts::any_relation) == 60);
  CHECK(count(worker, accounts::any_relation) == 58);  // Restricted, and a conflict.
  CHECK(count(worker, {OwnCase}) > 12);                // Their own, and lent by cover.
  CHECK(count(inspector, accounts::any_relation) == 8);
  const auto listed = casework::list_samples(*service.gate, service.asker(head));
  REQUIRE(listed);
  const auto& samples = listed->samples;
  REQUIRE(samples.size() == 5);
  CHECK(samples.at(0).stage == store::SampleStage::ListAsked);
  CHECK(samples.at(1).stage == store::SampleStage::ListSent);
  CHECK(samples.at(2).stage == store::SampleStage::Notified);
  CHECK(samples.at(2).sample.drawn == 9);  // One of them is restricted since.
  CHECK(samples.at(2).sample.left_out == 1);
  CHECK(samples.at(3).stage == store::SampleStage::Signed);
  CHECK(samples.at(4).stage == store::SampleStage::Ended);
  CHECK(samples.at(4).sample.drawn > 0);
  const auto asked = casework::open_sample(*service.database, *service.gate, service.asker(head),
                                           samples.front().sample.id);
  REQUIRE(asked);
  CHECK(asked->fitting.size() > 5);
  CHECK(count(partner, accounts::any_relation) == 1);
  CHECK(count(volunteer, accounts::any_relation) == 1);
  CHECK(service.asker(worker).covers.size() == 1);
  const auto due = casework::what_is_due(*service.gate, service.asker(worker), *forms, {OwnCase});
  REQUIRE(due);
  REQUIRE(due->unread.size() == 1);  // Of what was sent in; the rest of it was read.
  CHECK(due->unread.front().count == 3);

  const auto children =
      casework::list_children(*service.gate, service.asker(head), accounts::any_relation, {}, 100);
  REQUIRE(children);
  std::map<std::string, int> states;
  std::set<Date> days;
  int without = 0;
  for (const auto& child : children->children) {
    if (child.restricted) continue;
    const auto there = casework::open_overview(*service.gate, service.asker(head), child.file);
    REQUIRE(there);
    if (there->records.empty()) ++without;
    for (const auto& record : there->records) {
      days.insert(platform::day_in_london(record.begun_at));
      ++states[record.state ? std::string(code(*record.state)) : "being written"];
      if (record.state && record.has_draft()) ++states["written in since"];
    }
  }
  CHECK(without <= 3);  // Of cases that opened today.
  CHECK(days.size() > 90);
  for (const auto* const state :
       {"signed", "countersigned", "being written", "written in since", "returned"})
    CHECK_MESSAGE(states[state] > 0, state);
}

}  // namespace northlight::testing
