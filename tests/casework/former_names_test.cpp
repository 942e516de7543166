#include <algorithm>

#include "tests/casework/a_subject_request.hpp"

// What a child's file held before it was put right, in an answer to whoever asks for what is held.
using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;

namespace {

void names_the_child(Setting& at, std::string given, std::string family,
                     std::optional<Date> born = {}) {
  REQUIRE(correct_child(
      at.gate(), at.by(at.worker), at.file,
      {.family_name = std::move(family), .given_names = std::move(given), .born_on = born}));
  at.service.now += std::chrono::minutes(5);
}

/// How many lines tell what stood there before, and how many of them a person has to decide on.
std::pair<int, int> told_and_to_decide(const SubjectReview& review) {
  std::pair<int, int> counts;
  for (const auto& part : review.holding.parts)
    for (const auto& entry : part.entries)
      counts.first += static_cast<int>(std::ranges::count_if(
          entry.lines, [](const auto& line) { return line.label.starts_with("Recorded until"); }));
  for (const auto& one : review.hidings) {
    const auto& line = domain::line_at(review.holding, one.decided.hiding.at);
    const bool whole = one.decided.hiding.stretch == domain::Stretch{0, line.text.size()};
    if (line.label.starts_with("Recorded until") && whole &&
        one.decided.hiding.rule == "recorded-before" &&
        one.decided.decision == domain::Decision::Unchecked)
      ++counts.second;
  }
  return counts;
}

}  // namespace

TEST_CASE("another child's name, typed by mistake, is hidden wherever it stands") {
  everywhere([](Setting& at) {
    names_the_child(at, "Dunlin", "Saltmarsh", day("2011-04-03"));  // The wrong row.
    names_the_child(at, "Fulmar", "Skerry");
    const auto id = at.ask();
    CHECK(told_and_to_decide(at.review(id)) == std::pair(2, 2));
    const auto given = at.printed(id);
    CHECK(has(given, "Recorded until 23 November 2026"));
    CHECK(has(given, "Fulmar and [hidden: about another person] were in."));
    for (const auto* const name : {"Dunlin", "DUNLIN", "Saltmarsh", "3 April 2011"}) {
      CAPTURE(name);
      CHECK_FALSE(has(given, name));
    }
    at.review_all(id);
    CHECK(at.review(id).in_the_way().empty());
  });
}

TEST_CASE("a sister and a victim are hidden though the child was called so once by mistake") {
  everywhere([](Setting& at) {
    names_the_child(at, "Petrel", "Skerry");
    names_the_child(at, "Zebedee", "Skerry");
    names_the_child(at, "Fulmar", "Skerry");
    const auto given = at.printed(at.ask());
    CHECK(has(given, "Fulmar and [hidden: about another person] were in."));
    for (const auto* const name : {"PETREL", "Petrel", "Zebedee"}) {
      CAPTURE(name);
      CHECK_FALSE(has(given, name));
    }
  });
}

TEST_CASE("a sister by a former family name is hidden by her first name alone") {
  everywhere([](Setting& at) {
    names_the_child(at, "Fulmar", "Newskerry");
    at.write("contact", R"({"held_on": "2026-11-21", "with": "Her aunt", "mode": "home",
                            "outcome": "kept", "safety": false, "what_happened":
                            "Fulmar Skerry, now Newskerry, misses Petrel."})");
    const auto id = at.ask();
    const auto given = at.printed(id);
    CHECK(has(given, "Fulmar Skerry, now Newskerry, misses [hidden: about another person]."));
    CHECK_FALSE(has(given, "PETREL"));
    // Shown once somebody has said that it was theirs.
    REQUIRE(told_and_to_decide(at.review(id)) == std::pair(1, 1));
    const auto review = at.review(id);
    const auto before = std::ranges::find_if(review.hidings, [](const ReviewedHiding& one) {
      return one.decided.hiding.rule == "recorded-before";
    });
    CHECK(at.part(id, "facts",
                  {.decisions = {{before->key, store::HidingDecision::Lifted, "Her own."}}}));
    CHECK(has(at.printed(id), "Fulmar Skerry, date of birth not known"));
  });
}
