#include "forms/answers.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::forms {

std::string_view code(NoAnswer reason) {
  return reason == NoAnswer::Declined ? "declined" : "not-known";
}

std::optional<NoAnswer> parse_no_answer(std::string_view code) {
  if (code == "declined") return NoAnswer::Declined;
  if (code == "not-known") return NoAnswer::NotKnown;
  return std::nullopt;
}

const Answer* Answers::find(const FieldCode& field) const {
  const auto at = fields.find(field);
  return at == fields.end() ? nullptr : &at->second;
}

const std::vector<Row>& Answers::rows(const FieldCode& group) const {
  static const std::vector<Row> none;
  const auto at = groups.find(group);
  return at == groups.end() ? none : at->second;
}

const Row* Answers::find(const FieldCode& group, domain::RowId row) const {
  const auto& all = rows(group);
  const auto at = std::ranges::find(all, row, &Row::id);
  return at == all.end() ? nullptr : &*at;
}

Result<FieldPath> FieldPath::parse(std::string_view text) {
  const auto parts = split(text, '/');
  const Error refusal{ErrorCode::Invalid,
                      "This names no field of a form. Reload the page and try again.", "field"};
  if (parts.empty() || parts.size() > 3) return refusal;
  for (const auto part : parts)
    if (part.empty() || part.size() > 100) return refusal;
  FieldPath path{.field = FieldCode{std::string(parts[0])}};
  if (parts.size() > 1) {
    const auto row = domain::RowId::parse(parts[1]);
    if (!row) return refusal;
    path.row = *row;
  }
  if (parts.size() > 2) path.cell = FieldCode{std::string(parts[2])};
  return path;
}

std::string FieldPath::text() const {
  auto text = field.text();
  if (row) text += "/" + row->text();
  if (cell) text += "/" + cell->text();
  return text;
}

const Answer* find(const Answers& answers, const FieldPath& at) {
  if (!at.row) return answers.find(at.field);
  if (!at.cell) return nullptr;
  const auto* row = answers.find(at.field, *at.row);
  if (row == nullptr) return nullptr;
  const auto found = row->answers.find(*at.cell);
  return found == row->answers.end() ? nullptr : &found->second;
}

}  // namespace northlight::forms
