#include <doctest/doctest.h>

#include "base/json.hpp"
#include "testing/inspections.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const SiteUnderTest& library() {
  static const SiteUnderTest site(std::vector<domain::PublishedInspection>{});
  return site;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields planning(const char* child = "6") {
  return {{"edition", "hmip-youth-2021"}, {"yes-2.2-desistance", "12"},
          {"of-2.2-desistance", "13"},    {"yes-2.2-child_safety", child},
          {"of-2.2-child_safety", "13"},  {"yes-2.2-others_safety", "9"},
          {"of-2.2-others_safety", "13"}};
}

Answer rate(Fields fields) { return post(library(), "/rate", {.fields = std::move(fields)}); }

Answer rate_csv(const std::string& csv) {
  return post(library(), "/rate",
              {.fields = {{"edition", "hmip-youth-2021"}}, .files = {{"csv", "audit.csv", csv}}});
}

constexpr auto small_audit =
    "case,domain,standard,lens,answer\n"
    "c1,court,2.2,desistance,yes\nc1,court,2.2,child_safety,no\nc1,court,2.2,others_safety,na\n"
    "c2,court,2.2,desistance,yes\nc2,court,2.2,child_safety,yes\nc2,court,2.2,others_safety,yes\n";

}  // namespace

TEST_CASE("the form offers every question of the latest edition that can rate") {
  const auto page = library().get("/rate");
  REQUIRE(page.status == 200);
  CHECK(page.shows("name=\"yes-2.2-child_safety\""));
  CHECK(page.shows("name=\"rating-1.1\""));
  CHECK(page.shows("never a child’s name"));
}

TEST_CASE("an edition that cannot rate says what is missing") {
  bool any = false;
  for (const auto& edition : library().site().editions) {
    if (edition.bands && edition.overall) continue;
    any = true;
    const auto page = library().get("/rate?edition=" + edition.code.text());
    CHECK(page.status == 200);
    CHECK(page.shows("cannot rate an audit here"));
    CHECK_FALSE(page.shows("name=\"csv\""));
  }
  CHECK(any);
}

TEST_CASE("counts give ratings with the deciding question, steps, and what one more yes changes") {
  const auto page = rate(planning());
  REQUIRE(page.status == 200);
  CHECK(page.shows("Your ratings"));
  CHECK(page.shows("Yes in 6 of 13 cases: 46.2%, alone Inadequate (decides)"));
  CHECK(page.shows("One more yes (7 of 13)"));
  CHECK(page.shows("Practice in general</strong>, as if from many like cases: 19% to 75%"));
  CHECK_FALSE(page.shows("This year’s eligible cases"));
  CHECK(page.shows("step by step"));
  CHECK(page.shows("value=\"12\""));
  CHECK(page.shows("Change any figure and rate again"));
}

TEST_CASE("with the eligible cases of the year, their exact range stands apart from practice") {
  auto fields = planning();
  fields.emplace_back("eligible-court", "14");
  const auto page = rate(fields);
  REQUIRE(page.status == 200);
  CHECK(page.shows(
      "This year’s eligible cases</strong>, had all been judged: 6 to 7 of 14 cases (43% to 50%)"));
  CHECK(page.shows("as if from many like cases: 19% to 75%"));
  CHECK(page.shows("value=\"14\""));
}

TEST_CASE("a number of eligible cases that cannot be leads to its field") {
  for (const auto* typed : {"12", "0", "-3", "many", "1000000000"}) {
    CAPTURE(typed);
    auto fields = planning();
    fields.emplace_back("eligible-court", typed);
    const auto page = rate(fields);
    CHECK(page.status == 422);
    CHECK(page.shows("href=\"#eligible-court\""));
    CHECK(page.shows("value=\"" + std::string(typed) + "\""));
  }
}

TEST_CASE("what was not judged is not rated, and never nought") {
  const auto page = rate(planning());
  CHECK(page.shows("0 of 3"));
  CHECK(page.shows("Not rated: no case was judged."));
  auto fields = planning();
  fields.resize(5);  // Without the third question.
  fields.emplace_back("rating-1.1", "Good");
  const auto gap = rate(fields);
  CHECK(gap.status == 200);
  CHECK(gap.shows("Not rated: no case was judged on keeping other people safe."));
  CHECK(gap.shows("2 of 3"));
}

