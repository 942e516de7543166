#include "forms/parse_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.hpp"
#include "forms/parse.hpp"

namespace northlight::forms {
namespace {

// All of a form shares one set of codes, so that a path names one thing.
class FormParser {
 public:
  explicit FormParser(TomlFields fields) : fields_(std::move(fields)) {}

  Form parse() {
    parse_head();
    for (auto& row : fields_.tables("sections")) parse_section(row);
    if (fields_.has("effective_on")) {
      form_.effective_on = FieldCode{fields_.text("effective_on").value_or("")};
      const auto* field = form_.find_field(*form_.effective_on);
      if (field == nullptr || field->kind != FieldKind::Date)
        fields_.refuse("effective_on", "Name a field of kind \"date\" that stands in no group.");
    }
    for (auto& row : fields_.optional_tables("projections")) {
      auto projecting = parse_projecting(row, form_);
      form_.projecting.push_back(std::move(projecting));
    }
    fields_.finish();
    return std::move(form_);
  }

 private:
  void parse_head() {
    form_.code = FormCode{parse_code(fields_)};
    form_.edition = fields_.whole("edition").value_or(1);
    if (form_.edition < 1) fields_.refuse("edition", "Editions are numbered 1, 2, 3 …");
    form_.title = fields_.text("title").value_or("");
    form_.summary = fields_.text("summary").value_or("");
    form_.in_force_from = fields_.date("in_force_from").value_or(Date{});
    form_.source = fields_.text("source").value_or("");
    const auto status = fields_.text("status");
    if (status == "published")
      form_.status = framework::FactStatus::Published;
    else if (status && *status != "unverified")
      fields_.refuse("status",
                     "Write \"published\" where every word was seen at the source, "
                     "otherwise \"unverified\".");
    form_.quick = fields_.optional_flag("quick").value_or(false);
    form_.single = fields_.optional_flag("single").value_or(false);
    const auto kept_in = fields_.optional_text("kept_in");
    if (kept_in == "victim")
      form_.kept_in = KeptIn::VictimsFile;
    else if (kept_in && *kept_in != "child")
      fields_.refuse("kept_in", "Write \"child\" or \"victim\": whose file such a record is in.");
    const auto countersign = fields_.optional_text("countersign");
    if (countersign == "always")
      form_.countersigning = Countersigning::Always;
    else if (countersign && *countersign != "never")
      fields_.refuse("countersign", "Write \"always\" or \"never\".");
    if (form_.quick && form_.countersigning != Countersigning::Never)
      fields_.refuse("countersign", "A quick record is signed by saving and not countersigned.");
    if (const auto evidences = fields_.optional_text("evidences"))
      form_.evidences = framework::EditionCode{*evidences};
  }

  void parse_section(TomlFields& row) {
    Section section;
    section.code = parse_code(row);
    if (!sections_.insert(section.code).second)
      row.refuse("id", fmt::format("The section \"{}\" stands twice.", section.code));
    section.title = row.text("title").value_or("");
    section.hint = row.optional_text("hint").value_or("");
    auto fields = row.optional_tables("fields");
    auto groups = row.optional_tables("groups");
    for (auto& one : fields) {
      auto field = parse_field(one, earlier(), form_.kept_in);
      take(one, field.code);
      check_prompts_have_edition(one, field.prompts);
      seen_.push_back(field);
      section.fields.push_back(std::move(field));
    }
    for (auto& one : groups) section.groups.push_back(parse_group(one));
    if (section.fields.empty() && section.groups.empty())
      row.refuse("", "This section asks nothing. Add a field or a group, or take it out.");
    row.finish();
    form_.sections.push_back(std::move(section));
  }

  Group parse_group(TomlFields& row) {
    Group group;
    group.code = FieldCode{parse_code(row)};
    take(row, group.code);
    group.label = row.text("label").value_or("");
    group.row_label = row.text("row_label").value_or("");
    group.hint = row.optional_text("hint").value_or("");
    const auto at_least = row.optional_whole("at_least").value_or(0);
    if (at_least < 0 || at_least > 100) row.refuse("at_least", "Give a number from 0 to 100.");
    group.at_least = static_cast<std::size_t>(std::clamp<std::int64_t>(at_least, 0, 100));
    group.shown_when = parse_condition(row, earlier());
    group.prompts = parse_prompts(row);
    check_prompts_have_edition(row, group.prompts);
    const auto about = parse_about(row, form_.kept_in);
    auto inside = row.tables("fields");
    group.fields.reserve(inside.size());
    auto before = earlier();
    for (auto& one : inside) {
      auto field = parse_field(one, before, form_.kept_in, about);
      take(one, field.code);
      check_prompts_have_edition(one, field.prompts);
      group.fields.push_back(std::move(field));
      before.push_back(&group.fields.back());
    }
    row.finish();
    return group;
  }

