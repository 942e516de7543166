#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "framework/read_framework.hpp"
#include "framework/small_edition.hpp"
#include "rating/judgements.hpp"
#include "rating/rate.hpp"

using namespace northlight;
using namespace northlight::rating;
using framework::Edition;
using framework::LensCode;
using framework::StandardCode;

namespace {

const Edition& youth() {
  static const auto edition =
      *framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  return edition;
}

const Edition& small() {
  static const auto edition = *framework::parse_framework(framework::small_edition_files()).edition;
  return edition;
}

/// The rule said again in plain whole numbers, with nothing of the engine in it.
std::string plain_band(int yes, int of) {
  const int hundredfold = 100 * yes;
  if (hundredfold < 50 * of) return "Inadequate";
  if (hundredfold < 65 * of) return "Requires improvement";
  if (hundredfold < 80 * of) return "Good";
  return "Outstanding";
}

Evidence counts_for(const Edition& edition, const std::vector<std::string>& standards) {
  Evidence evidence;
  for (const auto& name : standards) {
    const auto* standard = edition.find(StandardCode{name});
    for (const auto& question : standard->questions) {
      const auto of = *rc::gen::inRange<std::int64_t>(3, 40);
      evidence.counts.push_back(
          {standard->code, *question.lens, *rc::gen::inRange<std::int64_t>(0, of + 1), of, 0});
    }
  }
  return evidence;
}

const std::vector<std::string> casework = {"2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"};

Evidence any_inspection() {
  auto evidence = counts_for(youth(), casework);
  for (const auto* name : {"1.1", "1.2", "1.3", "1.4", "3.4"})
    if (*rc::gen::arbitrary<bool>())
      evidence.stated.push_back(
          {StandardCode{name}, framework::Rating{*rc::gen::inRange<std::size_t>(0, 4)}});
  return evidence;
}

InspectionRating rated(const Edition& edition, const Evidence& evidence) {
  auto result = rate(edition, evidence);
  RC_ASSERT(result.has_value());
  return *std::move(result);
}

Judgements any_judgements() {
  Judgements judgements;
  const auto questions = counted_questions(youth()).size();
  const auto cases = *rc::gen::inRange<std::uint32_t>(1, 15);
  for (std::uint32_t one = 0; one < cases; ++one) judgements.cases.push_back(std::to_string(one));
  for (std::uint32_t one = 0; one < cases; ++one)
    for (std::uint16_t question = 0; question < questions; ++question)
      judgements.rows.push_back({one, question,
                                 one == 0 || *rc::gen::inRange(0, 5) > 0
                                     ? (*rc::gen::arbitrary<bool>() ? Answer::Yes : Answer::No)
                                     : Answer::NotApplicable});
  return judgements;
}

}  // namespace

TEST_CASE(
    "every band edge on both sides, for every sample of 1 to 100 cases, agrees with the plain "
    "rule") {
  const auto& bands = *youth().bands;
  const auto& standard = *youth().find(StandardCode{"2.1"});
  int compared = 0;
  for (int of = 1; of <= 100; ++of)
    for (int yes = 0; yes <= of; ++yes) {
      const auto band = band_of(bands, *Share::of(yes, of));
      if (youth().name(band) != plain_band(yes, of)) FAIL_CHECK(yes, " of ", of);
      ++compared;
    }
  CHECK(compared == 5150);
  // Through the whole engine at each edge: the last count below it and the first that reaches it.
  for (int of = 1; of <= 100; ++of)
    for (const int edge : {50, 65, 80}) {
      const int reaching = (edge * of + 99) / 100;
      for (const int yes : {reaching - 1, reaching}) {
        const std::vector<QuestionCount> counts = {
            {standard.code, LensCode{"desistance"}, of, of, 0},
            {standard.code, LensCode{"child_safety"}, yes, of, 0},
            {standard.code, LensCode{"others_safety"}, of, of, 0}};
        const auto result = rate_standard(youth(), standard, counts);
        REQUIRE(result);
        if (youth().name(result->rating) != plain_band(yes, of)) FAIL_CHECK(yes, " of ", of);
      }
    }
}

TEST_CASE("a no that becomes a yes never lowers a rating, the score or the overall rating") {
  CHECK(rc::check("monotone", [] {
    const auto before = any_inspection();
    auto after = before;
    auto& count = after.counts[*rc::gen::inRange<std::size_t>(0, after.counts.size())];
    RC_PRE(count.yes < count.of);
    ++count.yes;
    const auto was = rated(youth(), before);
    const auto is = rated(youth(), after);
    RC_ASSERT(is.score >= was.score);
    RC_ASSERT(*is.overall >= *was.overall);
    for (const auto& standard : was.standards)
      RC_ASSERT(is.find(standard.standard)->rating >= standard.rating);
  }));
}

