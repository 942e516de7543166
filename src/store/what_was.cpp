#include "store/what_was.hpp"

#include "store/file_key.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using Text = std::string;
using Maybe = std::optional<std::string>;

StoodFrom stood_from(Readable& readable, const Text& at, const Maybe& by) {
  return {readable.instant(at), !by};
}

bool is_same(const ChildRow& one, const ChildRow& other) {
  return one.family_name == other.family_name && one.given_names == other.given_names &&
         one.known_as == other.known_as && one.born_on == other.born_on;
}

}  // namespace

Result<std::vector<ChildWas>> child_over_time(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(session.rows<Text, Text, Text, Maybe, Maybe, Text, Maybe>(
      "select c.service_id, w.family_name, w.given_names, w.known_as, w.born_on, w.recorded_at, "
      "w.recorded_by from child_was w join child c on c.file_id = w.file_id "
      "where w.file_id = :file order by w.n",
      {{"file", grant.file().text()}},
      [&](const Text& service, Text family, Text given, Maybe known_as, const Maybe& born,
          const Text& at, const Maybe& by) {
        return ChildWas{{grant.file(), readable.id<domain::OrganisationId>(service),
                         Sensitive(std::move(family)), Sensitive(std::move(given)),
                         Sensitive(std::move(known_as)), Sensitive(readable.date(born))},
                        stood_from(readable, at, by)};
      }));
}

Result<std::vector<CaseWas>> cases_over_time(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(session.rows<Text, Text, Text, Maybe>(
      "select case_id, stage, recorded_at, recorded_by from case_was where file_id = :file "
      "order by case_id, n",
      {{"file", grant.file().text()}},
      [&](const Text& id, const Text& stage, const Text& at, const Maybe& by) {
        return CaseWas{readable.id<domain::CaseId>(id),
                       readable.known(domain::parse_case_stage(stage)),
                       stood_from(readable, at, by)};
      }));
}

Result<std::vector<FirstDayWas>> first_days_over_time(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(session.rows<Text, Text, Text>(
      "select case_id, opened_on, corrected_at from first_day_was where file_id = :file "
      "order by case_id, n",
      {{"file", grant.file().text()}}, [&](const Text& id, const Text& opened, const Text& until) {
        return FirstDayWas{readable.id<domain::CaseId>(id), readable.date(opened),
                           readable.instant(until)};
      }));
}

Result<platform::Instant> opened_at(Session& session, const Grant& grant) {
  NL_TRY(at, session.value<Text>("select opened_at from file where id = :file",
                                 {{"file", grant.file().text()}}));
  return platform::parse_instant(at);
}

Status keep_child_was(Transaction& transaction, const Grant& grant, const ChildRow& child) {
  NL_TRY(before, child_over_time(transaction, grant));
  if (!before.empty() && is_same(before.back().child, child)) return done();
  const auto& born_on = child.born_on.reveal();
  const auto born = born_on ? std::optional(iso(*born_on)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into child_was (file_id, n, family_name, given_names, known_as, born_on, "
      "recorded_at, recorded_by) values (:file, :n, :family, :given, :known_as, :born, :at, :by)",
      {{"file", grant.file().text()},
       {"n", static_cast<std::int64_t>(before.size()) + 1},
       {"family", child.family_name.reveal()},
       {"given", child.given_names.reveal()},
       {"known_as", child.known_as.reveal()},
       {"born", born},
       {"at", platform::iso(grant.at())},
       {"by", grant.person().text()}}));
  return done();
}

Status keep_case_was(Transaction& transaction, const Grant& grant, domain::CaseId id,
                     domain::CaseStage stage) {
  NL_TRY(last, transaction.row<Text>("select stage from case_was where case_id = :case "
                                     "order by n desc limit 1",
                                     {{"case", id.text()}}));
  if (last && *last == domain::code(stage)) return done();
  NL_CHECK(transaction.run(
      "insert into case_was (case_id, n, file_id, stage, recorded_at, recorded_by) "
      "select :case, coalesce(max(n), 0) + 1, :file, :stage, :at, :by from case_was "
      "where case_id = :case",
      {{"case", id.text()},
       {"file", grant.file().text()},
       {"stage", domain::code(stage)},
       {"at", platform::iso(grant.at())},
       {"by", grant.person().text()}}));
  return done();
}

Status keep_first_day_was(Transaction& transaction, const Grant& grant, domain::CaseId id,
                          Date opened_on) {
  NL_CHECK(transaction.run(
      "insert into first_day_was (case_id, n, file_id, opened_on, corrected_at, corrected_by) "
      "select :case, coalesce(max(n), 0) + 1, :file, :opened, :at, :by from first_day_was "
      "where case_id = :case",
      {{"case", id.text()},
       {"file", grant.file().text()},
       {"opened", iso(opened_on)},
       {"at", platform::iso(grant.at())},
       {"by", grant.person().text()}}));
  return done();
}

}  // namespace northlight::store
