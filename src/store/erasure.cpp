#include "store/erasure.hpp"

#include <array>

#include "store/audit_log.hpp"
#include "store/kept_forms.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view of_file = "file_id = :file";
constexpr std::string_view of_its_records =
    "record_id in (select id from record where file_id = :file)";

constexpr std::string_view of_its_requests =
    "request_id in (select id from subject_request where file_id = :file)";

struct Part {
  std::string_view table;
  std::string_view whose = of_file;
  bool basic = false;  ///< Stays in a basic record.
};

// What refers to another table goes before it.
constexpr std::array parts{
    Part{"asked_action_answer",
         "action_id in (select a.id from asked_action a join record r on r.id = a.record_id "
         "where r.file_id = :file)"},
    Part{"asked_action", of_its_records},
    Part{"draft_settled", of_its_records},
    Part{"draft_change", of_its_records},
    Part{"draft", of_its_records},
    Part{"projected_child_name"},
    Part{"projected_contact"},
    Part{"projected_judgement"},
    Part{"projected_risk"},
    Part{"projected_contingency"},
    Part{"projected_action"},
    Part{"projected_deadline"},
    Part{"record_version", of_its_records},
    Part{"subject_copy", of_its_requests},
    Part{"subject_document", of_its_requests},
    Part{"subject_part_read", of_its_requests},
    Part{"subject_decision", of_its_requests},
    Part{"subject_correction", of_its_requests},
    Part{"subject_request"},
    Part{"agreement"},
    Part{"shared"},
    Part{"personal_link"},
    Part{"invitation_words"},
    Part{"sent_in_read"},
    Part{"sent_in"},
    Part{"record"},
    Part{"upload"},
    Part{"file_key"},
    Part{"kept_form"},
    Part{"notice"},
    Part{"glass"},
    Part{"sight", of_file, true},
    Part{"allocation", of_file, true},
    Part{"case_outcome", of_file, true},
    Part{"first_day_was"},
    Part{"case_was"},
    Part{"child_case", of_file, true},
    Part{"file_feature", of_file, true},
    Part{"retention_decision", of_file, true},
    Part{"basic_record", of_file, true},
    Part{"file_mark", of_file, true},
    Part{"file_named", of_file, true},
    Part{"conflict_of_interest", of_file, true},
    Part{"child_address"},
    Part{"child_was"},
    Part{"child_name_key", of_file, true},
    Part{"child", of_file, true},
    Part{"victim", of_file, true},
};

/// Links end with what they led to: whoever comes by one is a person without a name.
Status end_links(Transaction& transaction, std::string_view file, std::string_view day) {
  constexpr std::string_view by_link =
      "select s.holder_id from sight s where s.file_id = :file and s.cause_kind = 'link'";
  NL_CHECK(transaction.run(
      "update role_held set until_on = case when from_on > :day then from_on else :day end "
      "where (until_on is null or until_on > :day) and person_id in (" +
          std::string(by_link) + ")",
      {{"file", file}, {"day", day}}));
  NL_CHECK(
      transaction.run("update person set left_on = case when joined_on > :day then joined_on "
                      "else :day end where kind = 'link' and id in (" +
                          std::string(by_link) + ")",
                      {{"file", file}, {"day", day}}));
  // Whatever address they had sent it to.
  NL_CHECK(transaction.run(
      "delete from kept_form where person_id in (" + std::string(by_link) + ")", {{"file", file}}));
  NL_CHECK(transaction.run(
      "delete from sight where file_id = :file and cause_kind in ('link', 'invitation')",
      {{"file", file}}));
  return done();
}

/// Its place in a sample stays, as a number and a kind of case that lead nowhere.
Status leave_samples(Transaction& transaction, std::string_view file) {
  NL_CHECK(
      transaction.run("update sample_case set file_id = null, case_id = null where file_id = :file",
                      {{"file", file}}));
  return done();
}

/// Content that no other file holds lies there to be removed once this is kept (erasure_rest.hpp).
Status note_uploads(Transaction& transaction, std::string_view file, std::string_view now) {
  NL_CHECK(transaction.run(
      "insert into upload_to_remove (hash, since) select u.hash, :now from upload u "
      "where u.file_id = :file and not exists (select 1 from upload o where o.hash = u.hash "
      "and o.file_id <> :file) on conflict (hash) do nothing",
      {{"now", now}, {"file", file}}));
  return done();
}

/// The day of the last action stays known when the records that tell it are gone.
Status keep_basics(Transaction& transaction, std::string_view file, platform::Instant now) {
  std::optional<std::string> day;
  for (const auto* const last :
       {"select max(v.recorded_at) from record r join record_version v on v.record_id = r.id "
        "where r.file_id = :file",
        "select max(d.at) from record r join draft_change d on d.record_id = r.id "
        "and d.seq = r.last_seq where r.file_id = :file",
        "select max(added_at) from upload where file_id = :file",
        "select max(sent_at) from sent_in where file_id = :file"}) {
    NL_TRY(at, transaction.value<std::optional<std::string>>(last, {{"file", file}}));
    if (!at) continue;
    NL_TRY(moment, platform::parse_instant(*at));
    const auto on = iso(platform::day_in_london(moment));
    if (!day || *day < on) day = on;
  }
  NL_CHECK(transaction.run(
      "insert into basic_record (file_id, last_action_on, reduced_at) values (:file, :day, :now) "
      "on conflict (file_id) do update set reduced_at = :now, "
      "last_action_on = coalesce(:day, basic_record.last_action_on)",
      {{"file", file}, {"day", day}, {"now", platform::iso(now)}}));
  return done();
}

