#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "forms/answers_json.hpp"
#include "forms/compare.hpp"
#include "forms/project.hpp"
#include "forms/read_forms.hpp"
#include "forms/validate.hpp"
#include "testing/example_files.hpp"

using namespace northlight;
using namespace northlight::forms;

/// Runs tests/examples/forms/*.toml: each file is one idea about one of the forms that ship.
/// Answers are JSON, as they are kept; a row's id may be written "row-1", "row-2" … What is held
/// against a form is so on the day `today`.
namespace {

constexpr Date examples_today{std::chrono::year(2026), std::chrono::November,
                              std::chrono::day(23)};  ///< Unless an example says another.

const Form& form_named(const std::string& code) {
  static const auto forms = read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  REQUIRE(forms);
  const auto at = std::ranges::find(forms->all(), FormCode{code}, &Form::code);
  REQUIRE(at != forms->all().end());
  return *at;
}

std::string row_text(int number) {
  IdBits::Bytes bytes{};
  bytes.back() = static_cast<std::uint8_t>(number);
  return IdBits{bytes}.text();
}

/// "row-1" to the id that it stands for, and back.
std::string with_ids(std::string text) {
  for (int i = 1; i <= 9; ++i) text = replace_all(text, "row-" + std::to_string(i), row_text(i));
  return text;
}
std::string without_ids(std::string text) {
  for (int i = 1; i <= 9; ++i) text = replace_all(text, row_text(i), "row-" + std::to_string(i));
  return text;
}

Answers answers_of(const Form& form, const std::string& text) {
  const auto json = Json::parse(with_ids(text));
  REQUIRE(json);
  const auto answers = parse_answers(form, *json, Boxes::Refused);
  if (!answers) FAIL(answers.error().where << ": " << answers.error().message);
  return *answers;
}

/// The example's own answers as the program writes them, so that spaces and order do not matter.
std::string same_text(const Form& form, const std::string& text) {
  return without_ids(answers_json(answers_of(form, text)).text());
}

void run_validate(const Form& form, TomlFields table) {
  const auto answers = answers_of(form, table.text("answers").value_or(""));
  const auto purpose = table.text("for") == "sign" ? Purpose::Sign : Purpose::Save;
  const auto today = table.optional_date("today").value_or(examples_today);
  const auto expected = table.texts("problems_at");
  table.finish();
  std::vector<std::string> found;
  for (const auto& problem : validate(form, answers, purpose, today))
    found.push_back(without_ids(problem.where));
  CHECK(found == expected);
}

void run_merge(const Form& form, TomlFields table) {
  const auto state = [&](std::string_view key) {
    return answers_of(form, table.text(key).value_or(""));
  };
  const auto merged = merge(state("base"), state("mine"), state("theirs"));
  const auto expected = same_text(form, table.text("expect").value_or(""));
  const auto conflicts = table.texts("conflicts_at");
  table.finish();
  CHECK(without_ids(answers_json(merged.answers).text()) == expected);
  std::vector<std::string> found;
  for (const auto& conflict : merged.conflicts)
    found.push_back(without_ids(conflict.mine.at.text()));
  CHECK(found == conflicts);
}

void run_project(const Form& form, TomlFields table) {
  const auto answers = answers_of(form, table.text("answers").value_or(""));
  const auto expected = table.texts("rows");
  table.finish();
  std::vector<std::string> found;
  for (const auto& row : project(form, answers)) {
    std::string text(code(row.to));
    for (const auto& [column, answer] : row.columns)
      text += " " + column + "=" + answer_json(answer).text();
    found.push_back(without_ids(text));
  }
  CHECK(found == expected);
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
  const auto& form = form_named(fields.text("form").value_or(""));
  auto validating = fields.optional_table("validate");
  auto merging = fields.optional_table("merge");
  auto projecting = fields.optional_table("project");
  CHECK((validating || merging || projecting));
  if (validating) run_validate(form, *validating);
  if (merging) run_merge(form, *merging);
  if (projecting) run_project(form, *projecting);
  fields.finish();
  for (const auto& problem : problems) FAIL_CHECK(problem.where << ": " << problem.message);
}

}  // namespace

TEST_CASE("the worked examples of forms come out as written") {
  testing::run_examples("forms", 6, run);
}
