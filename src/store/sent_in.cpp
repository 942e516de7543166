#include "store/sent_in.hpp"

#include <algorithm>

#include "store/file_key.hpp"
#include "store/in_scope.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using Text = std::string;
using Maybe = std::optional<std::string>;

// What is sealed for one place opens in no other.
std::string words_place(std::string_view id) { return "sent_in:words:" + Text(id); }
std::string name_place(std::string_view id) { return "sent_in:document_name:" + Text(id); }
std::string asked_place(std::string_view id) { return "invitation_words:words:" + Text(id); }

/// Each part with its length before it: two forms that differ are never one text.
std::string fingerprint(const FileKey& key, const NewSentIn& made) {
  Text all;
  const auto add = [&](std::string_view part) {
    all += std::to_string(part.size()) + ":" + Text(part);
  };
  add(made.once);
  add(domain::code(made.kind));
  add(made.words.reveal());
  add(made.document ? made.document->hash : Text());
  return key.hash(all);
}

Status open_row(const FileKey& key, SentInRow& row) {
  const auto id = row.id.text();
  NL_TRY(words, key.open(words_place(id), row.words.reveal()));
  row.words = Sensitive(std::move(words));
  if (!row.document) return done();
  NL_TRY(name, key.open(name_place(id), row.document->name.reveal()));
  row.document->name = Sensitive(std::move(name));
  return done();
}

/// `which` narrows them further.
Result<std::vector<SentInRow>> read_rows(Session& session, const Grant& grant,
                                         const platform::Keys& keys, std::string_view which,
                                         std::vector<Bound> bound) {
  const auto file = grant.file().text();
  bound.push_back({"file", file});
  Readable readable;
  NL_TRY(rows,
         readable.checked(session.rows<Text, Text, Text, Text, Text, Text, Text, Text, Maybe, Maybe,
                                       Maybe, Maybe, Maybe>(
             "select s.id, s.kind, s.sent_by, p.name, s.role, o.name, s.sent_at, s.words, "
             "s.document_hash, s.document_name, d.read_by, r.name, d.read_at from sent_in s "
             "join person p on p.id = s.sent_by join organisation o on o.id = s.organisation_id "
             "left join sent_in_read d on d.sent_id = s.id left join person r on r.id = d.read_by "
             "where s.file_id = :file" +
                 Text(which) + " order by s.sent_at desc, s.id",
             bound,
             [&](const Text& id, const Text& kind, const Text& by, Text name, Text role,
                 Text organisation, const Text& at, Text words, Maybe hash, Maybe called,
                 const Maybe& read_by, Maybe reader, const Maybe& read_at) {
               SentInRow row{.id = readable.id<SentInId>(id),
                             .kind = readable.known(domain::parse_sent_in_kind(kind)),
                             .sent_by = readable.id<domain::PersonId>(by),
                             .name = std::move(name),
                             .role = std::move(role),
                             .organisation = std::move(organisation),
                             .at = readable.instant(at),
                             .words = Sensitive(std::move(words))};
               if (hash && called)
                 row.document = SentInDocument{*std::move(hash), Sensitive(*std::move(called))};
               if (read_by && read_at)
                 row.read = ReadBy{readable.id<domain::PersonId>(*read_by),
                                   std::move(reader).value_or(Text()), readable.instant(*read_at)};
               return row;
             })));
  if (rows.empty()) return std::move(rows);
  NL_TRY(key, file_key(session, grant, keys));
  for (auto& row : rows) NL_CHECK(open_row(key, row));
  return std::move(rows);
}

}  // namespace

Result<bool> was_sent_in(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                         const NewSentIn& made) {
  NL_TRY(key, file_key_or_made(transaction, grant, keys));
  NL_TRY(found, transaction.row<Text>("select id from sent_in where file_id = :file "
                                      "and sent_by = :by and fingerprint = :fingerprint",
                                      {{"file", grant.file().text()},
                                       {"by", grant.person().text()},
                                       {"fingerprint", fingerprint(key, made)}}));
  return found.has_value();
}

Result<bool> add_sent_in(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                         const NewSentIn& made) {
  NL_TRY(key, file_key_or_made(transaction, grant, keys));
  const auto id = made.id.text();
  Maybe hash;
  Maybe name;
  if (made.document) {
    hash = made.document->hash;
    name = key.seal(name_place(id), made.document->name.reveal());
  }
  NL_TRY(added,
         transaction.run(
             "insert into sent_in (id, file_id, kind, sent_by, role, organisation_id, sent_at, "
             "words, document_hash, document_name, fingerprint) values (:id, :file, :kind, :by, "
             ":role, :organisation, :at, :words, :hash, :name, :fingerprint) "
             "on conflict (file_id, sent_by, fingerprint) do nothing",
             {{"id", id},
              {"file", grant.file().text()},
              {"kind", domain::code(made.kind)},
              {"by", grant.person().text()},
              {"role", made.role},
              {"organisation", made.organisation.text()},
              {"at", platform::iso(grant.at())},
              {"words", key.seal(words_place(id), made.words.reveal())},
              {"hash", hash},
              {"name", name},
              {"fingerprint", fingerprint(key, made)}}));
  return added == 1;
}

