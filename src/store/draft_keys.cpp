#include "store/draft_keys.hpp"

namespace northlight::store {
namespace {

using Text = std::string;

Result<std::optional<DraftKey>> read_key(Session& session, std::string_view sql,
                                         const Bindings& bindings) {
  NL_TRY(row, (session.row<Text, Text, Text, Text, Text>(sql, bindings)));
  if (!row) return std::optional<DraftKey>{};
  auto& [id_text, session_text, person_text, sealed, ends_text] = *row;
  NL_TRY(id, DraftKeyId::parse(id_text));
  NL_TRY(of, SignInSessionId::parse(session_text));
  NL_TRY(person, domain::PersonId::parse(person_text));
  NL_TRY(ends_at, platform::parse_instant(ends_text));
  return std::optional(DraftKey{id, of, person, std::move(sealed), ends_at});
}

}  // namespace

Status add_draft_key(Transaction& transaction, const DraftKey& key, platform::Instant at) {
  NL_CHECK(
      transaction.run("delete from draft_key where ends_at <= :at", {{"at", platform::iso(at)}}));
  NL_CHECK(transaction.run(
      "insert into draft_key (id, session_id, person_id, content, made_at, ends_at) "
      "values (:id, :session, :person, :content, :at, :ends)",
      {{"id", key.id.text()},
       {"session", key.session.text()},
       {"person", key.person.text()},
       {"content", key.sealed},
       {"at", platform::iso(at)},
       {"ends", platform::iso(key.ends_at)}}));
  return done();
}

Result<std::optional<DraftKey>> draft_key(Session& session, DraftKeyId id) {
  return read_key(
      session, "select id, session_id, person_id, content, ends_at from draft_key where id = :id",
      {{"id", id.text()}});
}

Result<std::optional<DraftKey>> draft_key_of(Session& session, SignInSessionId of) {
  return read_key(session,
                  "select k.id, k.session_id, k.person_id, k.content, k.ends_at from draft_key k "
                  "join sign_in_session s on s.id = k.session_id "
                  "where k.session_id = :session and k.made_at >= s.began_at "
                  "order by k.made_at desc, k.id limit 1",
                  {{"session", of.text()}});
}

Status move_draft_key(Transaction& transaction, DraftKeyId id, SignInSessionId to) {
  NL_CHECK(transaction.run("update draft_key set session_id = :session where id = :id",
                           {{"session", to.text()}, {"id", id.text()}}));
  return done();
}

Status forget_draft_keys(Transaction& transaction, SignInSessionId of) {
  NL_CHECK(transaction.run("delete from draft_key where session_id = :session",
                           {{"session", of.text()}}));
  return done();
}

Status forget_draft_keys(Transaction& transaction, domain::PersonId person,
                         std::optional<SignInSessionId> except) {
  NL_CHECK(transaction.run(
      "delete from draft_key where person_id = :person and session_id <> :except",
      {{"person", person.text()}, {"except", except ? except->text() : std::string()}}));
  return done();
}

}  // namespace northlight::store
