#include "store/asked_actions.hpp"

namespace northlight::store {
namespace {

struct ActionText {
  std::string id, what, owner;
  std::int64_t n;
  std::optional<std::string> field, due_on, answer;
  std::optional<std::int64_t> answered_n;
};

Result<AskedAction> read_action(const ActionText& text) {
  NL_TRY(id, IdBits::parse(text.id));
  NL_TRY(owner, domain::PersonId::parse(text.owner));
  AskedAction action{.id = id,
                     .n = text.n,
                     .what = Sensitive<std::string>(text.what),
                     .owner = owner,
                     .answered_by_version = text.answered_n};
  if (text.field) {
    NL_TRY(about, forms::FieldPath::parse(*text.field));
    action.about = std::move(about);
  }
  if (text.due_on) {
    NL_TRY(day, parse_date(*text.due_on));
    action.due_on = day;
  }
  if (text.answer) action.answer = Sensitive<std::string>(*text.answer);
  return action;
}

}  // namespace

Result<std::vector<AskedAction>> asked_actions(Session& session, const Grant& grant,
                                               domain::RecordId record) {
  NL_CHECK(record_head(session, grant, record));
  using Word = std::string;
  using Maybe = std::optional<std::string>;
  using Number = std::int64_t;
  NL_TRY(texts, (session.rows<Word, Number, Maybe, Word, Word, Maybe, std::optional<Number>, Maybe>(
                    "select a.id, a.n, a.field, a.what, a.owner_id, a.due_on, d.n, d.words "
                    "from asked_action a left join asked_action_answer d on d.action_id = a.id "
                    "where a.record_id = :record_id order by a.n, a.id",
                    {{"record_id", record.text()}},
                    [](Word id, Number n, Maybe field, Word what, Word owner, Maybe due,
                       std::optional<Number> answered, Maybe answer) {
                      return ActionText{
                          std::move(id),    std::move(what), std::move(owner),  n,
                          std::move(field), std::move(due),  std::move(answer), answered};
                    })));
  std::vector<AskedAction> actions;
  for (const auto& text : texts) {
    NL_TRY(action, read_action(text));
    actions.push_back(std::move(action));
  }
  return actions;
}

Status ask_action(Transaction& transaction, const Grant& grant, domain::RecordId record,
                  const AskedAction& action) {
  NL_CHECK(record_head(transaction, grant, record));
  const auto about = action.about ? std::optional(action.about->text()) : std::nullopt;
  const auto due = action.due_on ? std::optional(iso(*action.due_on)) : std::nullopt;
  NL_CHECK(
      transaction.run("insert into asked_action (id, record_id, n, field, what, owner_id, due_on) "
                      "values (:id, :record_id, :n, :field, :what, :owner_id, :due_on)",
                      {{"id", action.id.text()},
                       {"record_id", record.text()},
                       {"n", action.n},
                       {"field", about},
                       {"what", action.what.reveal()},
                       {"owner_id", action.owner.text()},
                       {"due_on", due}}));
  return done();
}

Status answer_action(Transaction& transaction, const Grant& grant, domain::RecordId record,
                     const IdBits& action, std::int64_t n, std::string_view words) {
  NL_CHECK(record_head(transaction, grant, record));
  const auto id = action.text();
  NL_TRY(of_record,
         transaction.value<std::int64_t>(
             "select count(*) from asked_action where id = :id and record_id = :record_id",
             {{"id", id}, {"record_id", record.text()}}));
  if (of_record == 0) return Error{ErrorCode::NotFound, "This record was not asked for that."};
  NL_TRY(answered,
         transaction.run(
             "insert into asked_action_answer (action_id, n, words, answered_by, answered_at) "
             "values (:action_id, :n, :words, :by, :at) on conflict (action_id) do nothing",
             {{"action_id", id},
              {"n", n},
              {"words", words},
              {"by", grant.person().text()},
              {"at", platform::iso(grant.at())}}));
  if (answered == 0) return Error{ErrorCode::Conflict, "Somebody has answered this already."};
  return done();
}

}  // namespace northlight::store
