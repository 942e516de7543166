#include "forms/parse_form.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "forms/read_forms.hpp"
#include "forms/small_form.hpp"
#include "framework/read_framework.hpp"

using namespace northlight;
using namespace northlight::forms;

namespace {

/// The small form with one thing changed, and the first problem that is found with it.
Error problem_with(std::string_view from, std::string_view to) {
  auto file = small_form_file();
  const auto before = file.text;
  file.text = replace_all(file.text, from, to);
  REQUIRE(file.text != before);
  const auto reading = parse_forms({&file, 1});
  REQUIRE_FALSE(reading.problems.empty());
  CHECK_FALSE(reading.forms);
  return reading.problems.front();
}

}  // namespace

TEST_CASE("a form is read with its fields, rows, conditions and projections") {
  const auto& form = small_form();
  CHECK(form.code == FormCode{"small"});
  REQUIRE(form.find_field(FieldCode{"why_not"}) != nullptr);
  CHECK(form.find_field(FieldCode{"why_not"})->shown_when->field == FieldCode{"agreed"});
  CHECK(form.find_field(FieldCode{"secret"})->sealed);
  CHECK(form.find_field(FieldCode{"day"})->past);
  CHECK_FALSE(form.find_field(FieldCode{"words"})->past);
  CHECK(form.find_field(FieldCode{"story"})->no_answer.size() == 2);
  REQUIRE(form.find_group(FieldCode{"dangers"}) != nullptr);
  CHECK(form.find_group(FieldCode{"dangers"})->at_least == 1);
  CHECK(form.projecting.size() == 3);
}

TEST_CASE("what is wrong with a form is said with its line and key, and what to do") {
  const auto kind = problem_with(R"(kind = "whole-number")", R"(kind = "number")");
  CHECK(kind.where == "small.toml:17: sections[1].fields[4].kind");
  CHECK(kind.message.find("\"whole-number\"") != std::string::npos);

  CHECK(problem_with("at_least = 1", "at_lest = 1").where ==
        "small.toml:31: sections[1].groups[1].at_lest");
}

TEST_CASE("a form says in whose file it is kept: a child's unless it says a victim's") {
  CHECK(small_form().kept_in == KeptIn::ChildsFile);
  auto file = small_form_file();
  file.text = replace_all(file.text, R"(id = "small")", "id = \"small\"\nkept_in = \"victim\"");
  const auto reading = parse_forms({&file, 1});
  REQUIRE(reading.forms);
  CHECK(reading.forms->all().front().kept_in == KeptIn::VictimsFile);
  const auto other = problem_with(R"(id = "small")", "id = \"small\"\nkept_in = \"nobody\"");
  CHECK(other.where == "small.toml:2: kept_in");
}

TEST_CASE("a form that contradicts itself is refused") {
  CHECK(contains_ignoring_case(problem_with(R"(id = "words")", R"(id = "day")").message,
                               "used twice"));
  CHECK(contains_ignoring_case(
      problem_with(R"(field = "agreed", is = ["no"])", R"(field = "shade", is = ["no"])").message,
      "before this one"));
  CHECK(contains_ignoring_case(problem_with(R"(is = ["blue"])", R"(is = ["green"])").message,
                               "can never be the answer"));
  CHECK(contains_ignoring_case(problem_with(R"(what = "words")", R"(what = "secret")").message,
                               "sealed"));
  CHECK(contains_ignoring_case(
      problem_with(R"(group = "dangers" })", R"(group = "hopes" })").message, "to refer to"));
  CHECK(contains_ignoring_case(
      problem_with(R"(kind = "danger_kind", description)", "description").message,
      "must be filled"));
  CHECK(contains_ignoring_case(
      problem_with(R"(effective_on = "day")", R"(effective_on = "words")").message, "\"date\""));
  CHECK(contains_ignoring_case(
      problem_with(R"(kind = "text", sealed = true)", R"(kind = "date", sealed = true)").message,
      "can be sealed"));
  const auto past = problem_with("longest = 20", "past = true");
  CHECK(past.where == "small.toml:15: sections[1].fields[2].past");
  CHECK(past.message == "Only a \"date\" can be one that may not lie after today.");
  CHECK(problem_with("past = true", "past = \"yes\"").where ==
        "small.toml:14: sections[1].fields[1].past");
}

