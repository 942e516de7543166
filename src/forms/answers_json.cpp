#include "forms/answers_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace northlight::forms {
namespace {

constexpr std::size_t most_characters = 100'000;
constexpr std::size_t most_rows = 500;

Error refused(const FieldPath& at, std::string message) {
  return {ErrorCode::Invalid, std::move(message), at.text()};
}

bool is_printable(std::string_view text) {
  return is_utf8(text) && std::ranges::none_of(text, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
         });
}

Result<std::string> parse_text(const Json& json) {
  const auto* text = json.string();
  if (text == nullptr) return Error{ErrorCode::Invalid, "Send this as text.", {}};
  if (text->empty())
    return Error{ErrorCode::Invalid, "An empty text is no answer: send null instead.", {}};
  if (text->size() > most_characters)
    return Error{ErrorCode::Invalid,
                 fmt::format("This is longer than {} characters. Divide it, or send it as a file.",
                             most_characters),
                 {}};
  if (!is_printable(*text))
    return Error{ErrorCode::Invalid,
                 "This holds characters that cannot be kept. Type them again, or paste plain text.",
                 {}};
  return *text;
}

Result<Answer> parse_choice(const Field& field, const Json& json) {
  const auto* text = json.string();
  if (text == nullptr || field.find_option(*text) == nullptr)
    return Error{ErrorCode::Invalid, "Choose one of the options of this question.", {}};
  return Answer{*text};
}

Result<Answer> parse_choices(const Field& field, const Json& json) {
  const auto* items = json.items();
  if (items == nullptr || items->empty())
    return Error{ErrorCode::Invalid, "Send the chosen options as a list, or null for none.", {}};
  Chosen chosen;
  for (const auto& item : *items) {
    const auto* text = item.string();
    if (text == nullptr || field.find_option(*text) == nullptr)
      return Error{ErrorCode::Invalid, "Choose among the options of this question.", {}};
    if (std::ranges::find(chosen, *text) != chosen.end())
      return Error{ErrorCode::Invalid, "An option is named twice.", {}};
    chosen.push_back(*text);
  }
  // In the form's order, so that the order of ticking is no difference.
  const auto place = [&](const std::string& code) { return field.find_option(code); };
  std::ranges::sort(chosen, {}, place);
  return Answer{std::move(chosen)};
}

