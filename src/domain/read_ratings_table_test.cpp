#include "domain/read_ratings_table.hpp"

#include <doctest/doctest.h>

#include <string>

#include "domain/read_csv.hpp"

using namespace northlight;
using namespace northlight::domain;

namespace {

const std::vector<std::string> ratings{"Inadequate", "Requires improvement", "Good", "Outstanding"};

std::vector<PublishedInspection> table(const std::string& csv) {
  const auto read = parse_ratings_table(csv, "ratings.csv", ratings);
  if (!read) MESSAGE(read.error().where << ": " << read.error().message);
  REQUIRE(read);
  return *read;
}

std::string refusal(const std::string& csv) {
  const auto read = parse_ratings_table(csv, "ratings.csv", ratings);
  return read ? "accepted" : read.error().where + ": " + read.error().message;
}

}  // namespace

TEST_CASE("a row gives what it states and nothing else") {
  const auto read = table(
      "service,published,1.1,2.2,score,score_max,overall,notes\r\n"
      "Anyshire,2024-09-17,good,,16,36,Requires improvement,\"a note, with a comma\"\r\n"
      "Otherton,2025/26,,,,,,\r\n");
  REQUIRE(read.size() == 2);
  CHECK(read[0].service == "Anyshire");
  CHECK(read[0].published.day ==
        Date{std::chrono::year{2024}, std::chrono::September, std::chrono::day{17}});
  REQUIRE(read[0].standards.size() == 1);
  CHECK(read[0].standards[0].id == "1.1");
  CHECK(read[0].standards[0].rating == "Good");
  CHECK(read[0].score == 16);
  CHECK(read[0].notes == "a note, with a comma");
  CHECK_FALSE(read[0].joint);
  CHECK_FALSE(read[0].edition);
  CHECK(read[1].published.text == "2025/26");
  CHECK_FALSE(read[1].published.month);
  CHECK_FALSE(read[1].score);
  CHECK_FALSE(read[1].overall_rating);
  CHECK(read[1].standards.empty());
}

TEST_CASE("a joint inspection is told by its name or its own column") {
  const auto read =
      table("service,published,joint\nAnyshire (joint inspection),2024-01,\nOtherton,2024-01,no\n");
  CHECK(read[0].service == "Anyshire");
  CHECK(read[0].joint == true);
  CHECK(read[1].joint == false);
}

TEST_CASE("columns stand in any order, after a byte order mark, with either line end") {
  const auto read =
      table("\xEF\xBB\xBFOverall,Published,Service\nGood,September 2024,Anyshire\n\n");
  CHECK(read[0].overall_rating == "Good");
  CHECK(iso(*read[0].published.month) == "2024-09");
}

TEST_CASE("what cannot be used is refused with line and column, all at once") {
  CHECK(refusal("") == "ratings.csv:1: The table is empty: its first row names the columns");
  CHECK(refusal("service\nAnyshire\n") == "ratings.csv:1: published: This column is missing");
  CHECK(refusal("service,published,colour\n").starts_with("ratings.csv:1: colour: There is no"));
  CHECK(refusal("service,published,overall,score\nAnyshire,2024-01,Fine,many\n") ==
        "ratings.csv:2: overall: 'Fine' is no rating. The ratings are Inadequate, Requires "
        "improvement, Good and Outstanding\n"
        "ratings.csv:2: score: 'many' is no whole number");
  CHECK(refusal("service,published\nAnyshire,soon\n").starts_with("ratings.csv:2: published: Say"));
  CHECK(refusal("service,published\n,2024-01\n") ==
        "ratings.csv:2: service: Say which service was inspected");
  CHECK(refusal("service,published,score,score_max\nAnyshire,2024-01,37,36\n") ==
        "ratings.csv:2: score: The score is above its maximum");
  CHECK(refusal("service,published\nAnyshire,2024-01\nAnyshire,2024-01-09\n") ==
        "ratings.csv:3: service: This inspection is in line 2 too: keep one of the two rows");
}

TEST_CASE("a table that is no table is refused") {
  CHECK(refusal("service,published\nAnyshire\n") ==
        "ratings.csv:2: This row has 1 cell where the first has 2: is a comma missing, or one not "
        "in quotation marks?");
  CHECK(refusal("service,service\n") ==
        "ratings.csv:1: The column 'service' is there twice: keep one of them");
  CHECK(refusal(std::string("a\0b", 3)).find("CSV UTF-8") != std::string::npos);
  CHECK(refusal("service,published\n\xff,2024\n").find("CSV UTF-8") != std::string::npos);
  CHECK(refusal("service,published\n\"Anyshire,2024\n").find("quotation marks") !=
        std::string::npos);
}

TEST_CASE("a row in quotation marks may run over lines, and is known by its first") {
  const auto sheet = parse_csv("a,b\n\"one\ntwo\",2\nx,y\n", "t.csv");
  REQUIRE(sheet);
  CHECK(sheet->rows[0].cells[0] == "one\ntwo");
  CHECK(sheet->rows[1].line == 4);
}

TEST_CASE("a file that cannot be read is named") {
  CHECK(read_ratings_table("/nowhere/r.csv", ratings).error().message == "There is no such file");
  CHECK(read_ratings_table("/", ratings).error().message ==
        "This is a folder: give the table itself");
}