Result<std::vector<SentInRow>> sent_in(Session& session, const Grant& grant,
                                       const platform::Keys& keys) {
  return read_rows(session, grant, keys, "", {});
}

Result<std::vector<SentInRow>> sent_in_of_kind(Session& session, const Grant& grant,
                                               const platform::Keys& keys,
                                               domain::SentInKind kind) {
  return read_rows(session, grant, keys, " and s.kind = :kind", {{"kind", domain::code(kind)}});
}

Result<std::vector<SentInRow>> sent_in_by_them(Session& session, const Grant& grant,
                                               const platform::Keys& keys) {
  const auto person = grant.person().text();
  return read_rows(session, grant, keys, " and s.sent_by = :by", {{"by", person}});
}

Result<std::int64_t> count_sent_in(Session& session, const Grant& grant, platform::Instant since) {
  return session.value<std::int64_t>(
      "select count(*) from sent_in where file_id = :file and sent_by = :by and sent_at >= :since",
      {{"file", grant.file().text()},
       {"by", grant.person().text()},
       {"since", platform::iso(since)}});
}

Result<std::int64_t> count_unread(Session& session, const Grant& grant) {
  return session.value<std::int64_t>(
      "select count(*) from sent_in s where s.file_id = :file "
      "and not exists (select 1 from sent_in_read d where d.sent_id = s.id)",
      {{"file", grant.file().text()}});
}

Status note_sent_in_read(Transaction& transaction, const Grant& grant, SentInId id) {
  const auto file = grant.file().text();
  NL_TRY(there, transaction.row<Text>("select id from sent_in where id = :id and file_id = :file",
                                      {{"id", id.text()}, {"file", file}}));
  if (!there) return Error{ErrorCode::NotFound, "No such thing was sent into the file."};
  NL_CHECK(
      transaction.run("insert into sent_in_read (sent_id, file_id, read_by, read_at) "
                      "values (:id, :file, :by, :at) on conflict (sent_id) do nothing",
                      {{"id", id.text()},
                       {"file", file},
                       {"by", grant.person().text()},
                       {"at", platform::iso(grant.at())}}));
  return done();
}

Result<std::vector<UnreadRow>> unread_sent_in(Session& session, const ListGrant& grant,
                                              std::size_t most) {
  const ScopeParts scope(grant.scope(), false);
  std::map<domain::FileId, UnreadRow> files;
  Readable readable;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    bound.push_back({"most", most});
    NL_TRY(
        rows,
        readable.checked(session.rows<Text, std::int64_t, Text>(
            "select f.id, count(*), min(i.sent_at) from child c "
            "join file f on f.id = c.file_id join sent_in i on i.file_id = f.id" +
                part.where +
                " and not exists (select 1 from sent_in_read d where d.sent_id = i.id) "
                "group by f.id order by min(i.sent_at), f.id limit :most",
            bound, [&](const Text& file, std::int64_t count, const Text& since) {
              return UnreadRow{readable.id<domain::FileId>(file), count, readable.instant(since)};
            })));
    for (const auto& row : rows) files.insert_or_assign(row.file, row);
  }
  std::vector<UnreadRow> all;
  for (const auto& [file, row] : files) all.push_back(row);
  std::ranges::stable_sort(all, {}, &UnreadRow::since);
  if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
  return all;
}

Status ask_of_invited(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                      std::string_view invitation, std::string_view words) {
  NL_TRY(key, file_key_or_made(transaction, grant, keys));
  NL_CHECK(transaction.run(
      "insert into invitation_words (invitation, file_id, words) values (:id, :file, :words)",
      {{"id", invitation},
       {"file", grant.file().text()},
       {"words", key.seal(asked_place(invitation), words)}}));
  return done();
}

Result<AskedWords> asked_of_invited(Session& session, const Grant& grant,
                                    const platform::Keys& keys) {
  NL_TRY(rows, (session.rows<Text, Text>(
                   "select invitation, words from invitation_words where file_id = :file",
                   {{"file", grant.file().text()}})));
  AskedWords asked;
  if (rows.empty()) return asked;
  NL_TRY(key, file_key(session, grant, keys));
  for (const auto& [invitation, sealed] : rows) {
    NL_TRY(words, key.open(asked_place(invitation), sealed));
    asked.emplace(invitation, Sensitive(std::move(words)));
  }
  return asked;
}

}  // namespace northlight::store
