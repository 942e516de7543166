#include "store/archive.hpp"

#include "forms/answers_json.hpp"
#include "forms/words.hpp"

namespace northlight::store {
namespace {

using forms::Answer;
using forms::AnswerMap;
using forms::Answers;
using forms::FieldCode;
using forms::FieldPath;
using forms::Form;

std::string context_of(domain::RecordId record, const FieldPath& at) {
  return record.text() + ":" + at.text();
}

// Carries out `turn` on every answer of a sealed field.
template <typename Turn>
Status each_sealed(const Form& form, Answers& answers, Turn turn) {
  const auto each_of = [&](AnswerMap& fields, auto path_of) -> Status {
    for (auto& [code, answer] : fields) {
      const auto at = path_of(code);
      const auto* field = field_at(form, at);
      if (field != nullptr && field->sealed) NL_CHECK(turn(at, answer));
    }
    return done();
  };
  NL_CHECK(each_of(answers.fields, [](const FieldCode& code) { return FieldPath{code, {}, {}}; }));
  for (auto& [group, rows] : answers.groups)
    for (auto& row : rows)
      NL_CHECK(each_of(row.answers, [&, at = group](const FieldCode& code) {
        return FieldPath{at, row.id, code};
      }));
  return done();
}

void seal(domain::RecordId record, const FieldPath& at, Answer& answer, const FileKey& key) {
  if (const auto* text = std::get_if<std::string>(&answer))
    answer = forms::Sealed{key.seal(context_of(record, at), *text)};
}

Status open(domain::RecordId record, const FieldPath& at, Answer& answer, const FileKey& key) {
  if (const auto* sealed = std::get_if<forms::Sealed>(&answer)) {
    NL_TRY(text, key.open(context_of(record, at), sealed->box));
    answer = std::move(text);
  }
  return done();
}

// The same of a change: its two answers, or what stood in a row that is taken out.
template <typename Turn>
Status each_sealed(const Form& form, forms::Change& change, Turn turn) {
  if (change.kind == forms::ChangeKind::RowRemoved)
    for (auto& [code, answer] : change.row) {
      const FieldPath at{change.at.field, change.at.row, code};
      const auto* field = field_at(form, at);
      if (field != nullptr && field->sealed) NL_CHECK(turn(at, answer));
    }
  const auto* field = field_at(form, change.at);
  if (field == nullptr || !field->sealed) return done();
  if (change.was) NL_CHECK(turn(change.at, *change.was));
  if (change.value) NL_CHECK(turn(change.at, *change.value));
  return done();
}

}  // namespace

Result<const Form*> form_of(const Archive& archive, const forms::FormCode& code,
                            std::int64_t edition) {
  const auto* form = archive.forms.find(code, edition);
  if (form == nullptr)
    return Error{ErrorCode::Unavailable,
                 "The form that this record was written in is missing from the forms folder. Put "
                 "its edition back: an edition in use is never taken away."};
  return form;
}

std::string kept_text(const Form& form, domain::RecordId record, Answers answers,
                      const FileKey& key) {
  static_cast<void>(each_sealed(form, answers, [&](const FieldPath& at, Answer& answer) {
    seal(record, at, answer, key);
    return done();
  }));
  return answers_json(answers).text();
}

Result<Answers> read_kept(const Form& form, domain::RecordId record, std::string_view text,
                          const FileKey& key) {
  NL_TRY(json, Json::parse(text));
  NL_TRY(answers, forms::parse_answers(form, json, forms::Boxes::Allowed));
  NL_CHECK(each_sealed(form, answers, [&](const FieldPath& at, Answer& answer) {
    return open(record, at, answer, key);
  }));
  return std::move(answers);
}

forms::ChangeText kept_change(const Form& form, domain::RecordId record, forms::Change change,
                              const FileKey& key) {
  static_cast<void>(each_sealed(form, change, [&](const FieldPath& at, Answer& answer) {
    seal(record, at, answer, key);
    return done();
  }));
  return change_text(change);
}

Result<forms::Change> read_kept_change(const Form& form, domain::RecordId record,
                                       const forms::ChangeText& text, const FileKey& key) {
  NL_TRY(change, parse_change(form, text, forms::Boxes::Allowed));
  NL_CHECK(each_sealed(form, change, [&](const FieldPath& at, Answer& answer) {
    return open(record, at, answer, key);
  }));
  return std::move(change);
}

}  // namespace northlight::store