  Earlier earlier() {
    Earlier before;
    for (const auto& field : seen_) before.push_back(&field);
    return before;
  }

  void take(TomlFields& row, const FieldCode& code) {
    if (!code.text().empty() && !codes_.insert(code.text()).second)
      row.refuse("id", fmt::format("The id \"{}\" is used twice in this form. Give each field and "
                                   "group its own.",
                                   code.text()));
  }

  void check_prompts_have_edition(TomlFields& row,
                                  const std::vector<framework::PromptCode>& prompts) {
    if (!prompts.empty() && !form_.evidences)
      row.refuse("prompts",
                 "Prompts belong to an edition of the standards. Name it at the top: "
                 "evidences = \"hmip-youth-2021\".");
  }

  TomlFields fields_;
  Form form_{};
  std::set<std::string> sections_{};
  std::set<std::string> codes_{};
  std::vector<Field> seen_{};
};

const Group* target_of(const std::vector<Form>& forms, const Form& from, const Refers& refers) {
  if (!refers.form) return from.find_group(refers.group);
  for (const auto& form : forms)
    if (form.code == *refers.form)
      if (const auto* group = form.find_group(refers.group)) return group;
  return nullptr;
}

void check_references(const std::vector<Form>& forms, const std::vector<std::string>& paths,
                      std::vector<Error>& problems) {
  for (std::size_t i = 0; i < forms.size(); ++i)
    each_field(forms[i], [&](const Field& field) {
      if (!field.refers_to || target_of(forms, forms[i], *field.refers_to) != nullptr) return;
      problems.push_back({ErrorCode::Invalid,
                          fmt::format("No form \"{}\" has a group \"{}\" to refer to.",
                                      field.refers_to->form.value_or(forms[i].code).text(),
                                      field.refers_to->group.text()),
                          paths[i] + ": " + field.code.text() + ".refers_to"});
    });
}

bool has_prompt(const framework::Edition& edition, const framework::PromptCode& prompt) {
  for (const auto& standard : edition.standards)
    for (const auto& question : standard.questions)
      if (std::ranges::find(question.prompts, prompt, &framework::Prompt::code) !=
          question.prompts.end())
        return true;
  return false;
}

}  // namespace

FormsReading parse_forms(std::span<const FormFile> files) {
  FormsReading reading;
  std::vector<Form> forms;
  std::vector<std::string> paths;
  for (const auto& file : files) {
    const auto document = Toml::parse(file.text, file.path);
    if (!document) {
      reading.problems.push_back(document.error());
      continue;
    }
    TomlFields fields(*document, file.path, "", reading.problems);
    auto form = FormParser(fields).parse();
    for (std::size_t i = 0; i < forms.size(); ++i)
      if (forms[i].code == form.code && forms[i].edition == form.edition)
        reading.problems.push_back(
            {ErrorCode::Invalid,
             fmt::format("Edition {} of \"{}\" stands in {} too. Give this one the next number.",
                         form.edition, form.code.text(), paths[i]),
             file.path + ":1: edition"});
    forms.push_back(std::move(form));
    paths.push_back(file.path);
  }
  check_references(forms, paths, reading.problems);
  if (reading.problems.empty()) reading.forms = Forms(std::move(forms));
  return reading;
}

std::vector<Error> check_prompts(const Forms& forms, std::span<const framework::Edition> editions) {
  std::vector<Error> problems;
  for (const auto& form : forms.all()) {
    if (!form.evidences) continue;
    const auto where = "forms: " + form.code.text();
    const auto edition = std::ranges::find(editions, *form.evidences, &framework::Edition::code);
    if (edition == editions.end()) {
      problems.push_back({ErrorCode::Invalid,
                          fmt::format("There is no edition \"{}\".", form.evidences->text()),
                          where});
      continue;
    }
    const auto check = [&](const FieldCode& at, const std::vector<framework::PromptCode>& prompts) {
      for (const auto& prompt : prompts)
        if (!has_prompt(*edition, prompt))
          problems.push_back(
              {ErrorCode::Invalid,
               fmt::format("\"{}\" has no prompt \"{}\".", form.evidences->text(), prompt.text()),
               where + "." + at.text()});
    };
    each_field(form, [&](const Field& field) { check(field.code, field.prompts); });
    for (const auto& section : form.sections)
      for (const auto& group : section.groups) check(group.code, group.prompts);
  }
  return problems;
}

}  // namespace northlight::forms
