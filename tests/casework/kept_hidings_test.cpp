#include <algorithm>
#include <set>

#include "tests/casework/a_subject_request.hpp"

// What a reviewer hid stays hidden whatever else comes into the file.
using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;

namespace {

constexpr std::string_view begun = "from 23 November 2026";

const domain::HeldLine& line_called(const SubjectReview& review, std::string_view label) {
  for (const auto& entry : review.holding.parts.front().entries)
    for (const auto& line : entry.lines)
      if (line.label == label) return line;
  throw std::runtime_error("There is no line called so");
}

std::size_t count_added(const SubjectReview& review) {
  return static_cast<std::size_t>(std::ranges::count(
      review.hidings, "added", [](const ReviewedHiding& one) { return one.decided.hiding.rule; }));
}

void lives_at(Setting& at, const std::string& street, std::string_view from) {
  REQUIRE(correct_child(at.gate(), at.by(at.worker), at.file,
                        {.family_name = "Skerry", .given_names = "Fulmar"},
                        NewAddress{.street = street, .from = day(from)}));
  at.service.now += std::chrono::minutes(5);
}

/// Hides "from 23 November 2026" where it says who works on the case.
SubjectRequestId with_one_added(Setting& at) {
  const auto id = at.ask();
  const auto place = line_called(at.review(id), "Worked on by").place;
  REQUIRE(at.part(id, "facts", {.additions = {{place, std::string(begun)}}}));
  REQUIRE(count_added(at.review(id)) == 1);
  at.service.now += std::chrono::minutes(5);
  at.review_all(id);
  REQUIRE(at.review(id).in_the_way().empty());
  at.service.now += std::chrono::minutes(5);
  return id;
}

/// Somebody else leads from now on: the line says until when it was this one.
void given_to_another(Setting& at) {
  const auto next = at.service.person("practitioner", "North");
  REQUIRE(allocate(at.gate(), at.by(at.manager), at.file, at.service.case_of(at.file),
                   {at.service.team("North"), next}));
}

bool told(const SubjectReview& review) {
  return std::ranges::any_of(review.in_the_way(), [](const std::string& sentence) {
    return has(sentence, "1 hiding that was added no longer finds its words.");
  });
}

}  // namespace

TEST_CASE("what comes into a file moves no other line of it") {
  everywhere([](Setting& at) {
    lives_at(at, "3 Kelp Row, Hollowbeck", "2026-01-05");
    const auto id = at.ask();
    const auto first = at.review(id);
    const auto home = line_called(first, "Address from 5 January 2026").place;
    const auto worker = line_called(first, "Worked on by").place;
    REQUIRE(
        at.part(id, "facts", {.additions = {{home, "Kelp Row"}, {worker, std::string(begun)}}}));

    lives_at(at, "9 Wrack Lane, Hollowbeck", "2026-11-20");
    REQUIRE(correct_child(at.gate(), at.by(at.worker), at.file,
                          {.family_name = "Skerry", .given_names = "Fulmar", .known_as = "Ful"}));
    REQUIRE(set_stage(at.gate(), at.by(at.worker), at.file, at.service.case_of(at.file),
                      domain::CaseStage::Planning));

    const auto after = at.review(id);
    CHECK(line_called(after, "Address from 5 January 2026").place == home);
    CHECK(line_called(after, "Worked on by").place == worker);
    CHECK(count_added(after) == 2);
    CHECK_FALSE(has(at.printed(id), "Kelp Row"));
    CHECK_FALSE(told(after));
  });
}

TEST_CASE("every line of the file has a place of its own") {
  everywhere([](Setting& at) {
    lives_at(at, "3 Kelp Row, Hollowbeck", "2026-01-05");
    lives_at(at, "9 Wrack Lane, Hollowbeck", "2026-11-20");
    for (const auto stage : {domain::CaseStage::Planning, domain::CaseStage::Delivering})
      REQUIRE(set_stage(at.gate(), at.by(at.worker), at.file, at.service.case_of(at.file), stage));
    REQUIRE(close_case(at.gate(), at.by(at.manager), at.file, at.service.case_of(at.file),
                       day("2026-11-23")));
    at.manager = at.head;  // Nobody works with the child any more.
    std::set<std::string> places;
    const auto review = at.review(at.ask());
    for (const auto& entry : review.holding.parts.front().entries)
      for (const auto& line : entry.lines) {
        CAPTURE(line.label);
        CHECK(places.insert(line.place).second);
      }
  });
}

TEST_CASE("a hiding that no longer finds its words is told, until the part is read again") {
  everywhere([](Setting& at) {
    const auto id = with_one_added(at);
    CHECK_FALSE(told(at.review(id)));
    given_to_another(at);
    CHECK(count_added(at.review(id)) == 0);
    CHECK(told(at.review(id)));
    const auto refused = at.give(id);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(has(refused.error().message, "no longer finds its words"));
    REQUIRE(at.part(id, "facts", {.confirm_rest = true, .read = true}));
    CHECK_FALSE(told(at.review(id)));
    CHECK(at.give(id));
  });
}

TEST_CASE("a hiding that no longer finds its words can be taken off") {
  everywhere([](Setting& at) {
    const auto id = with_one_added(at);
    given_to_another(at);
    const auto lost = at.review(id).lost;
    REQUIRE(lost.size() == 1);
    const auto now = at.review(id);
    bool reads_otherwise = false;
    for (const auto& entry : now.holding.parts.front().entries)
      for (const auto& line : entry.lines)
        if (line.place == lost.front().place()) reads_otherwise = has(line.text, " until ");
    CHECK(reads_otherwise);
    const auto other = at.review(id).holding.parts.back().code;
    REQUIRE(at.part(id, other, {.taken_off = {lost.front().key()}}));  // It is not there.
    CHECK(told(at.review(id)));
    REQUIRE(at.part(id, "facts", {.taken_off = {lost.front().key()}}));
    const auto after = at.review(id);
    CHECK(after.lost.empty());
    CHECK_FALSE(told(after));
    CHECK(after.parts.front().reading == Reading::ChangedSince);  // To be read all the same.
  });
}

TEST_CASE("what was read before a hiding was added is read again once that is lost") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    const std::string worker = line_called(at.review(id), "Worked on by").place;
    at.review_all(id);
    at.service.now += std::chrono::minutes(5);
    // Added to words that stood there for a while, between two of the same.
    at.service.write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run(
          "insert into subject_decision (request_id, key, decision, place, text_hash, starts, "
          "ends, decided_by, decided_at) values (:id, 'k', 'added', :place, 'other', 0, 3, :by, "
          ":at)",
          {{"id", id.text()},
           {"place", worker},
           {"by", at.manager.text()},
           {"at", platform::iso(at.service.now)}}));
      return done();
    });
    CHECK(told(at.review(id)));
    at.service.now += std::chrono::minutes(5);
    REQUIRE(at.part(id, "facts", {.read = true}));
    CHECK(at.review(id).in_the_way().empty());
  });
}