Status take_away(Transaction& transaction, const Erasure& erasure) {
  const auto file = erasure.file.text();
  const auto now = platform::iso(erasure.at);
  const auto day = iso(platform::day_in_london(erasure.at));
  NL_CHECK(end_links(transaction, file, day));
  NL_CHECK(forget_kept_forms_until(transaction, erasure.at));
  NL_CHECK(note_uploads(transaction, file, now));
  if (erasure.kind == ErasureKind::Erased) NL_CHECK(leave_samples(transaction, file));
  if (erasure.kind == ErasureKind::Reduced) NL_CHECK(keep_basics(transaction, file, erasure.at));
  for (const auto& part : parts) {
    if (part.basic && erasure.kind == ErasureKind::Reduced) continue;
    std::string sql = "delete from ";
    sql += part.table;
    sql += " where ";
    sql += part.whose;
    NL_CHECK(transaction.run(sql, {{"file", file}}));
  }
  if (erasure.kind == ErasureKind::Erased)
    NL_CHECK(transaction.run(
        "update file set erased_at = :now, opened_at = :now, restricted = :no where id = :file",
        {{"now", now}, {"no", false}, {"file", file}}));
  NL_CHECK(
      transaction.run("insert into erasure (file_id, kind, at, service_id) values "
                      "(:file, :kind, :now, :service)",
                      {{"file", file},
                       {"kind", code(erasure.kind)},
                       {"now", now},
                       {"service", erasure.service.text()}}));
  return done();
}

struct Standing {
  std::string service;
  bool held = false;
};

Result<std::optional<Standing>> not_erased(Session& session, std::string_view file) {
  return session.row<std::string, bool>(
      "select service_id, held from file where id = :file and erased_at is null", {{"file", file}},
      [](std::string service, bool held) {
        return Standing{std::move(service), held};
      });
}

Result<Erasure> may_go(Transaction& transaction, const Grant& grant, ErasureKind kind) {
  NL_TRY(found, not_erased(transaction, grant.file().text()));
  if (!found) return Error{ErrorCode::NotFound, "There is no such file."};
  if (found->held)
    return Error{ErrorCode::Conflict,
                 "The file is under a legal hold: nothing in it may be erased until the hold is "
                 "lifted."};
  NL_TRY(service, domain::OrganisationId::parse(found->service));
  return Erasure{grant.file(), service, kind, grant.at()};
}

}  // namespace

std::string_view code(ErasureKind kind) {
  return kind == ErasureKind::Erased ? "erased" : "reduced";
}

std::optional<ErasureKind> parse_erasure_kind(std::string_view text) {
  for (const auto kind : {ErasureKind::Erased, ErasureKind::Reduced})
    if (code(kind) == text) return kind;
  return std::nullopt;
}

Status erase_file(Transaction& transaction, const Grant& grant) {
  NL_TRY(erasure, may_go(transaction, grant, ErasureKind::Erased));
  return take_away(transaction, erasure);
}

Status reduce_file(Transaction& transaction, const Grant& grant) {
  NL_TRY(erasure, may_go(transaction, grant, ErasureKind::Reduced));
  return take_away(transaction, erasure);
}

Result<bool> erase_again(Transaction& transaction, const Erasure& erasure, platform::Instant now) {
  const auto file = erasure.file.text();
  NL_TRY(found, not_erased(transaction, file));
  if (!found) return false;
  NL_TRY(known,
         transaction.row<std::string>(
             "select at from erasure where file_id = :file and kind = :kind and at = :at",
             {{"file", file}, {"kind", code(erasure.kind)}, {"at", platform::iso(erasure.at)}}));
  if (known) return false;
  // The hold of the backup was lifted before this was done, by whom the backup does not know.
  NL_CHECK(transaction.run("update file set held = :no where id = :file",
                           {{"no", false}, {"file", file}}));
  NL_CHECK(
      transaction.run("update file_mark set until_at = :at where file_id = :file and mark = :hold "
                      "and until_at is null",
                      {{"at", platform::iso(erasure.at)},
                       {"file", file},
                       {"hold", domain::code(domain::Mark::LegalHold)}}));
  NL_CHECK(take_away(transaction, erasure));
  NL_TRY(service, domain::OrganisationId::parse(found->service));
  NL_CHECK(append_audit(
      transaction,
      {.service = service,
       .at = now,
       .operation = AuditOperation::Erasure,
       .action = std::string(domain::code(domain::Action::EraseFile)),
       .file = erasure.file,
       .justification = "Erased before, on " + words(platform::day_in_london(erasure.at)) +
                        ": a backup had brought it back",
       .source = "restore"}));
  return true;
}

Result<std::vector<Erasure>> erasures(Session& session, Which which) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string, std::string>(
      std::string("select file_id, service_id, kind, at from erasure ") +
          (which == Which::Unwritten ? "where written_at is null " : "") +
          "order by at, file_id, kind",
      {},
      [&](const std::string& file, const std::string& service, const std::string& kind,
          const std::string& at) {
        return Erasure{readable.id<domain::FileId>(file),
                       readable.id<domain::OrganisationId>(service),
                       readable.known(parse_erasure_kind(kind)), readable.instant(at)};
      }));
}

Status note_written(Transaction& transaction, const std::vector<Erasure>& written,
                    platform::Instant at) {
  const auto now = platform::iso(at);
  for (const auto& each : written)
    NL_CHECK(
        transaction.run("update erasure set written_at = :now where file_id = :file "
                        "and kind = :kind and at = :at and written_at is null",
                        {{"now", now},
                         {"file", each.file.text()},
                         {"kind", code(each.kind)},
                         {"at", platform::iso(each.at)}}));
  return done();
}

std::vector<std::string_view> tables_of_a_file() {
  std::vector<std::string_view> tables;
  for (const auto& part : parts) tables.push_back(part.table);
  return tables;
}

}  // namespace northlight::store
