#include "casework/retention.hpp"
#include "domain/read_retention.hpp"
#include "tests/casework/a_subject_request.hpp"

// A victim's own request: what is theirs is decided by whose file it is.
using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;

namespace {

/// The same service, with the request in the victim's file, prepared by the victim worker. Another
/// victim, a child whom the service knows and a sister are named in it.
void of_victim(void (*test)(Setting&)) {
  everywhere([&](Setting& at) {
    at.file = at.victim;
    at.manager = at.victims;
    at.add_victim("V-2", R"({"kind": "adult", "given_names": "Odalys",
                             "family_name": "Fernquist"})");
    at.fill(at.victims, at.victim, "victim-contact",
            R"({"held_on": "2026-11-20", "with": "Zebedee and his sister Nerys", "mode": "office",
                "outcome": "kept", "safety": false, "what_happened":
                "Zebedee is afraid of Dunlin. DUNLIN SALTMARSH knows Odalys. Nerys rang."})");
    test(at);
  });
}

/// Every line of what is held.
std::string whole_text(const SubjectReview& review) {
  std::string all;
  for (const auto& part : review.holding.parts)
    for (const auto& entry : part.entries)
      for (const auto& line : entry.lines) all += line.label + ": " + line.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("of a victim everything is gathered, theirs is shown, and who harmed them is hidden") {
  of_victim([](Setting& at) {
    at.service.now += std::chrono::hours(1);  // What was looked at before it was asked is told.
    const auto id = at.ask();
    const auto review = at.review(id);
    CHECK(review.subject.of_victim);
    CHECK(review.subject.name.reveal() == "Zebedee Harbourlight");
    const auto all = whole_text(review);
    CHECK(has(all, "Reference in lists: V-1"));
    CHECK(has(all, "Worked on by"));
    CHECK(has(all, "People of the service"));  // Who looked, on which days.
    CHECK_FALSE(has(all, "child"));
    const auto given = at.printed(id);
    CHECK(has(given, "01632 960 721"));  // Sealed in the record.
    CHECK(has(given, "Zebedee is afraid of [hidden: about another person]."));
    CHECK(has(given, "Zebedee and his sister [hidden: about another person]"));
    CHECK(has(given, "Harbourlight"));
    for (const auto* const name : {"Dunlin", "DUNLIN", "Saltmarsh", "Odalys", "Nerys"}) {
      CAPTURE(name);
      CHECK_FALSE(has(given, name));
    }
    for (const auto& one : review.hidings)
      CHECK(one.decided.hiding.rule == "name");  // No whole answer of their own is taken away.
  });
}

TEST_CASE("what a victim said and how they are reached is hidden where somebody else asks") {
  of_victim([](Setting& at) {
    const auto id = at.ask(domain::Requester::Representative);
    CHECK(at.review(id).in_the_way()[1].find("not the victim who asked") != std::string::npos);
    const auto given = at.printed(id);
    CHECK_FALSE(has(given, "01632"));
    CHECK_FALSE(has(given, "is afraid of"));
    CHECK(has(given, "Harbourlight"));
    CHECK(note_basis(at.gate(), at.desk, at.by(at.victims), at.file, id,
                     domain::AnswerBasis::AgreedByChild, "On 3 November, alone with us."));
    at.review_all(id);
    at.say_why();
    CHECK(at.give(id));
    const auto told = at.service.database->read([](store::Session& session) {
      return session.value<std::string>(
          "select recipient from audit_entry where operation = 'disclosure'");
    });
    CHECK(*told == "somebody who acts for the victim");
  });
}

TEST_CASE("a victim whom no record names stands by their reference") {
  everywhere([](Setting& at) {
    at.manager = at.victims;
    at.file = ok(add_victim(at.gate(), at.by(at.victims), at.service.organisation("service"), "V-3",
                            {.opened_on = platform::day_in_london(at.service.now),
                             .worker = {at.service.team("North"), at.victims}}));
    CHECK(at.review(at.ask()).subject.name.reveal() == "V-3");
  });
}

TEST_CASE(
    "the list shows a victim's request by reference, to those who answer it and nobody else") {
  everywhere([](Setting& at) {
    at.ask();
    const auto theirs = ok(begin_subject_request(at.gate(), at.desk, at.by(at.victims), at.victim,
                                                 {domain::Requester::Child, day("2026-11-03")}));
    const auto listed = [&](domain::PersonId person) {
      std::vector<std::string> found;
      for (const auto& row : ok(list_subject_requests(at.gate(), at.by(person), 20)))
        found.push_back(row.whose.reveal());
      return found;
    };
    using Names = std::vector<std::string>;
    CHECK(listed(at.victims) == Names{"V-1"});
    CHECK(listed(at.manager) == Names{"Fulmar Skerry"});  // Finds the victim's file, answers none.
    CHECK(listed(at.worker).empty());
    CHECK(listed(at.head) == Names{"Fulmar Skerry", "V-1"});
    CHECK(listed(at.service.person("business-support")) == Names{"Fulmar Skerry"});
    const auto elsewhere = at.service.person("victim-worker", "South");
    CHECK(listed(elsewhere).empty());
    at.file = at.victim;
    at.say_why();
    CHECK(close_request(at.gate(), at.desk, at.by(at.head), at.victim, theirs,
                        domain::RequestEnd::Withdrawn, "He said so."));
    CHECK(ok(list_subject_requests(at.gate(), at.by(at.victims), 20)).front().closed_how ==
          domain::RequestEnd::Withdrawn);
  });
}

TEST_CASE("behind the wall nobody asks for what is held on a victim, and a head says why first") {
  of_victim([](Setting& at) {
    const auto id = at.ask();
    const auto opens = [&](domain::PersonId person) {
      const auto found = open_review(at.gate(), at.desk, at.by(person), at.file, id);
      return found ? ErrorCode::Incomplete : found.error().code;
    };
    CHECK(opens(at.worker) == ErrorCode::NotFound);
    CHECK(subject_of(at.gate(), at.by(at.worker), at.file).error().code == ErrorCode::NotFound);
    CHECK(opens(at.service.person("business-support")) == ErrorCode::NotFound);
    CHECK(opens(at.service.person("practice-manager", "North")) == ErrorCode::Forbidden);
    CHECK(opens(at.head) == ErrorCode::NeedsReason);
    CHECK(preview_answer(at.gate(), at.desk, at.by(at.head), at.file, id).error().code ==
          ErrorCode::NeedsReason);
    // Who prepared it does not give it out, nor may a victim worker at all.
    at.review_all(id);
    CHECK(ready_to_give(at.gate(), at.desk, at.by(at.victims), at.file, id).error().code ==
          ErrorCode::Forbidden);
    // Nor is it given out or ended unseen, without a word why.
    CHECK(ready_to_give(at.gate(), at.desk, at.by(at.head), at.file, id).error().code ==
          ErrorCode::NeedsReason);
    CHECK(give_answer(at.gate(), at.desk, at.by(at.head), at.file, id, "", {}).error().code ==
          ErrorCode::NeedsReason);
    CHECK(close_request(at.gate(), at.desk, at.by(at.head), at.file, id,
                        domain::RequestEnd::Withdrawn, "He said so.")
              .error()
              .code == ErrorCode::NeedsReason);
    at.say_why();
    CHECK(at.give(id));
  });
}

TEST_CASE("a victim's file with an open request is not erased, and afterwards may be") {
  of_victim([](Setting& at) {
    const auto policy = ok(domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml"));
    const auto id = at.ask();
    const NewDecision erase{.kind = store::DecisionKind::Erase,
                            .ground = "right-to-erasure",
                            .reason = "He asked for it."};
    for (const auto& each :
         ok(open_file(at.gate(), at.by(at.head), at.file, domain::Action::Allocate)).cases)
      REQUIRE(close_case(at.gate(), at.by(at.head), at.file, each.id,
                         platform::day_in_london(at.service.now)));
    const auto barred = decide_retention(at.gate(), policy, at.by(at.head), at.file, erase);
    REQUIRE_FALSE(barred);
    CHECK(has(barred.error().message, "for what is held is not answered yet"));
    at.say_why();
    CHECK(close_request(at.gate(), at.desk, at.by(at.head), at.file, id,
                        domain::RequestEnd::Withdrawn, "He said so."));
    CHECK(decide_retention(at.gate(), policy, at.by(at.head), at.file, erase));
  });
}

TEST_CASE("a reference has so many letters, however many bytes they take") {
  everywhere([](Setting& at) {
    const auto add = [&](std::size_t letters) {
      std::string reference;
      for (std::size_t i = 0; i < letters; ++i) reference += "ŵ";
      return add_victim(at.gate(), at.by(at.victims), at.service.organisation("service"), reference,
                        {.opened_on = platform::day_in_london(at.service.now),
                         .worker = {at.service.team("North"), at.victims}});
    };
    CHECK(add(40));
    CHECK(add(41).error().where == "reference");
  });
}
