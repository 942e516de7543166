#include "store/drafts.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "store/versions.hpp"

namespace northlight::store {
namespace {

constexpr std::array<std::string_view, 3> standings{"made", "already", "clash"};

std::string_view code(DraftStanding standing) {
  return standings.at(static_cast<std::size_t>(standing));
}

DraftStanding standing_of(std::string_view code) {
  if (code == "made") return DraftStanding::Made;
  return code == "clash" ? DraftStanding::Clash : DraftStanding::Already;
}

DraftStanding standing_of(forms::Applied applied) {
  switch (applied) {
    case forms::Applied::Done:
      return DraftStanding::Made;
    case forms::Applied::Already:
      return DraftStanding::Already;
    case forms::Applied::Clash:
      return DraftStanding::Clash;
  }
  return DraftStanding::Clash;
}

/// A record opened for reading its draft.
struct Opened {
  RecordHead head;
  const forms::Form* form;
  FileKey key;
};

Result<Opened> opened(Session& session, const Grant& grant, const Archive& archive,
                      domain::RecordId record) {
  NL_TRY(head, record_head(session, grant, record));
  NL_TRY(form, form_of(archive, head.form, head.edition));
  NL_TRY(key, file_key(session, grant, archive.keys));
  return Opened{std::move(head), form, std::move(key)};
}

/// Of a line as it is kept: its number, the field, what stood there, the value, where it stands, by
/// whom, when.
using LineText = std::tuple<std::int64_t, std::string, std::string, std::string, std::string,
                            std::string, std::string>;

Result<DraftChange> read_line(const Opened& record, const LineText& text) {
  const auto& [seq, field, was_text, value_text, standing, by_text, at_text] = text;
  NL_TRY(was, Json::parse(was_text));
  NL_TRY(value, Json::parse(value_text));
  NL_TRY(change, read_kept_change(*record.form, record.head.id,
                                  {field, std::move(was), std::move(value)}, record.key));
  NL_TRY(by, domain::PersonId::parse(by_text));
  NL_TRY(at, platform::parse_instant(at_text));
  return DraftChange{seq, std::move(change), standing_of(standing), by, at};
}

Result<std::vector<DraftChange>> read_lines(const Opened& record,
                                            const std::vector<LineText>& texts) {
  std::vector<DraftChange> lines;
  for (const auto& text : texts) {
    NL_TRY(line, read_line(record, text));
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::vector<DraftChange>> lines_after(Session& session, const Opened& record,
                                             std::int64_t seq) {
  using W = std::string;
  NL_TRY(texts, (session.rows<std::int64_t, W, W, W, W, W, W>(
                    "select seq, field, was, value, standing, by_id, at from draft_change "
                    "where record_id = :record_id and seq > :seq order by seq",
                    {{"record_id", record.head.id.text()}, {"seq", seq}})));
  return read_lines(record, texts);
}

Result<std::optional<DraftChange>> sent_before(Session& session, const Grant& grant,
                                               const Opened& record, std::string_view client_id) {
  using W = std::string;
  NL_TRY(text, (session.row<std::int64_t, W, W, W, W, W, W>(
                   "select seq, field, was, value, standing, by_id, at from draft_change "
                   "where record_id = :record_id and by_id = :by_id and client_id = :client_id",
                   {{"record_id", record.head.id.text()},
                    {"by_id", grant.person().text()},
                    {"client_id", client_id}})));
  if (!text) return std::optional<DraftChange>{};
  NL_TRY(line, read_line(record, *text));
  return std::optional<DraftChange>{std::move(line)};
}

/// What the draft's row is proved by.
std::string draft_hash(const Opened& record, std::int64_t seq, std::string_view answers) {
  return record.key.hash(
      Json::object(
          {{"draft", record.head.id.text()}, {"seq", seq}, {"answers", std::string(answers)}})
          .text());
}

/// The draft's row, if it is what this program made of the record's last line.
Result<std::optional<Draft>> proved_draft_row(Session& session, const Opened& record) {
  using W = std::string;
  NL_TRY(kept, (session.row<std::int64_t, W, std::optional<W>>(
                   "select seq, answers, hash from draft where record_id = :record_id",
                   {{"record_id", record.head.id.text()}})));
  if (!kept) return std::optional<Draft>{};
  const auto& [seq, text, hash] = *kept;
  if (seq != record.head.last_seq || hash != draft_hash(record, seq, text))
    return std::optional<Draft>{};
  NL_TRY(answers, read_kept(*record.form, record.head.id, text, record.key));
  return std::optional(Draft{std::move(answers), seq});
}

/// What was made of that version, or of nothing, by what was typed since, up to and with `seq`.
Result<Draft> written_upon(Session& session, const Grant& grant, const Archive& archive,
                           const Opened& record, const VersionHead* base, std::int64_t seq) {
  Draft draft{{}, seq};
  std::int64_t from = 0;
  if (base != nullptr) {
    NL_TRY(version, version_of(session, grant, archive, record.head.id, base->n));
    draft.answers = std::move(version.answers);
    from = base->draft_seq;
  }
  if (seq <= from) return draft;
  NL_TRY(lines, lines_after(session, record, from));
  for (const auto& line : lines)
    if (line.seq <= seq && line.standing == DraftStanding::Made)
      static_cast<void>(apply(draft.answers, line.change));
  return draft;
}

/// What the last version and all that was typed since come to.
Result<Draft> draft_now(Session& session, const Grant& grant, const Archive& archive,
                        const Opened& record) {
  NL_TRY(versions, versions_of(session, grant, record.head.id));
  // Who stands behind a record is read off its last version: so is what they stand behind.
  const auto* const last = versions.empty() ? nullptr : &versions.back();
  return written_upon(session, grant, archive, record, last,
                      std::max(record.head.last_seq, last == nullptr ? 0 : last->draft_seq));
}

/// What a change is judged by: the row where it is proved, which spares reading every line again at
/// each key that is pressed; what pages show where it is not.
Result<Draft> standing_draft(Session& session, const Grant& grant, const Archive& archive,
                             const Opened& record) {
  NL_TRY(kept, proved_draft_row(session, record));
  if (kept) return *std::move(kept);
  return draft_now(session, grant, archive, record);
}

Status keep_draft_row(Transaction& transaction, const Opened& record, Draft draft) {
  const auto text = kept_text(*record.form, record.head.id, std::move(draft.answers), record.key);
  NL_CHECK(transaction.run(
      "insert into draft (record_id, seq, answers, hash) values (:record_id, :seq, :answers, "
      ":hash) on conflict (record_id) do update set seq = excluded.seq, "
      "answers = excluded.answers, hash = excluded.hash",
      {{"record_id", record.head.id.text()},
       {"seq", draft.seq},
       {"answers", text},
       {"hash", draft_hash(record, draft.seq, text)}}));
  return done();
}

Status write_line(Transaction& transaction, const Opened& record, const DraftChange& line,
                  std::string_view client_id) {
  const auto text = kept_change(*record.form, record.head.id, line.change, record.key);
  const auto id = record.head.id.text();
  NL_CHECK(transaction.run(
      "insert into draft_change (record_id, seq, field, was, value, standing, client_id, by_id, "
      "at) "
      "values (:record_id, :seq, :field, :was, :value, :standing, :client_id, :by_id, :at)",
      {{"record_id", id},
       {"seq", line.seq},
       {"field", text.field},
       {"was", text.was.text()},
       {"value", text.value.text()},
       {"standing", code(line.standing)},
       {"client_id", client_id},
       {"by_id", line.by.text()},
       {"at", platform::iso(line.at)}}));
  NL_CHECK(transaction.run("update record set last_seq = :seq where id = :id",
                           {{"seq", line.seq}, {"id", id}}));
  return done();
}

}  // namespace

Result<DraftChange> add_typed(Transaction& transaction, const Grant& grant, const Archive& archive,
                              domain::RecordId record, const Typed& typed) {
  if (typed.client_id.empty() || typed.client_id.size() > 64)
    return Error{ErrorCode::Invalid, "A change needs a number of at most 64 characters.", "id"};
  NL_TRY(open, opened(transaction, grant, archive, record));
  NL_TRY(before, sent_before(transaction, grant, open, typed.client_id));
  if (before) return *std::move(before);
  NL_TRY(draft, standing_draft(transaction, grant, archive, open));
  DraftChange line{.seq = open.head.last_seq + 1,
                   .change = typed.change,
                   .standing = standing_of(apply(draft.answers, typed.change)),
                   .by = grant.person(),
                   .at = grant.at()};
  NL_CHECK(write_line(transaction, open, line, typed.client_id));
  NL_CHECK(keep_draft_row(transaction, open, {std::move(draft.answers), line.seq}));
  return line;
}

Result<bool> has_typed(Session& session, const Grant& grant, domain::RecordId record,
                       domain::PersonId person, std::int64_t from, std::int64_t until) {
  NL_CHECK(record_head(session, grant, record));
  return session.value<bool>(
      "select exists (select 1 from draft_change where record_id = :record_id "
      "and by_id = :by_id and seq > :from and seq <= :until and standing = 'made')",
      {{"record_id", record.text()}, {"by_id", person.text()}, {"from", from}, {"until", until}});
}

Result<std::vector<DraftChange>> sent_from_page(Session& session, const Grant& grant,
                                                const Archive& archive, domain::RecordId record,
                                                std::string_view page) {
  using W = std::string;
  NL_TRY(open, opened(session, grant, archive, record));
  const auto begins = std::string(page) + "-";
  NL_TRY(texts, (session.rows<std::int64_t, W, W, W, W, W, W>(
                    "select seq, field, was, value, standing, by_id, at from draft_change "
                    "where record_id = :record_id and by_id = :by_id "
                    "and substr(client_id, 1, :length) = :begins order by seq",
                    {{"record_id", record.text()},
                     {"by_id", grant.person().text()},
                     {"length", static_cast<std::int64_t>(begins.size())},
                     {"begins", begins}})));
  return read_lines(open, texts);
}

Result<Draft> draft_of(Session& session, const Grant& grant, const Archive& archive,
                       domain::RecordId record) {
  NL_TRY(open, opened(session, grant, archive, record));
  return draft_now(session, grant, archive, open);
}

Result<Draft> draft_at(Session& session, const Grant& grant, const Archive& archive,
                       domain::RecordId record, std::int64_t seq) {
  NL_TRY(open, opened(session, grant, archive, record));
  if (seq < 0 || seq > open.head.last_seq)
    return Error{ErrorCode::Invalid,
                 "The page names a state of this record that never was. Reload it."};
  NL_TRY(versions, versions_of(session, grant, record));
  const VersionHead* base = nullptr;
  for (const auto& version : versions)
    if (version.draft_seq <= seq) base = &version;
  return written_upon(session, grant, archive, open, base, seq);
}

Result<std::vector<DraftChange>> draft_since(Session& session, const Grant& grant,
                                             const Archive& archive, domain::RecordId record,
                                             std::int64_t seq) {
  NL_TRY(open, opened(session, grant, archive, record));
  return lines_after(session, open, seq);
}

Result<std::vector<DraftChange>> open_clashes(Session& session, const Grant& grant,
                                              const Archive& archive, domain::RecordId record) {
  using W = std::string;
  NL_TRY(open, opened(session, grant, archive, record));
  NL_TRY(texts, (session.rows<std::int64_t, W, W, W, W, W, W>(
                    "select seq, field, was, value, standing, by_id, at from draft_change c "
                    "where record_id = :record_id and standing = 'clash' and not exists "
                    "(select 1 from draft_settled s where s.record_id = c.record_id and s.seq = "
                    "c.seq) order by seq",
                    {{"record_id", record.text()}})));
  return read_lines(open, texts);
}

Status settle_clash(Transaction& transaction, const Grant& grant, domain::RecordId record,
                    std::int64_t seq) {
  NL_CHECK(record_head(transaction, grant, record));
  NL_TRY(settled,
         transaction.run("insert into draft_settled (record_id, seq, settled_by, settled_at) "
                         "select record_id, seq, :by, :at from draft_change where record_id = "
                         ":record_id and seq = :seq and standing = 'clash' "
                         "on conflict (record_id, seq) do nothing",
                         {{"by", grant.person().text()},
                          {"at", platform::iso(grant.at())},
                          {"record_id", record.text()},
                          {"seq", seq}}));
  if (settled == 0)
    return Error{ErrorCode::NotFound, "This was settled already. Reload the page to see how."};
  return done();
}

}  // namespace northlight::store
