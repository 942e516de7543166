#include "store/versions.hpp"

#include "store/changed_version.hpp"
#include "store/projections.hpp"
#include "store/version_text.hpp"

namespace northlight::store {
namespace {

Result<VersionHead> read_head(const VersionText& text) {
  NL_TRY(recorded_at, platform::parse_instant(text.recorded_at));
  NL_TRY(recorded_by, domain::PersonId::parse(text.recorded_by));
  VersionHead head{
      .n = text.n,
      .state = domain::parse_version_state(text.state).value_or(domain::VersionState::Saved),
      .recorded_at = recorded_at,
      .recorded_by = recorded_by,
      .made_from = text.made_from,
      .edition = text.edition,
      .draft_seq = text.draft_seq,
      .hash = text.hash};
  if (text.words) head.words = Sensitive<std::string>(*text.words);
  if (text.effective_on) {
    NL_TRY(day, parse_date(*text.effective_on));
    head.effective_on = day;
  }
  return head;
}

Error not_what_was_recorded(const Archive& archive, const RecordHead& record, std::int64_t n) {
  const auto form = form_of(archive, record.form, record.edition);
  const auto which = form ? "“" + record_title(**form, record) + "”" : std::string("this record");
  return {ErrorCode::Unavailable,
          "Version " + std::to_string(n) + " of " + which +
              " is not what was recorded: its text, or who stood behind it and when, was changed "
              "in the database, past this service. It is not shown, so that nobody relies on it. "
              "Nothing that you did caused this. Tell your manager and whoever looks after the "
              "system: they find what was recorded in a backup. Until then you can see what was "
              "recorded before it: open the file as it stood on an earlier day.",
          std::string(changed_version)};
}

Result<Version> read_version(Session& session, const Grant& grant, const Archive& archive,
                             const RecordHead& record, std::int64_t n) {
  NL_TRY(texts, version_texts(session, record.id, n));
  if (texts.empty()) return Error{ErrorCode::NotFound, "There is no such version of this record."};
  const auto& text = texts.front();
  NL_TRY(key, file_key(session, grant, archive.keys));
  if (key.hash(hashed_text(record.id, text)) != text.hash)
    return not_what_was_recorded(archive, record, n);
  NL_TRY(form, form_of(archive, record.form, text.edition));
  NL_TRY(answers, read_kept(*form, record.id, text.answers, key));
  NL_TRY(head, read_head(text));
  return Version{std::move(head), std::move(answers)};
}

std::optional<Date> effective_day(const forms::Form& form, const forms::Answers& answers) {
  if (!form.effective_on) return std::nullopt;
  const auto* answer = answers.find(*form.effective_on);
  const auto* day = answer == nullptr ? nullptr : std::get_if<Date>(answer);
  return day == nullptr ? std::nullopt : std::optional(*day);
}

Status insert_version(Transaction& transaction, domain::RecordId record, const VersionText& text) {
  NL_CHECK(transaction.run(
      "insert into record_version (record_id, n, state, effective_on, recorded_at, recorded_by, "
      "made_from, edition, draft_seq, words, answers, hash) values (:record_id, :n, :state, "
      ":effective_on, :recorded_at, :recorded_by, :made_from, :edition, :draft_seq, :words, "
      ":answers, :hash)",
      {{"record_id", record.text()},
       {"n", text.n},
       {"state", text.state},
       {"effective_on", text.effective_on},
       {"recorded_at", text.recorded_at},
       {"recorded_by", text.recorded_by},
       {"made_from", text.made_from},
       {"edition", text.edition},
       {"draft_seq", text.draft_seq},
       {"words", text.words},
       {"answers", text.answers},
       {"hash", text.hash}}));
  NL_CHECK(
      transaction.run("update record set last_version = :n, last_state = :state, last_effective_on "
                      "= :effective_on, "
                      "last_recorded_at = :recorded_at, last_recorded_by = :recorded_by, "
                      "last_draft_seq = :draft_seq "
                      "where id = :id",
                      {{"n", text.n},
                       {"state", text.state},
                       {"effective_on", text.effective_on},
                       {"recorded_at", text.recorded_at},
                       {"recorded_by", text.recorded_by},
                       {"draft_seq", text.draft_seq},
                       {"id", record.text()}}));
  return done();
}

}  // namespace

Result<std::vector<VersionHead>> versions_of(Session& session, const Grant& grant,
                                             domain::RecordId record) {
  NL_CHECK(record_head(session, grant, record));
  NL_TRY(texts, version_texts(session, record, std::nullopt));
  std::vector<VersionHead> heads;
  for (const auto& text : texts) {
    NL_TRY(head, read_head(text));
    heads.push_back(std::move(head));
  }
  return heads;
}

Result<Version> version_of(Session& session, const Grant& grant, const Archive& archive,
                           domain::RecordId record, std::int64_t n) {
  NL_TRY(head, record_head(session, grant, record));
  return read_version(session, grant, archive, head, n);
}

Result<std::int64_t> version_number_on(Session& session, const Grant& grant,
                                       domain::RecordId record, Date day) {
  NL_TRY(heads, versions_of(session, grant, record));
  std::int64_t stood = 0;
  for (const auto& head : heads)
    if (platform::day_in_london(head.recorded_at) <= day) stood = head.n;
  return stood;
}

Result<std::optional<Version>> version_on(Session& session, const Grant& grant,
                                          const Archive& archive, domain::RecordId record,
                                          Date day) {
  NL_TRY(stood, version_number_on(session, grant, record, day));
  if (stood == 0) return std::optional<Version>{};
  NL_TRY(version, version_of(session, grant, archive, record, stood));
  return std::optional<Version>{std::move(version)};
}

Result<std::int64_t> add_version(Transaction& transaction, const Grant& grant,
                                 const Archive& archive, domain::RecordId record,
                                 const NextVersion& next, const forms::Answers& answers) {
  NL_TRY(head, record_head(transaction, grant, record));
  if (head.last_version != next.made_from.value_or(0))
    return Error{ErrorCode::Conflict,
                 "Somebody recorded another version of this in the meantime. Look at it, then go "
                 "on from there."};
  NL_TRY(form, form_of(archive, head.form, head.edition));
  NL_TRY(key, file_key(transaction, grant, archive.keys));
  const auto effective = effective_day(*form, answers);
  VersionText text{.n = head.last_version + 1,
                   .edition = head.edition,
                   .draft_seq = next.draft_seq,
                   .state = std::string(domain::code(next.state)),
                   .recorded_at = platform::iso(grant.at()),
                   .recorded_by = grant.person().text(),
                   .hash = {},
                   .answers = kept_text(*form, record, answers, key),
                   .effective_on = effective ? std::optional(iso(*effective)) : std::nullopt,
                   .words = next.words,
                   .made_from = next.made_from};
  text.hash = key.hash(hashed_text(record, text));
  NL_CHECK(insert_version(transaction, record, text));
  NL_CHECK(project_version(transaction, grant.file(), record, *form, next.state, answers));
  return text.n;
}

}  // namespace northlight::store