TEST_CASE("adding a standard never changes another") {
  CHECK(rc::check("independent", [] {
    const auto all = any_inspection();
    const StandardCode left_out{*rc::gen::elementOf(casework)};
    auto fewer = all;
    std::erase_if(fewer.counts, [&](const auto& count) { return count.standard == left_out; });
    const auto with = rated(youth(), all);
    const auto without = rated(youth(), fewer);
    RC_ASSERT(without.find(left_out) == nullptr);
    for (const auto& standard : without.standards) {
      const auto& same = *with.find(standard.standard);
      RC_ASSERT(same.rating == standard.rating);
      RC_ASSERT(same.decided_by == standard.decided_by);
      RC_ASSERT(same.discretion.because.size() == standard.discretion.because.size());
    }
  }));
}

TEST_CASE("the order of judgements does not matter") {
  CHECK(rc::check("order", [] {
    const auto judgements = any_judgements();
    auto shuffled = judgements;
    for (std::size_t i = shuffled.rows.size(); i > 1; --i)
      std::swap(shuffled.rows[i - 1], shuffled.rows[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(tally(youth(), judgements) == tally(youth(), shuffled));
  }));
}

TEST_CASE(
    "the score is the sum of the points of what counts, and the overall rating follows from it "
    "alone") {
  CHECK(rc::check("score", [] {
    const auto result = rated(youth(), any_inspection());
    std::int64_t points = 0;
    std::int64_t number = 0;
    for (const auto& standard : result.standards) {
      points += static_cast<std::int64_t>(
          standard.rating.place);  // In this edition the place is the points.
      ++number;
    }
    RC_ASSERT(result.score == points);
    RC_ASSERT(result.score_maximum == 3 * number);
    const std::string plain = 2 * points <= number       ? "Inadequate"
                              : 2 * points <= 3 * number ? "Requires improvement"
                              : 2 * points <= 5 * number ? "Good"
                                                         : "Outstanding";
    RC_ASSERT(std::string(youth().name(*result.overall)) == plain);
  }));
}

TEST_CASE("discretion offers a way up exactly when a plain look at the counts does") {
  CHECK(rc::check("discretion", [] {
    const int of = *rc::gen::inRange(1, 60);
    const int yes = *rc::gen::inRange(0, of + 1);
    const auto& standard = *youth().find(StandardCode{"2.1"});
    const std::vector<QuestionCount> counts = {
        {standard.code, LensCode{"desistance"}, yes, of, 0},
        {standard.code, LensCode{"child_safety"}, of, of, 0},
        {standard.code, LensCode{"others_safety"}, of, of, 0}};
    const auto result = rate_standard(youth(), standard, counts);
    RC_ASSERT(result.has_value());
    bool near = false;
    for (const int edge : {50, 65, 80})
      near = near || (100 * yes < edge * of && 100 * yes >= (edge - 5) * of);
    const bool one_more = yes < of && plain_band(yes + 1, of) != plain_band(yes, of);
    RC_ASSERT(result->discretion.may_move(Direction::Up) == (near || one_more));
  }));
}

TEST_CASE("an edition of other ratings, lenses, points and bands is rated by its own files") {
  Evidence evidence;
  evidence.counts = {{StandardCode{"D1"}, LensCode{"north"}, 9, 10, 0},
                     {StandardCode{"D1"}, LensCode{"south"}, 10, 10, 0}};
  evidence.stated = {{StandardCode{"N1"}, framework::Rating{1}}};
  const auto result = rate(small(), evidence);
  REQUIRE(result);
  CHECK(small().name(result->find(StandardCode{"D1"})->rating) == "Strong");
  CHECK(result->score == 7);
  CHECK(result->score_maximum == 10);
  CHECK(small().name(*result->overall) == "Fair");  // 7/2 points a standard are still within Fair.
  const auto& because = result->find(StandardCode{"D1"})->discretion.because;
  REQUIRE(because.size() == 2);
  CHECK(because[0].sentence ==
        "The lowest figure, 90.0% (9 of 10), stands exactly on 90%, below which lies Fair.");
}

TEST_CASE("a domain below the edition's minimum of cases is not rated") {
  Evidence evidence;
  evidence.counts = {{StandardCode{"D1"}, LensCode{"north"}, 1, 2, 0},
                     {StandardCode{"D1"}, LensCode{"south"}, 2, 2, 0}};
  evidence.stated = {{StandardCode{"N1"}, framework::Rating{2}}};
  const auto result = rate(small(), evidence);
  REQUIRE(result);
  CHECK(result->find(StandardCode{"D1"}) == nullptr);
  REQUIRE(result->not_rated.size() == 1);
  CHECK(result->not_rated[0].why ==
        "There were 2 cases in this domain; the edition rates it from 3 up.");
  CHECK(result->score_maximum == 5);
}

TEST_CASE("an edition that compares printed percentages bands and ties by them") {
  auto edition = youth();
  edition.bands->compared = framework::Compared::Printed;
  const auto& standard = *edition.find(StandardCode{"2.1"});
  const std::vector<QuestionCount> counts = {{standard.code, LensCode{"desistance"}, 11, 17, 0},
                                             {standard.code, LensCode{"child_safety"}, 13, 20, 0},
                                             {standard.code, LensCode{"others_safety"}, 20, 20, 0}};
  const auto result = rate_standard(edition, standard, counts);
  REQUIRE(result);
  CHECK(edition.name(result->rating) == "Good");
  CHECK(result->decided_by.size() == 2);
  CHECK(result->questions[0].rounding_matters());
}
