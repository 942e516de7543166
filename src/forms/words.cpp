#include "forms/words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::forms {
namespace {

constexpr std::size_t short_text = 80;

// The first line, cut at a word; bytes of one letter stay together because words do.
std::string shortened(std::string_view text) {
  text = trim(text.substr(0, text.find('\n')));
  if (text.size() <= short_text) return std::string(text);
  const auto end = text.rfind(' ', short_text);
  return std::string(trim(text.substr(0, end == text.npos ? text.find(' ') : end))) + " \u2026";
}

struct InWords {
  const Field& field;

  std::string operator()(NoAnswer reason) const {
    return reason == NoAnswer::Declined ? "They did not want to say" : "Not known";
  }
  std::string operator()(const std::string& text) const {
    const auto* option = field.find_option(text);
    return option == nullptr ? text : option->label;
  }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(bool truth) const { return truth ? "Yes" : "No"; }
  std::string operator()(Date day) const { return words(day); }
  std::string operator()(const Chosen& chosen) const {
    std::vector<std::string> labels;
    for (const auto& code : chosen) {
      const auto* option = field.find_option(code);
      labels.push_back(option == nullptr ? code : option->label);
    }
    return join(labels, "; ");
  }
  std::string operator()(const RowReference&) const { return {}; }
  std::string operator()(const Upload& upload) const { return upload.name; }
  std::string operator()(const Sealed&) const { return "Sealed"; }
};

std::string row_name(const Group& group, const Answers& answers, domain::RowId row) {
  const auto& rows = answers.rows(group.code);
  const auto at = std::ranges::find(rows, row, &Row::id);
  if (at == rows.end()) return group.row_label;
  return group.row_label + " " + std::to_string(at - rows.begin() + 1);
}

}  // namespace

const Field* field_at(const Form& form, const FieldPath& at) {
  if (!at.row) return form.find_field(at.field);
  const auto* group = form.find_group(at.field);
  return group == nullptr || !at.cell ? nullptr : group->find(*at.cell);
}

std::string answer_words(const Field& field, const Answer& answer) {
  return std::visit(InWords{field}, answer);
}

std::string row_words(const Group& group, const Answers& answers, domain::RowId id) {
  const auto* row = answers.find(group.code, id);
  if (row == nullptr) return {};
  auto name = row_name(group, answers, id);
  for (const auto& field : group.fields) {
    if (field.kind != FieldKind::Text && field.kind != FieldKind::LongText) continue;
    const auto at = row->answers.find(field.code);
    if (at == row->answers.end() || field.sealed) continue;
    if (const auto* text = std::get_if<std::string>(&at->second))
      return name + ": " + shortened(*text);
  }
  return name;
}

std::string path_words(const Form& form, const Answers& answers, const FieldPath& at) {
  const auto* group = at.row ? form.find_group(at.field) : nullptr;
  const auto row = group != nullptr && at.row ? row_name(*group, answers, *at.row) : std::string();
  if (group != nullptr && !at.cell) return row;
  const auto* field = field_at(form, at);
  if (field == nullptr) return {};
  return group == nullptr ? field->label : field->label + " (" + row + ")";
}

}  // namespace northlight::forms
