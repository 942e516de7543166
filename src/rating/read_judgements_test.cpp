#include "rating/read_judgements.hpp"

#include <doctest/doctest.h>

#include "framework/read_framework.hpp"
#include "rating/in_quotes.hpp"

using namespace northlight;
using namespace northlight::rating;

namespace {

const framework::Edition& youth() {
  static const auto edition =
      *framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  return edition;
}

const std::string header = "case,domain,standard,lens,answer\n";

Judgements read(const std::string& text) {
  auto judgements = parse_judgements(youth(), text, "f.csv");
  if (!judgements) FAIL(judgements.error().where, ": ", judgements.error().message);
  return *std::move(judgements);
}

struct Refused {
  const char* name;
  std::string text;
  const char* where;
  const char* message;
};

}  // namespace

TEST_CASE("judgements are read and counted") {
  const auto judgements =
      read(header +
           "a,court,2.1,desistance,yes\nb,court,2.1,desistance,no\nc,court,2.1,desistance,na\n");
  CHECK(judgements.cases == std::vector<std::string>{"a", "b", "c"});
  const auto counts = tally(youth(), judgements);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0] ==
        QuestionCount{framework::StandardCode{"2.1"}, framework::LensCode{"desistance"}, 1, 2, 1});
}

TEST_CASE(
    "a byte order mark, either line ending, quotation marks, blank lines and any order of columns "
    "are accepted") {
  const auto plain = read(header + "a,court,2.1,desistance,yes\nb,court,2.1,desistance,no\n");
  CHECK(read("\xEF\xBB\xBF" + header + "a,court,2.1,desistance,yes\r\nb,court,2.1,desistance,no") ==
        plain);
  CHECK(read("\"case\",\"domain\",standard,lens,answer\r\n\r\n\"a\",\"court\",\"2.1\",desistance,"
             "YES\r\n b ,court,2.1,desistance,No\r\n") == plain);
  CHECK(read("answer,lens,standard,domain,case\nyes,desistance,2.1,court,a\nno,desistance,2.1,"
             "court,b\n") == plain);
}

TEST_CASE("a cell that looks like a formula is only a name") {
  const auto judgements =
      read(header +
           "\"=cmd|' /C calc'!A0\",court,2.1,desistance,yes\n@SUM(1),court,2.1,desistance,yes\n");
  CHECK(judgements.cases.size() == 2);
  CHECK(in_quotes("a\x1b[31m") == "\"a?[31m\"");
  CHECK(in_quotes(std::string(60, 'x')) == "\"" + std::string(40, 'x') + "...\"");
}

