#include "web/pages/record_form_reading.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/json.hpp"
#include "base/text.hpp"
#include "forms/answers_json.hpp"

namespace northlight::web {
namespace {

using forms::FieldKind;

constexpr std::size_t most_sent_at_once = 500;

Json no_answer(std::string_view reason) {
  Json json = Json::object();
  json.set("no_answer", std::string(reason));
  return json;
}

/// The parts of a date as ISO text where they are one, otherwise as typed:
/// "31/2/2026".
std::optional<Json> sent_date(const Fields& sent, const std::string& name) {
  const std::array parts{sent.text(name + "-day"), sent.text(name + "-month"),
                         sent.text(name + "-year")};
  if (std::ranges::all_of(parts, &std::string::empty)) return std::nullopt;
  std::array<int, 3> numbers{};
  bool whole = true;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const auto number = parse_whole_number(parts.at(at));
    whole = whole && number && *number > 0 && *number < 10'000;
    if (whole) numbers.at(at) = static_cast<int>(*number);
  }
  const Date date{std::chrono::year(numbers[2]),
                  std::chrono::month(static_cast<unsigned>(numbers[1])),
                  std::chrono::day(static_cast<unsigned>(numbers[0]))};
  if (whole && date.ok() && parts[2].size() == 4) return Json(iso(date));
  return Json(parts[0] + "/" + parts[1] + "/" + parts[2]);
}

std::optional<Json> sent_reference(const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto cut = value.find('/');
  Json json = Json::object();
  json.set("row", cut == std::string::npos ? value : value.substr(cut + 1));
  if (cut != std::string::npos) json.set("record", value.substr(0, cut));
  return json;
}

/// "<hash>/<name>" of a file that is kept already.
std::optional<Json> sent_upload(const Fields& sent, const std::string& name) {
  const auto value = sent.text(name);
  const auto cut = value.find('/');
  if (cut == std::string::npos || sent.text(name + "-remove") == "yes") return std::nullopt;
  Json json = Json::object();
  json.set("upload", value.substr(0, cut));
  json.set("name", value.substr(cut + 1));
  return json;
}

std::optional<Json> sent_value(const forms::Field& field, const Fields& sent,
                               const std::string& name) {
  const auto none = sent.text(name + "-none");
  const auto typed = [&]() -> std::optional<Json> {
    switch (field.kind) {
      case FieldKind::Date:
        return sent_date(sent, name);
      case FieldKind::Choices: {
        const auto chosen = sent.all(name);
        if (chosen.empty()) return std::nullopt;
        Json list = Json::array();
        for (const auto& one : chosen) list.add(one);
        return list;
      }
      case FieldKind::Reference:
        return sent_reference(sent.text(name));
      case FieldKind::Upload:
        return sent_upload(sent, name);
      case FieldKind::WholeNumber:
      case FieldKind::YesNo:
      case FieldKind::Choice:
      case FieldKind::Text:
      case FieldKind::LongText:
      case FieldKind::Person:
      case FieldKind::Agency:
        break;
    }
    const auto* raw = sent.find(name);
    const auto text = raw == nullptr ? std::string() : plain_text(*raw);
    if (text.empty()) return std::nullopt;
    if (text.starts_with("none:") &&
        (field.kind == FieldKind::YesNo || field.kind == FieldKind::Choice))
      return no_answer(text.substr(5));
    if (field.kind == FieldKind::YesNo) return Json(text == "yes");
    if (field.kind == FieldKind::WholeNumber)
      if (const auto whole = parse_whole_number(text))
        return Json(static_cast<std::int64_t>(*whole));
    return Json(text);
  }();
  // What was typed counts, even where a box below it was ticked before.
  return typed || none.empty() ? typed : std::optional(no_answer(none));
}

class Reader {
 public:
  Reader(const Fields& sent, TypedRecord& into) : sent_(sent), into_(into) {}

  void read(const forms::Field& field, const forms::FieldPath& path, forms::AnswerMap& answers) {
    const auto name = path.text();
    const auto value = sent_value(field, sent_, name);
    if (!value) return;
    auto answer = forms::parse_answer(field, *value, forms::Boxes::Refused);
    if (answer)
      answers.insert_or_assign(field.code, *std::move(answer));
    else
      into_.errors.push_back({ErrorCode::Invalid, answer.error().message, name});
  }

 private:
  const Fields& sent_;
  TypedRecord& into_;
};

}  // namespace

std::string plain_text(std::string typed) {
  typed = replace_all(std::move(typed), "\r\n", "\n");
  const auto end = typed.find_last_not_of(" \t\n");
  typed.resize(end == std::string::npos ? 0 : end + 1);
  return typed;
}

std::vector<domain::RowId> sent_rows(const Fields& sent, const forms::FieldCode& group) {
  std::vector<domain::RowId> rows;
  for (const auto& text : sent.all("rows:" + group.text()))
    if (const auto row = domain::RowId::parse(text);
        row && std::ranges::find(rows, *row) == rows.end())
      rows.push_back(*row);
  return rows;
}

TypedRecord read_record_form(const forms::Form& form, const Fields& sent) {
  TypedRecord typed;
  Reader reader(sent, typed);
  for (const auto& section : form.sections) {
    for (const auto& field : section.fields)
      reader.read(field, {.field = field.code}, typed.answers.fields);
    for (const auto& group : section.groups) {
      std::vector<forms::Row> rows;
      for (const auto& id : sent_rows(sent, group.code)) {
        forms::Row row{.id = id};
        for (const auto& field : group.fields)
          reader.read(field, {group.code, id, field.code}, row.answers);
        rows.push_back(std::move(row));
      }
      if (!rows.empty()) typed.answers.groups.insert_or_assign(group.code, std::move(rows));
    }
  }
  return typed;
}

Result<std::vector<casework::SentChange>> read_sent_changes(std::string_view text) {
  NL_TRY(json, Json::parse(text));
  const Error refusal{ErrorCode::Invalid, "The changes are a list of id, field, was and value."};
  const auto* items = json.items();
  if (items == nullptr || items->size() > most_sent_at_once) return refusal;
  std::vector<casework::SentChange> changes;
  for (const auto& item : *items) {
    const auto* id = item.find("id");
    const auto* field = item.find("field");
    const auto* was = item.find("was");
    const auto* value = item.find("value");
    if (id == nullptr || field == nullptr || was == nullptr || value == nullptr ||
        id->string() == nullptr || field->string() == nullptr)
      return refusal;
    changes.push_back({*id->string(), {*field->string(), *was, *value}});
  }
  return changes;
}

}  // namespace northlight::web
