#include "rating/read_decisions.hpp"

#include <doctest/doctest.h>

#include "framework/read_framework.hpp"

using namespace northlight;
using namespace northlight::rating;

namespace {

const framework::Edition& youth() {
  static const auto edition =
      *framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  return edition;
}

const std::string whole =
    "[[rating]]\nstandard = \"1.1\"\nrating = \"Good\"\nby = \"An invented panel\"\non = "
    "2024-08-01\nreason = \"Invented.\"\n";

std::string without(std::string text, const std::string& part, const std::string& instead = "") {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), instead);
}

}  // namespace

TEST_CASE("decisions are read with who, when and why") {
  const auto decisions = parse_decisions(youth(), "\xEF\xBB\xBF" + whole, "d.toml");
  REQUIRE(decisions);
  REQUIRE(decisions->size() == 1);
  CHECK(decisions->front().standard.text() == "1.1");
  CHECK(decisions->front().rating == framework::Rating{2});
  CHECK(iso(decisions->front().on) == "2024-08-01");
  CHECK(parse_decisions(youth(), "", "d.toml")->empty());
}

TEST_CASE(
    "a decision that lacks something or names what is not there is refused with file, line and "
    "key") {
  struct Refused {
    std::string text;
    const char* where;
    const char* message;
  };
  const Refused table[] = {
      {without(whole, "by = \"An invented panel\"\n"), "d.toml:1: rating[1].by", "is missing"},
      {without(whole, "on = 2024-08-01\n"), "d.toml:1: rating[1].on", "is missing"},
      {without(whole, "2024-08-01", "\"1 August\""), "d.toml:5: rating[1].on",
       "Write a date without quotation marks"},
      {without(whole, "\"Invented.\"", "\"\""), "d.toml:6: rating[1].reason", "is empty"},
      {without(whole, "\"1.1\"", "\"7.1\""), "d.toml:2: rating[1].standard",
       "There is no standard \"7.1\""},
      {without(whole, "\"Good\"", "\"Fine\""), "d.toml:3: rating[1].rating",
       "Write Outstanding, Good, Requires improvement or Inadequate"},
      {without(whole, "by =", "who = \"x\"\nby ="), "d.toml:4: rating[1].who",
       "is not a key that is known here"},
      {whole + whole, "d.toml:8: rating[2].standard", "already a rating for \"1.1\""},
      {"[[ratings]]\n", "d.toml:1: ratings", "is not a key that is known here"},
      {"rating = 1\n", "d.toml:1: rating", "a list of tables"},
      {"rating = [", "d.toml:1", "not well-formed TOML"},
  };
  for (const auto& one : table) {
    CAPTURE(one.text);
    const auto decisions = parse_decisions(youth(), one.text, "d.toml");
    REQUIRE_FALSE(decisions);
    CHECK(decisions.error().where == one.where);
    CAPTURE(decisions.error().message);
    CHECK(decisions.error().message.find(one.message) != std::string::npos);
  }
}

TEST_CASE("a decisions file that is too large or not there is refused") {
  CHECK_FALSE(parse_decisions(youth(), std::string(largest_decisions_file + 1, '#'), "d.toml"));
  CHECK(read_decisions(youth(), "no/such/file.toml").error().code == ErrorCode::NotFound);
}