TEST_CASE("what cannot be used is refused with file, line and column") {
  const Refused table[] = {
      {"nothing", "", "f.csv:1", "The file is empty"},
      {"a missing column", "case,domain,standard,lens\n", "f.csv:1: answer",
       "The column is missing"},
      {"an unknown column", "case,domain,standard,lens,answer,note\n", "f.csv:1",
       "There is no column \"note\""},
      {"a column twice", "case,domain,standard,lens,answer,case\n", "f.csv:1: case",
       "is there twice"},
      {"too few cells", header + "a,court,2.1,desistance\n", "f.csv:2",
       "has 4 cells where the first line has 5"},
      {"too many cells", header + "a,court,2.1,desistance,yes,yes\n", "f.csv:2", "has 6 cells"},
      {"an empty cell", header + ",court,2.1,desistance,yes\n", "f.csv:2: case",
       "The cell is empty"},
      {"a very long cell", header + std::string(300, 'x') + ",court,2.1,desistance,yes\n",
       "f.csv:2: case", "longer than 200"},
      {"an unknown domain", header + "a,custody,2.1,desistance,yes\n", "f.csv:2: domain",
       "Write organisational_delivery, court, out_of_court or resettlement"},
      {"an unknown standard", header + "a,court,2.9,desistance,yes\n", "f.csv:2: standard",
       "Write 2.1, 2.2, 2.3 or 2.4"},
      {"a standard of another domain", header + "a,court,3.1,desistance,yes\n", "f.csv:2: standard",
       "belongs to the domain out_of_court"},
      {"a qualitative standard", header + "a,resettlement,4.1,desistance,yes\n",
       "f.csv:2: standard", "Give its rating as a decision"},
      {"an unknown lens", header + "a,court,2.1,victims,yes\n", "f.csv:2: lens",
       "Write desistance, child_safety or others_safety"},
      {"an unknown answer", header + "a,court,2.1,desistance,maybe\n", "f.csv:2: answer",
       "Write yes, no or na"},
      {"a duplicate",
       header +
           "a,court,2.1,desistance,yes\nb,court,2.1,desistance,yes\na,court,2.1,desistance,yes\n",
       "f.csv:4: case", "in line 2. Keep one"},
      {"a stray quotation mark", header + "a\"b,court,2.1,desistance,yes\n", "f.csv:2",
       "quotation mark is out of place"},
      {"a quotation mark that is never closed", header + "\"a,court,2.1,desistance,yes\n",
       "f.csv:2", "quotation mark is out of place"},
      {"a NUL byte", header + std::string("a\0b", 3) + ",court,2.1,desistance,yes\n", "f.csv",
       "NUL byte"},
      {"another encoding", header + "caf\xe9,court,2.1,desistance,yes\n", "f.csv", "not UTF-8"},
  };
  for (const auto& one : table) {
    CAPTURE(one.name);
    const auto judgements = parse_judgements(youth(), one.text, "f.csv");
    REQUIRE_FALSE(judgements);
    CHECK(judgements.error().where == one.where);
    CAPTURE(judgements.error().message);
    CHECK(judgements.error().message.find(one.message) != std::string::npos);
  }
}

TEST_CASE("lines are counted through quoted line breaks and every problem is told at once") {
  const auto judgements =
      parse_judgements(youth(),
                       header +
                           "\"two\nlines\",court,2.1,desistance,yes\na,court,2.1,desistance,"
                           "perhaps\nb,court,2.1,desistance,never\n",
                       "f.csv");
  REQUIRE_FALSE(judgements);
  CHECK(judgements.error().where == "f.csv:4: answer");
  CHECK(judgements.error().message.find("\nf.csv:5: answer: ") != std::string::npos);
}

TEST_CASE("of many refusals the first twenty are told and the rest are counted") {
  auto text = header;
  for (int i = 0; i < 75; ++i) text += "a,court,2.1,desistance,perhaps\n";
  const auto judgements = parse_judgements(youth(), text, "f.csv");
  REQUIRE_FALSE(judgements);
  const auto& message = judgements.error().message;
  CHECK(message.find("f.csv:21: answer") != std::string::npos);
  CHECK(message.find("f.csv:22: answer") == std::string::npos);
  CHECK(message.ends_with("\nand 55 more"));
}

TEST_CASE("an edition that cannot rate says so once, not for every row") {
  const auto edition = framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2018");
  REQUIRE(edition);
  const auto judgements = parse_judgements(
      *edition, header + "a,court,2.1,desistance,yes\nb,court,2.1,desistance,yes\n", "f.csv");
  REQUIRE_FALSE(judgements);
  CHECK(judgements.error().where == "f.csv:2");
  CHECK(judgements.error().message.find('\n') == std::string::npos);
  CHECK(judgements.error().message.find("hmip-youth-2018") != std::string::npos);
}

TEST_CASE("a file that is too large is refused before it is read") {
  const std::string text(largest_judgements_file + 1, 'x');
  const auto judgements = parse_judgements(youth(), text, "f.csv");
  REQUIRE_FALSE(judgements);
  CHECK(judgements.error().message == "The file is larger than 64 MB. Divide it.");
}

TEST_CASE("a file that is not there is not found") {
  const auto judgements = read_judgements(youth(), "no/such/file.csv");
  REQUIRE_FALSE(judgements);
  CHECK(judgements.error().code == ErrorCode::NotFound);
}