TEST_CASE("in a form that is kept in victims' files, the victim is whose file it is") {
  const auto about = [](const char* said) {
    auto file = small_form_file();
    file.text = replace_all(file.text, R"(id = "small")", "id = \"small\"\nkept_in = \"victim\"");
    if (*said != '\0')
      file.text = replace_all(file.text, "at_least = 1",
                              "at_least = 1\nabout = \"" + std::string(said) + "\"");
    const auto reading = parse_forms({&file, 1});
    REQUIRE(reading.forms);
    return reading.forms->all()[0].find_group(FieldCode{"dangers"})->fields.front().about;
  };
  CHECK(about("") == domain::AboutWhom::Child);
  CHECK(about("victim") == domain::AboutWhom::Child);
  CHECK(about("victim-confided") == domain::AboutWhom::ChildConfided);
  CHECK(about("child") == domain::AboutWhom::OtherChild);
  CHECK(about("child-confided") == domain::AboutWhom::OtherChild);
  CHECK(about("referrer") == domain::AboutWhom::Referrer);
  const auto childs = problem_with("at_least = 1", "at_least = 1\nabout = \"victim-confided\"");
  CHECK(childs.message.find("is nobody that an answer can be about") != std::string::npos);
}

TEST_CASE("a field says whom its answers are about: itself, by its group or by its kind") {
  const auto forms = read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  REQUIRE(forms);
  const auto about = [&](const char* form, const char* group, const char* field) {
    const auto* found = forms->find(FormCode{form}, 1);
    REQUIRE(found != nullptr);
    return *group == '\0' ? found->find_field(FieldCode{field})->about
                          : found->find_group(FieldCode{group})->find(FieldCode{field})->about;
  };
  CHECK(about("assessment", "", "victims_need") == domain::AboutWhom::Victim);
  CHECK(about("assessment", "", "child_view") == domain::AboutWhom::ChildConfided);
  CHECK(about("assessment", "", "strengths") == domain::AboutWhom::Child);
  CHECK(about("contact", "", "with") == domain::AboutWhom::Other);
  CHECK(about("child-details", "people_close", "telephone") == domain::AboutWhom::Family);

  auto file = small_form_file();
  file.text = replace_all(file.text, R"(at_least = 1)", "at_least = 1\nabout = \"victim\"");
  const auto reading = parse_forms({&file, 1});
  REQUIRE(reading.forms);
  const auto* dangers = reading.forms->all()[0].find_group(FieldCode{"dangers"});
  for (const auto& field : dangers->fields) CHECK(field.about == domain::AboutWhom::Victim);
  const auto unknown = problem_with("at_least = 1", "at_least = 1\nabout = \"enemy\"");
  CHECK(unknown.message.find("\"other-child\"") != std::string::npos);
}

TEST_CASE("the same edition of a form twice is refused") {
  const std::vector<FormFile> twice{small_form_file(), {"copy.toml", small_form_file().text}};
  const auto reading = parse_forms(twice);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].where == "copy.toml:1: edition");
}

TEST_CASE("a record goes on in its edition while new ones take the latest in force") {
  auto second = small_form_file();
  second.path = "second.toml";
  second.text = replace_all(second.text, "edition = 1", "edition = 2");
  second.text = replace_all(second.text, "2020-01-01", "2026-06-01");
  const std::vector<FormFile> both{small_form_file(), second};
  const auto forms = *parse_forms(both).forms;
  using namespace std::chrono_literals;
  const FormCode small{"small"};
  CHECK(forms.in_force(small, 2026y / 5 / 31)->edition == 1);
  CHECK(forms.in_force(small, 2026y / 6 / 1)->edition == 2);
  CHECK(forms.in_force(small, 2019y / 6 / 1) == nullptr);
  CHECK(forms.find(small, 1)->edition == 1);
  CHECK(forms.find(small, 3) == nullptr);
}

TEST_CASE("the forms that ship are sound, and the prompts that they name exist") {
  const auto forms = read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  if (!forms) FAIL(forms.error().message);
  CHECK(forms->all().size() >= 5);
  const auto editions = framework::read_editions(NORTHLIGHT_SOURCE_DIR "/frameworks");
  REQUIRE(editions);
  for (const auto& problem : check_prompts(*forms, *editions))
    FAIL(problem.where << problem.message);
}

TEST_CASE("of every day that the forms ask for it was decided whether it may be one to come") {
  using Days = std::vector<std::string>;
  const auto forms = read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  REQUIRE(forms);
  Days past;
  Days any;
  for (const auto& form : forms->all())
    each_field(form, [&](const Field& field) {
      if (field.kind == FieldKind::Date)
        (field.past ? past : any).push_back(form.code.text() + ": " + field.code.text());
    });
  CHECK(past == Days{"assessment: completed_on", "child-details: date_of_birth", "contact: held_on",
                     "management-oversight: looked_on", "management-oversight: asked_done",
                     "plan: action_done", "victim-contact: held_on", "victim-wishes: asked_on"});
  CHECK(any == Days{"management-oversight: asked_by", "plan: begins_on", "plan: review_on",
                    "plan: action_due"});
}

TEST_CASE("a folder without forms says so") {
  const auto forms = read_forms(NORTHLIGHT_SOURCE_DIR "/docs");
  REQUIRE_FALSE(forms);
  CHECK(forms.error().code == ErrorCode::NotFound);
}
