#include "domain/read_inspection.hpp"

#include <doctest/doctest.h>

#include <string>

#include "domain/slug.hpp"

using namespace northlight;
using namespace northlight::domain;

namespace {

const std::string head = "service = \"Anyshire\"\npublished = \"2024-09\"\n";
const std::string source = "[source]\ntitle = \"t\"\nlicence = \"l\"\n";

std::string refusal(const std::string& toml) {
  const auto read = parse_inspection(toml, "a.toml");
  return read ? "accepted" : read.error().where + ": " + read.error().message;
}

}  // namespace

TEST_CASE("the library holds East Sussex as its report states it") {
  const auto read = read_inspection(NORTHLIGHT_SOURCE_DIR "/library/east-sussex-2024.toml");
  REQUIRE(read);
  CHECK(inspection_id(*read) == "east-sussex-2024-09");
  CHECK(read->source_kind == SourceKind::OurSummary);
  CHECK(read->overall_rating == "Good");
  CHECK(read->score == 25);
  CHECK(read->standards.size() == 13);
  std::size_t percentages = 0;
  for (const auto& standard : read->standards)
    for (const auto& question : standard.key_questions) {
      ++percentages;
      REQUIRE(question.share);
      CHECK(question.share->printed() == *question.percent);
      CHECK(question.share->judged() == *standard.cases);
    }
  CHECK(percentages == 21);
  CHECK(read->standards[4].id == "2.1");
  CHECK(read->standards[4].key_questions[0].share->text() == "8 of 13");
  CHECK(read->recommendations.size() == 4);
  CHECK(read->disposals.size() == 3);
  CHECK(read->surveys[0].count == 23);
}

TEST_CASE("what a file does not state is not known") {
  const auto read = parse_inspection(head + source, "a.toml");
  REQUIRE(read);
  CHECK_FALSE(read->score);
  CHECK_FALSE(read->overall_rating);
  CHECK_FALSE(read->edition);
  CHECK_FALSE(read->joint);
  CHECK(read->standards.empty());
  CHECK(iso(*read->published.month) == "2024-09");
}

TEST_CASE("what is wrong with a file of facts is refused with its line and key") {
  CHECK(refusal(head + source) == "accepted");
  CHECK(refusal(head).find("source") != std::string::npos);
  CHECK(refusal("service = \"Anyshire\"\n" + source).find("published") != std::string::npos);
  CHECK(refusal(head + "colour = 1\n" + source).find("a.toml:3: colour") == 0);
  const std::string standard = "[[standards]]\nid = \"2.1\"\ntitle = \"Assessment\"\n";
  CHECK(refusal(head + source + standard + standard).find("This standard is there twice") !=
        std::string::npos);
  CHECK(
      refusal(head + source + standard +
              "cases = 13\nkey_questions = [ { lens = \"desistance\", percent = 62, yes = 9 } ]\n")
          .find("9 of 13 prints as 69, not 62 per cent") != std::string::npos);
  CHECK(
      refusal(head + source + standard + "key_questions = [ { lens = \"desistance\", yes = 9 } ]\n")
          .find("No case was judged") != std::string::npos);
  CHECK(
      refusal(head + source + "[[recommendations]]\nnumber = 2\naddressee = \"a\"\ntext = \"t\"\n")
          .find("numbered from 1") != std::string::npos);
  CHECK(refusal("service = ").find("a.toml:1") == 0);
}
