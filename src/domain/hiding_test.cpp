#include "domain/hiding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "domain/read_subject_access.hpp"
#include "domain/words_in.hpp"
#include "testing/example_files.hpp"

using namespace northlight;
using namespace northlight::domain;

/// Runs tests/examples/hiding/*.toml by the policy that ships. In `expect`, what is hidden is "■".
namespace {

const SubjectAccessPolicy& shipped() {
  static const auto policy =
      read_subject_access(NORTHLIGHT_SOURCE_DIR "/policy/subject-access.toml");
  if (!policy) FAIL(policy.error().message << policy.error().where);
  return *policy;
}

KnownNames names_in(TomlFields& fields) {
  KnownNames names{.own = fields.texts("own_names")};
  for (auto& former : fields.optional_tables("former")) {
    names.former.push_back(former.texts("ways"));
    former.finish();
  }
  for (auto& text : fields.optional_texts("known_by_each_word"))
    names.others.push_back({std::move(text), NameKnownBy::EachWord});
  for (auto& text : fields.optional_texts("known_in_full"))
    names.others.push_back({std::move(text), NameKnownBy::Whole});
  for (auto& text : fields.optional_texts("known_with_capital"))
    names.others.push_back({std::move(text), NameKnownBy::EachWordWithCapital});
  for (auto& text : fields.optional_texts("as_written"))
    names.others.push_back({std::move(text), NameKnownBy::EachWordAsWritten});
  return names;
}

HeldLine line_in(TomlFields& fields) {
  HeldLine line{.place = "place", .text = fields.text("text").value_or("")};
  if (const auto about = fields.optional_text("about")) line.about = *parse_about_whom(*about);
  if (const auto fact = fields.optional_text("fact")) line.fact = *parse_held_fact(*fact);
  line.names_somebody = fields.optional_flag("names_somebody").value_or(false);
  return line;
}

void run(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  const auto document = Toml::parse(text.str(), path.filename().string());
  if (!document) FAIL(document.error().message);
  std::vector<Error> problems;
  TomlFields fields(*document, path.filename().string(), "", problems);
  CHECK(fields.text("why").has_value());
  const auto names = names_in(fields);
  const auto asked_by = parse_requester(fields.optional_text("asked_by").value_or("child"));
  REQUIRE(asked_by);
  Holding holding{{{"facts", "Facts", {{"Entry", {}}}}}};
  std::vector<std::string> expected;
  for (auto& line : fields.tables("lines")) {
    holding.parts[0].entries[0].lines.push_back(line_in(line));
    expected.push_back(line.text("expect").value_or(""));
    line.finish();
  }
  fields.finish();
  for (const auto& problem : problems) FAIL_CHECK(problem.where << ": " << problem.message);
  std::vector<Decided> decided;
  for (auto& hiding : propose_hidings(shipped(), holding, names, *asked_by))
    decided.push_back({std::move(hiding)});
  const auto given = hide(holding, decided, "■");
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(given.parts[0].entries[0].lines[i].text == expected[i]);
}

Holding one_line(std::string text, AboutWhom about = AboutWhom::Child) {
  return {
      {{"facts", "Facts", {{"Entry", {{.place = "p", .about = about, .text = std::move(text)}}}}}}};
}

}  // namespace

TEST_CASE("the worked examples of hiding come out as written") {
  testing::run_examples("hiding", 6, run);
}

TEST_CASE("words are compared without their case and accents") {
  const auto words = words_in("Siân O’Brien-Ŵyn, SIAN's Łódź");
  std::vector<std::string> folded;
  for (const auto& word : words) folded.push_back(word.folded);
  CHECK(folded == std::vector<std::string>{"sian", "obrien", "wyn", "sian", "lodz"});
  CHECK(words[0].until == 5);
  CHECK(words[2].capital);
  CHECK(words_in("\xFF\xC3").empty());
  CHECK(words_in("e\xCC\x81va")[0].folded == "eva");
}

TEST_CASE("lifting a whole answer leaves the names in it to be decided") {
  const auto holding = one_line("Rowan was hurt.", AboutWhom::Victim);
  std::vector<Decided> all;
  for (auto& hiding : propose_hidings(
           shipped(), holding, {.others = {{"Rowan", NameKnownBy::EachWord}}}, Requester::Child))
    all.push_back({std::move(hiding)});
  REQUIRE(all.size() == 2);
  CHECK(count_unchecked(all) == 1);
  CHECK(is_covered(all, all[1]));
  all[0].decision = Decision::Lifted;
  CHECK(count_unchecked(all) == 1);
  CHECK(hide(holding, all, "-").parts[0].entries[0].lines[0].text == "- was hurt.");
  all[1].decision = Decision::Confirmed;
  CHECK(count_unchecked(all) == 0);
}

TEST_CASE("hidings that overlap hide what both hold") {
  const auto holding = one_line("abc def ghi");
  const std::vector<Decided> all{{{{}, {0, 7}, "added"}, Decision::Confirmed},
                                 {{{}, {4, 11}, "name"}, Decision::Confirmed}};
  const auto given = hide(holding, all, "-");
  CHECK(given.parts[0].entries[0].lines[0].text == "-");
  CHECK(given.parts[0].entries[0].lines[0].hidden == 1);
}

TEST_CASE("a reviewer's words are found wherever they stand in the line") {
  CHECK(find_words("The boy next door, the BOY next door.", "boy Next").size() == 2);
  CHECK(find_words("cowboy", "boy").empty());
  CHECK(find_words("anything", " ").empty());
}

TEST_CASE("an answer is due on the same day of a later month, or on its last") {
  using namespace std::chrono_literals;
  CHECK(months_after(2026y / 1 / 31, 1) == Date{2026y / 2 / 28});
  CHECK(months_after(2027y / 11 / 30, 3) == Date{2028y / 2 / 29});
  CHECK(answer_due(shipped(), 2026y / 9 / 3, false) == Date{2026y / 10 / 3});
  CHECK(answer_due(shipped(), 2026y / 9 / 3, true) == Date{2026y / 12 / 3});
}

TEST_CASE("a policy that leaves a kind of person without a rule is refused") {
  std::ifstream in(NORTHLIGHT_SOURCE_DIR "/policy/subject-access.toml");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto with = [&](std::string_view from, std::string_view to) {
    return parse_subject_access(replace_all(text, from, to), "p.toml");
  };
  CHECK(with("about = [\"victim\"]", "about = [\"family\"]")
            .error()
            .message.find("has a rule already") != std::string::npos);
  CHECK(with("about = [\"victim\"]", "about = []").error().message.find("\"victim\"") !=
        std::string::npos);
  CHECK(with("\"whole\"", "\"all\"").error().message.find("Write \"whole\"") != std::string::npos);
  CHECK(with("months = 1\n", "months = 0\n").error().where.find("time.months") !=
        std::string::npos);
  CHECK_FALSE(with("code = \"victim\"", "code = \"own\""));
  CHECK(with("to_others = \"whole\"", "to_others = \"all\"").error().where.find("to_others") !=
        std::string::npos);
  CHECK(with("answers = \"whole\"\nwords = \"Telling",
             "answers = \"whole\"\nto_others = \"nothing\"\nwords = \"Telling")
            .error()
            .message.find("never told more than the child") != std::string::npos);
}