TEST_CASE("a standard filled in by half names the questions that are still to be filled in") {
  const auto page = rate(
      {{"edition", "hmip-youth-2021"}, {"yes-2.1-desistance", "5"}, {"of-2.1-desistance", "10"}});
  CHECK(page.status == 422);
  CHECK_FALSE(page.shows("There is nothing to rate"));
  CHECK(page.shows("2.1, child safety: enter counts for this question too"));
  CHECK(page.shows("href=\"#yes-2.1-others_safety\""));
  CHECK_FALSE(page.shows("2.1, desistance: enter"));
  CHECK(page.shows("value=\"10\""));
}

TEST_CASE("an edition that does not exist is refused, and nothing typed is lost") {
  auto fields = planning();
  fields.front().second = "nope";
  for (const auto& page : {rate(fields), library().get("/rate?edition=nope")}) {
    CHECK(page.status == 422);
    CHECK(page.shows("The editions are hmip-youth-2018, hmip-youth-2021 and hmip-youth-2025"));
    CHECK(page.shows("href=\"#edition\""));
    CHECK_FALSE(page.shows("Your ratings"));
  }
  CHECK(rate(fields).shows("value=\"13\""));
}

TEST_CASE("nothing entered is a problem, not a rating") {
  const auto page = rate({{"edition", "hmip-youth-2021"}});
  CHECK(page.status == 422);
  CHECK(page.shows("There is nothing to rate"));
}

TEST_CASE("impossible counts lead to their field, with what was typed kept") {
  for (const auto* typed : {"14", "-1", "six", "6.5", "99999999999999999999", "1e3"}) {
    CAPTURE(typed);
    const auto page = rate(planning(typed));
    CHECK(page.status == 422);
    CHECK(page.shows("href=\"#yes-2.2-child_safety\""));
    CHECK(page.shows("value=\"" + std::string(typed) + "\""));
  }
  auto fields = planning();
  fields[4].second = "";
  CHECK(rate(fields).shows("enter in how many cases the question was asked"));
}

TEST_CASE("a CSV fills in the counts and leaves out what does not apply") {
  const auto page = rate_csv(small_audit);
  REQUIRE(page.status == 200);
  CHECK(page.shows("Yes in 1 of 2 cases: 50.0%"));
  CHECK(page.shows("Yes in 1 of 1 cases: 100.0%"));
}

TEST_CASE("a CSV with a column for names is refused") {
  const auto page =
      rate_csv("case,name,domain,standard,lens,answer\n1,Wren Ashgrove,court,2.2,desistance,yes\n");
  CHECK(page.status == 422);
  CHECK(page.shows("seems to say who a child is"));
  CHECK_FALSE(page.shows("Wren Ashgrove"));
}

TEST_CASE("case labels that look like names are pointed out and not shown") {
  const auto page = rate_csv(
      "case,domain,standard,lens,answer\nWren Ashgrove,court,2.2,desistance,yes\n"
      "Wren Ashgrove,court,2.2,child_safety,yes\nWren Ashgrove,court,2.2,others_safety,no\n");
  CHECK(page.status == 200);
  CHECK(page.shows("looks like a person’s name"));
  CHECK_FALSE(page.shows("Wren"));
  CHECK_FALSE(page.shows("Ashgrove"));
}

TEST_CASE("a broken CSV names every line at fault and keeps the reader on the form") {
  const auto page = rate_csv(
      "case,domain,standard,lens,answer\n1,court,9.9,desistance,yes\n2,court,2.2,desistance,"
      "maybe\n");
  CHECK(page.status == 422);
  CHECK(page.shows("There is a problem"));
  CHECK(page.shows("2"));
  CHECK(page.shows("name=\"csv\""));
  for (const auto* bytes : {"\xFF\xFE\x01", "no columns here"})
    CHECK(rate_csv(bytes).status == 422);
}

TEST_CASE("the ratings can be downloaded as the command line prints them") {
  auto fields = planning();
  fields.emplace_back("format", "json");
  const auto answer = rate(fields);
  REQUIRE(answer.status == 200);
  const auto document = Json::parse(answer.body);
  REQUIRE(document);
  CHECK(document->find("standards"));
  CHECK(header_of(answer, "Content-Disposition").find("audit-ratings.json") != std::string::npos);
}

TEST_CASE("hostile values stay text") {
  auto fields = planning("\"><script>alert(1)</script>");
  fields.emplace_back("rating-1.1", "<script>alert(2)</script>");
  const auto page = rate(fields);
  CHECK(page.status == 422);
  CHECK_FALSE(page.shows("<script>alert"));
}
