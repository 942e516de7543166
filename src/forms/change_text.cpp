#include "forms/compare.hpp"

namespace northlight::forms {
namespace {

Error refused(const ChangeText& text, std::string message) {
  return {ErrorCode::Invalid, std::move(message), text.field};
}

Json optional_json(const std::optional<Answer>& answer) {
  return answer ? answer_json(*answer) : Json{};
}

Result<std::optional<Answer>> parse_optional(const Field& field, const Json& json, Boxes boxes) {
  if (json.is_null()) return std::optional<Answer>{};
  NL_TRY(answer, parse_answer(field, json, boxes));
  return std::optional<Answer>{std::move(answer)};
}

Result<Change> parse_removed(const Group& group, FieldPath at, const ChangeText& text,
                             Boxes boxes) {
  Change change{.kind = ChangeKind::RowRemoved, .at = std::move(at)};
  const auto* answers = text.was.find("answers");
  if (answers == nullptr || !answers->is_object() || text.was.members()->size() != 1)
    return refused(text, "A row that is taken out names what stood in it.");
  for (const auto& [name, value] : *answers->members()) {
    const auto* field = group.find(FieldCode{name});
    if (field == nullptr) return refused(text, "The form has no such question.");
    NL_TRY(answer, parse_answer(*field, value, boxes));
    change.row.emplace(field->code, std::move(answer));
  }
  return change;
}

Result<Change> parse_placed(FieldPath at, const ChangeText& text) {
  Change change{.kind = text.was.is_null() ? ChangeKind::RowAdded : ChangeKind::RowMoved,
                .at = std::move(at)};
  const auto* after = text.value.find("after");
  if (after == nullptr || text.value.members()->size() != 1 ||
      (!after->is_null() && after->string() == nullptr))
    return refused(text, "A row says behind which other row it stands.");
  if (!after->is_null()) {
    NL_TRY(row, domain::RowId::parse(*after->string()));
    change.after = row;
  }
  return change;
}

}  // namespace

ChangeText change_text(const Change& change) {
  ChangeText text{.field = change.at.text()};
  switch (change.kind) {
    case ChangeKind::Answered:
      text.was = optional_json(change.was);
      text.value = optional_json(change.value);
      break;
    case ChangeKind::RowRemoved: {
      Json answers = Json::object();
      for (const auto& [code, answer] : change.row) answers.set(code.text(), answer_json(answer));
      text.was = Json::object({{"answers", std::move(answers)}});
      break;
    }
    case ChangeKind::RowMoved:
      text.was = Json::object();
      [[fallthrough]];
    case ChangeKind::RowAdded:
      text.value = Json::object({{"after", change.after ? Json(change.after->text()) : Json{}}});
      break;
  }
  return text;
}

Result<Change> parse_change(const Form& form, const ChangeText& text, Boxes boxes) {
  NL_TRY(at, FieldPath::parse(text.field));
  const auto* group = at.row ? form.find_group(at.field) : nullptr;
  if (at.row && group == nullptr) return refused(text, "The form has no such group.");
  if (at.is_row()) {
    if (text.value.is_null()) return parse_removed(*group, std::move(at), text, boxes);
    return parse_placed(std::move(at), text);
  }
  const auto* field =
      group != nullptr && at.cell ? group->find(*at.cell) : form.find_field(at.field);
  if (field == nullptr) return refused(text, "The form has no such question.");
  Change change{.at = std::move(at)};
  auto was = parse_optional(*field, text.was, boxes);
  if (!was) return refused(text, was.error().message);
  auto value = parse_optional(*field, text.value, boxes);
  if (!value) return refused(text, value.error().message);
  change.was = *std::move(was);
  change.value = *std::move(value);
  return change;
}

}  // namespace northlight::forms
