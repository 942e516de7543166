#include "store/records.hpp"

namespace northlight::store {
namespace {

struct HeadText {
  std::string id, form, begun_at, begun_by;
  std::int64_t edition, last_version, last_seq, saved_seq;
  std::optional<std::string> state, effective_on, recorded_at;
};

Result<RecordHead> read_head(const HeadText& text) {
  NL_TRY(id, domain::RecordId::parse(text.id));
  NL_TRY(begun_by, domain::PersonId::parse(text.begun_by));
  NL_TRY(begun_at, platform::parse_instant(text.begun_at));
  RecordHead head{.id = id,
                  .form = forms::FormCode{text.form},
                  .edition = text.edition,
                  .begun_at = begun_at,
                  .begun_by = begun_by,
                  .last_version = text.last_version,
                  .last_seq = text.last_seq,
                  .saved_seq = text.saved_seq};
  if (text.state) head.state = domain::parse_version_state(*text.state);
  if (text.effective_on) {
    NL_TRY(day, parse_date(*text.effective_on));
    head.effective_on = day;
  }
  if (text.recorded_at) {
    NL_TRY(at, platform::parse_instant(*text.recorded_at));
    head.recorded_at = at;
  }
  return head;
}

constexpr std::string_view heads_of_file =
    "select id, form, begun_at, begun_by, edition, last_version, last_seq, "
    "coalesce(last_draft_seq, 0), last_state, last_effective_on, last_recorded_at "
    "from record where file_id = :file_id order by begun_at desc, id";
constexpr std::string_view head_of_record =
    "select id, form, begun_at, begun_by, edition, last_version, last_seq, "
    "coalesce(last_draft_seq, 0), last_state, last_effective_on, last_recorded_at "
    "from record where file_id = :file_id and id = :id";

Result<std::vector<RecordHead>> read_heads(Session& session, std::string_view sql,
                                           const Bindings& bindings) {
  using Word = std::string;
  using Maybe = std::optional<std::string>;
  using Number = std::int64_t;
  NL_TRY(texts,
         (session.rows<Word, Word, Word, Word, Number, Number, Number, Number, Maybe, Maybe, Maybe>(
             sql, bindings,
             [](Word id, Word form, Word at, Word by, Number edition, Number version, Number seq,
                Number saved, Maybe state, Maybe effective, Maybe recorded) {
               return HeadText{std::move(id),
                               std::move(form),
                               std::move(at),
                               std::move(by),
                               edition,
                               version,
                               seq,
                               saved,
                               std::move(state),
                               std::move(effective),
                               std::move(recorded)};
             })));
  std::vector<RecordHead> heads;
  for (const auto& text : texts) {
    NL_TRY(head, read_head(text));
    heads.push_back(std::move(head));
  }
  return heads;
}

}  // namespace

std::string record_title(const forms::Form& form, const RecordHead& record) {
  return form.title + ", begun on " + words(platform::day_in_london(record.begun_at));
}

Result<std::vector<RecordHead>> records_of(Session& session, const Grant& grant) {
  return read_heads(session, heads_of_file, {{"file_id", grant.file().text()}});
}

Result<RecordHead> record_head(Session& session, const Grant& grant, domain::RecordId record) {
  const auto file = grant.file().text();
  const auto id = record.text();
  NL_TRY(heads, read_heads(session, head_of_record, {{"file_id", file}, {"id", id}}));
  if (heads.empty()) return Error{ErrorCode::NotFound, "There is no such record."};
  return std::move(heads.front());
}

Status begin_record(Transaction& transaction, const Grant& grant, const Archive& archive,
                    const forms::Form& form, domain::RecordId record) {
  const auto file = grant.file().text();
  if (form.single) {
    NL_TRY(others, transaction.value<std::int64_t>(
                       "select count(*) from record where file_id = :file_id and form = :form",
                       {{"file_id", file}, {"form", form.code.text()}}));
    if (others > 0)
      return Error{ErrorCode::Conflict,
                   "This file has one already. Open that one and write in it."};
  }
  NL_TRY(key, file_key_or_made(transaction, grant, archive.keys));
  const auto id = record.text();
  NL_CHECK(transaction.run(
      "insert into record (id, file_id, form, edition, begun_at, begun_by, last_version, last_seq) "
      "values (:id, :file_id, :form, :edition, :begun_at, :begun_by, 0, 0)",
      {{"id", id},
       {"file_id", file},
       {"form", form.code.text()},
       {"edition", form.edition},
       {"begun_at", platform::iso(grant.at())},
       {"begun_by", grant.person().text()}}));
  NL_CHECK(transaction.run(
      "insert into draft (record_id, seq, answers) values (:record_id, 0, :answers)",
      {{"record_id", id}, {"answers", kept_text(form, record, {}, key)}}));
  return done();
}

Result<std::optional<domain::RecordId>> untouched_record(Session& session, const Grant& grant,
                                                         const forms::FormCode& form) {
  using Found = std::optional<domain::RecordId>;
  NL_TRY(id, session.row<std::string>("select id from record where file_id = :file_id "
                                      "and form = :form and begun_by = :person "
                                      "and last_version = 0 and last_seq = 0 order by id limit 1",
                                      {{"file_id", grant.file().text()},
                                       {"form", form.text()},
                                       {"person", grant.person().text()}}));
  if (!id) return Found{};
  NL_TRY(record, domain::RecordId::parse(*id));
  return Found(record);
}

}  // namespace northlight::store
