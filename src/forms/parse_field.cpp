#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "forms/parse.hpp"

namespace northlight::forms {
namespace {

constexpr std::size_t line_length = 200;
constexpr std::size_t long_text_length = 20'000;

template <typename Enum, std::size_t Count>
std::string every_code() {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < Count; ++i)
    codes.push_back("\"" + std::string(code(static_cast<Enum>(i))) + "\"");
  return list_in_words(codes, "or");
}

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool has_options(FieldKind kind) { return kind == FieldKind::Choice || kind == FieldKind::Choices; }

void parse_options(TomlFields& fields, Field& field) {
  for (auto& row : fields.optional_tables("options")) {
    Option option{.code = parse_code(row), .label = row.text("label").value_or("")};
    if (field.find_option(option.code) != nullptr)
      row.refuse("id",
                 fmt::format("The option \"{}\" stands twice. Give each its own id.", option.code));
    row.finish();
    field.options.push_back(std::move(option));
  }
  if (has_options(field.kind) && field.options.size() < 2)
    fields.refuse("options", "A choice needs two options at least. Add them, or use \"yes-no\".");
  if (!has_options(field.kind) && !field.options.empty())
    fields.refuse("options", "Only a field of kind \"choice\" or \"choices\" has options.");
}

void parse_limits(TomlFields& fields, Field& field) {
  const bool text =
      FieldKinds{FieldKind::Text, FieldKind::LongText, FieldKind::Person, FieldKind::Agency}.has(
          field.kind);
  if (text) field.longest = field.kind == FieldKind::LongText ? long_text_length : line_length;
  field.past = fields.optional_flag("past").value_or(false);
  if (field.past && field.kind != FieldKind::Date)
    fields.refuse("past", "Only a \"date\" can be one that may not lie after today.");
  if (const auto longest = fields.optional_whole("longest")) {
    if (!text || *longest < 1 || *longest > 100'000)
      fields.refuse("longest", "Give the characters of a text: 1 to 100000.");
    else
      field.longest = static_cast<std::size_t>(*longest);
  }
  const auto least = fields.optional_whole("least");
  const auto most = fields.optional_whole("most");
  if (!least && !most) return;
  if (field.kind != FieldKind::WholeNumber || !least || !most || *least >= *most) {
    fields.refuse("least", "Give both \"least\" and a greater \"most\", of a whole number alone.");
    return;
  }
  field.least = *least;
  field.most = *most;
}

void parse_reference(TomlFields& fields, Field& field) {
  if (auto row = fields.optional_table("refers_to")) {
    Refers refers{.group = FieldCode{row->text("group").value_or("")}};
    if (const auto form = row->optional_text("form")) refers.form = FormCode{*form};
    row->finish();
    field.refers_to = std::move(refers);
  }
  if (field.refers_to.has_value() != (field.kind == FieldKind::Reference))
    fields.refuse("refers_to",
                  "A field of kind \"reference\", and no other, says which group it refers to: "
                  "refers_to = { form = \"assessment\", group = \"risks\" }.");
}

}  // namespace

std::string parse_code(TomlFields& fields) {
  const auto text = fields.text("id");
  if (!text) return {};
  if (!is_code(*text))
    fields.refuse("id", fmt::format("\"{}\" cannot be an id. Use small letters, digits, \"_\" and "
                                    "\"-\", 60 at most.",
                                    *text));
  return *text;
}

std::vector<framework::PromptCode> parse_prompts(TomlFields& fields) {
  std::vector<framework::PromptCode> prompts;
  for (auto& prompt : fields.optional_texts("prompts")) {
    const framework::PromptCode one{std::move(prompt)};
    if (std::ranges::find(prompts, one) != prompts.end())
      fields.refuse("prompts", fmt::format("The prompt \"{}\" stands twice.", one.text()));
    prompts.push_back(one);
  }
  return prompts;
}

std::optional<Condition> parse_condition(TomlFields& fields, const Earlier& earlier) {
  auto row = fields.optional_table("shown_when");
  if (!row) return std::nullopt;
  Condition condition{.field = FieldCode{row->text("field").value_or("")}, .is = row->texts("is")};
  row->finish();
  const auto at =
      std::ranges::find(earlier, condition.field, [](const Field* f) { return f->code; });
  if (at == earlier.end()) {
    row->refuse("field", fmt::format("No field \"{}\" stands before this one. Name an earlier "
                                     "field of the form or of the same row.",
                                     condition.field.text()));
    return condition;
  }
  const bool yes_no = (*at)->kind == FieldKind::YesNo;
  if (!yes_no && !has_options((*at)->kind)) {
    row->refuse("field", "A condition looks at a \"yes-no\", a \"choice\" or \"choices\".");
    return condition;
  }
  for (const auto& value : condition.is)
    if (yes_no ? value != "yes" && value != "no" : (*at)->find_option(value) == nullptr)
      row->refuse("is", fmt::format("\"{}\" can never be the answer to \"{}\". Write {}.", value,
                                    condition.field.text(),
                                    yes_no ? "\"yes\" or \"no\"" : "one of its options' ids"));
  if (condition.is.empty()) row->refuse("is", "Say at least one answer for which this is shown.");
  return condition;
}

std::optional<domain::AboutWhom> parse_about(TomlFields& fields, KeptIn kept_in) {
  const auto typed = fields.optional_text("about");
  if (!typed) return std::nullopt;
  const bool victims = kept_in == KeptIn::VictimsFile;
  if (victims && *typed == "victim-confided") return domain::AboutWhom::ChildConfided;
  const auto known = domain::parse_about_whom(*typed);
  if (!known) {
    fields.refuse("about",
                  fmt::format("\"{}\" is nobody that an answer can be about. Write {}.", *typed,
                              every_code<domain::AboutWhom, domain::about_whom_count>()));
    return std::nullopt;
  }
  return victims ? domain::in_victims_file(*known) : *known;
}

Field parse_field(TomlFields& fields, const Earlier& earlier, KeptIn kept_in,
                  std::optional<domain::AboutWhom> group_about) {
  Field field;
  field.code = FieldCode{parse_code(fields)};
  field.label = fields.text("label").value_or("");
  field.hint = fields.optional_text("hint").value_or("");
  if (const auto kind = fields.text("kind")) {
    const auto known = parse_field_kind(*kind);
    if (!known)
      fields.refuse("kind", fmt::format("\"{}\" is no kind of field. Write {}.", *kind,
                                        every_code<FieldKind, field_kind_count>()));
    field.kind = known.value_or(FieldKind::Text);
  }
  if (const auto need = fields.optional_text("need")) {
    const auto known = parse_need(*need);
    if (!known)
      fields.refuse("need", fmt::format("\"{}\" does not say when an answer is needed. Write {}.",
                                        *need, every_code<Need, 3>()));
    field.need = known.value_or(Need::Optional);
  }
  for (const auto& reason : fields.optional_texts("no_answer")) {
    const auto known = parse_no_answer(reason);
    if (!known)
      fields.refuse("no_answer",
                    fmt::format("\"{}\" is no reason for having no answer. Write \"declined\" or "
                                "\"not-known\".",
                                reason));
    else if (std::ranges::find(field.no_answer, *known) == field.no_answer.end())
      field.no_answer.push_back(*known);
  }
  parse_options(fields, field);
  parse_limits(fields, field);
  parse_reference(fields, field);
  field.shown_when = parse_condition(fields, earlier);
  field.prompts = parse_prompts(fields);
  const auto by_kind =
      field.kind == FieldKind::Person ? domain::AboutWhom::Other : domain::AboutWhom::Child;
  field.about = parse_about(fields, kept_in).value_or(group_about.value_or(by_kind));
  field.sealed = fields.optional_flag("sealed").value_or(false);
  if (field.sealed && field.kind != FieldKind::Text && field.kind != FieldKind::LongText)
    fields.refuse("sealed", "Only a \"text\" or a \"long-text\" can be sealed.");
  fields.finish();
  return field;
}

}  // namespace northlight::forms