Result<Answer> parse_reference(const Json& json) {
  const Error refusal{ErrorCode::Invalid, "Choose one of the rows that this can refer to.", {}};
  const auto* row = json.find("row");
  const auto* record = json.find("record");
  if (row == nullptr || row->string() == nullptr ||
      json.members()->size() != (record == nullptr ? 1U : 2U))
    return refusal;
  const auto row_id = domain::RowId::parse(*row->string());
  if (!row_id) return refusal;
  RowReference reference{.row = *row_id};
  if (record != nullptr) {
    if (record->string() == nullptr) return refusal;
    const auto record_id = domain::RecordId::parse(*record->string());
    if (!record_id) return refusal;
    reference.record = *record_id;
  }
  return Answer{reference};
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<Answer> parse_upload(const Json& json) {
  const auto* hash = json.find("upload");
  const auto* name = json.find("name");
  if (hash == nullptr || name == nullptr || hash->string() == nullptr ||
      name->string() == nullptr || json.members()->size() != 2 || !is_hash(*hash->string()) ||
      name->string()->empty() || name->string()->size() > 200 || !is_printable(*name->string()) ||
      name->string()->find_first_of("/\\\n\t") != std::string::npos)
    return Error{ErrorCode::Invalid, "Send the file again: this does not name one.", {}};
  return Answer{Upload{*hash->string(), *name->string()}};
}

Result<Answer> parse_member(const Field& field, const Json& json, Boxes boxes) {
  if (const auto* reason = json.find("no_answer")) {
    const auto known =
        reason->string() == nullptr ? std::nullopt : parse_no_answer(*reason->string());
    if (!known || json.members()->size() != 1 ||
        std::ranges::find(field.no_answer, *known) == field.no_answer.end())
      return Error{ErrorCode::Invalid, "This question needs an answer of its own.", {}};
    return Answer{*known};
  }
  if (const auto* box = json.find("sealed"); box != nullptr && boxes == Boxes::Allowed) {
    if (!field.sealed || box->string() == nullptr || json.members()->size() != 1)
      return Error{ErrorCode::Invalid, "Only a sealed field can hold a sealed answer.", {}};
    return Answer{Sealed{*box->string()}};
  }
  if (field.kind == FieldKind::Reference) return parse_reference(json);
  if (field.kind == FieldKind::Upload) return parse_upload(json);
  return Error{ErrorCode::Invalid, "This is not an answer to this question.", {}};
}

Result<Answer> parse_plain(const Field& field, const Json& json) {
  switch (field.kind) {
    case FieldKind::Choice:
      return parse_choice(field, json);
    case FieldKind::Choices:
      return parse_choices(field, json);
    case FieldKind::YesNo:
      if (const auto* truth = json.boolean()) return Answer{*truth};
      return Error{ErrorCode::Invalid, "Answer this with yes or no.", {}};
    case FieldKind::WholeNumber:
      if (const auto* whole = json.whole()) return Answer{*whole};
      break;
    case FieldKind::Date:
      if (json.string() != nullptr)
        if (const auto date = parse_date(*json.string())) return Answer{*date};
      break;
    case FieldKind::Reference:
      return Error{ErrorCode::Invalid, "Choose one of the rows that this can refer to.", {}};
    case FieldKind::Upload:
      return Error{ErrorCode::Invalid, "Send the file again: this does not name one.", {}};
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Person:
    case FieldKind::Agency:
      break;
  }
  NL_TRY(text, parse_text(json));
  return Answer{std::move(text)};
}

Result<Row> parse_row(const Group& group, const Json& json, Boxes boxes) {
  const Error refusal{ErrorCode::Invalid, "A row needs its id and its answers.", group.code.text()};
  const auto* id = json.find("row");
  const auto* answers = json.find("answers");
  if (id == nullptr || id->string() == nullptr || answers == nullptr || !answers->is_object() ||
      json.members()->size() != 2)
    return refusal;
  const auto row_id = domain::RowId::parse(*id->string());
  if (!row_id) return refusal;
  Row row{*row_id};
  for (const auto& [name, value] : *answers->members()) {
    const FieldPath at{group.code, row.id, FieldCode{name}};
    const auto* field = group.find(FieldCode{name});
    if (field == nullptr) return refused(at, "The form has no such question.");
    auto answer = parse_answer(*field, value, boxes);
    if (!answer) return refused(at, answer.error().message);
    row.answers.emplace(FieldCode{name}, *std::move(answer));
  }
  return row;
}

Result<std::vector<Row>> parse_rows(const Group& group, const Json& json, Boxes boxes) {
  const auto* items = json.items();
  if (items == nullptr || items->empty() || items->size() > most_rows)
    return refused({group.code}, fmt::format("Send the rows as a list of 1 to {}.", most_rows));
  std::vector<Row> rows;
  std::set<domain::RowId> ids;
  for (const auto& item : *items) {
    NL_TRY(row, parse_row(group, item, boxes));
    if (!ids.insert(row.id).second) return refused({group.code}, "Two rows have the same id.");
    rows.push_back(std::move(row));
  }
  return rows;
}

Json fields_json(const AnswerMap& fields) {
  Json json = Json::object();
  for (const auto& [code, answer] : fields) json.set(code.text(), answer_json(answer));
  return json;
}

struct AsJson {
  Json operator()(NoAnswer reason) const { return Json::object({{"no_answer", code(reason)}}); }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(Date date) const { return iso(date); }
  Json operator()(const Chosen& chosen) const {
    Json json = Json::array();
    for (const auto& one : chosen) json.add(one);
    return json;
  }
  Json operator()(const RowReference& reference) const {
    Json json = Json::object();
    if (reference.record) json.set("record", reference.record->text());
    json.set("row", reference.row.text());
    return json;
  }
  Json operator()(const Upload& upload) const {
    return Json::object({{"upload", upload.hash}, {"name", upload.name}});
  }
  Json operator()(const Sealed& sealed) const { return Json::object({{"sealed", sealed.box}}); }
};

}  // namespace

Json answer_json(const Answer& answer) { return std::visit(AsJson{}, answer); }

Json answers_json(const Answers& answers) {
  Json json = fields_json(answers.fields);
  for (const auto& [code, rows] : answers.groups) {
    Json list = Json::array();
    for (const auto& row : rows)
      list.add(Json::object({{"row", row.id.text()}, {"answers", fields_json(row.answers)}}));
    json.set(code.text(), std::move(list));
  }
  return json;
}

Result<Answer> parse_answer(const Field& field, const Json& json, Boxes boxes) {
  return json.is_object() ? parse_member(field, json, boxes) : parse_plain(field, json);
}

Result<Answers> parse_answers(const Form& form, const Json& json, Boxes boxes) {
  if (!json.is_object())
    return Error{ErrorCode::Invalid, "The answers of a record are an object.", {}};
  Answers answers;
  for (const auto& [name, value] : *json.members()) {
    const FieldCode code{name};
    if (const auto* group = form.find_group(code)) {
      NL_TRY(rows, parse_rows(*group, value, boxes));
      answers.groups.emplace(code, std::move(rows));
      continue;
    }
    const auto* field = form.find_field(code);
    if (field == nullptr) return refused({code}, "The form has no such question.");
    auto answer = parse_answer(*field, value, boxes);
    if (!answer) return refused({code}, answer.error().message);
    answers.fields.emplace(code, *std::move(answer));
  }
  return answers;
}

}  // namespace northlight::forms
