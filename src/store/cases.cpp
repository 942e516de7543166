#include "store/cases.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/file_list.hpp"
#include "store/readable.hpp"
#include "store/sight.hpp"
#include "store/what_was.hpp"

namespace northlight::store {
namespace {

Result<std::vector<AllocationRow>> find_allocations(Session& session, std::string_view where,
                                                    const Bindings& bindings) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::optional<std::string>,
                   std::string, std::optional<std::string>, std::string>(
          std::string("select a.id, a.case_id, a.file_id, a.team_id, a.person_id, a.from_at, "
                      "a.until_at, a.part from allocation a ")
              .append(where),
          bindings,
          [&](const std::string& id, const std::string& child_case, const std::string& file,
              const std::string& team, const std::optional<std::string>& person,
              const std::string& from, const std::optional<std::string>& until,
              const std::string& part) {
            return AllocationRow{readable.id<domain::AllocationId>(id),
                                 readable.id<domain::CaseId>(child_case),
                                 readable.id<domain::FileId>(file),
                                 readable.id<domain::TeamId>(team),
                                 readable.id<domain::PersonId>(person),
                                 readable.instant(from),
                                 readable.instant(until),
                                 readable.known(domain::parse_work_part(part))};
          }));
}

Status end_one(Transaction& transaction, std::string_view id, platform::Instant at) {
  NL_CHECK(transaction.run("update allocation set until_at = :now where id = :id",
                           {{"now", platform::iso(at)}, {"id", id}}));
  return end_sight(transaction, SightCause::Allocation, id, at);
}

/// All of a case, or those of one part, that have not ended by then.
Status end_allocations_of(Transaction& transaction, domain::CaseId id, platform::Instant at,
                          std::optional<domain::WorkPart> part = {}) {
  NL_TRY(open,
         transaction.rows<std::string>(
             std::string("select id from allocation where case_id = :case "
                         "and (until_at is null or until_at > :now)")
                 .append(part ? " and part = '" + std::string(domain::code(*part)) + "'" : ""),
             {{"case", id.text()}, {"now", platform::iso(at)}}));
  for (const auto& allocation : open) NL_CHECK(end_one(transaction, allocation, at));
  return done();
}

Status begin_allocation(Transaction& transaction, const AllocationRow& row,
                        domain::OrganisationId service, std::optional<domain::PersonId> by) {
  const auto until = row.until ? std::optional(platform::iso(*row.until)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into allocation (id, case_id, file_id, team_id, person_id, from_at, until_at, "
      "given_by, part) values (:id, :case, :file, :team, :person, :from, :until, :by, :part)",
      {{"id", row.id.text()},
       {"case", row.child_case.text()},
       {"file", row.file.text()},
       {"team", row.team.text()},
       {"person", optional_text_of(row.person)},
       {"from", platform::iso(row.from)},
       {"until", until},
       {"by", optional_text_of(by)},
       {"part", domain::code(row.part)}}));
  NewSight sight{.holder = Holder::of(row.team),
                 .organisation = service,
                 .file = row.file,
                 .relation = domain::Relation::TeamCase,
                 .from = row.from,
                 .until = row.until,
                 .cause = SightCause::Allocation,
                 .cause_id = row.id.text()};
  NL_CHECK(give_sight(transaction, sight));
  if (!row.person) return done();
  sight.holder = Holder::of(*row.person);
  sight.relation = domain::Relation::OwnCase;
  return give_sight(transaction, sight);
}

Error no_such_case() { return {ErrorCode::NotFound, "There is no such case in this file."}; }

}  // namespace

Result<std::vector<CaseRow>> cases_of(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::optional<std::string>>(
          "select id, kind, stage, opened_on, closed_on from child_case where file_id = :file "
          "order by opened_on desc, id",
          {{"file", grant.file().text()}},
          [&](const std::string& id, const std::string& kind, const std::string& stage,
              const std::string& opened, const std::optional<std::string>& closed) {
            return CaseRow{readable.id<domain::CaseId>(id),
                           grant.file(),
                           readable.known(domain::parse_case_kind(kind)),
                           readable.known(domain::parse_case_stage(stage)),
                           readable.date(opened),
                           readable.date(closed)};
          }));
}

Result<std::vector<AllocationRow>> allocations_of(Session& session, const Grant& grant) {
  return find_allocations(session, "where a.file_id = :file order by a.from_at desc, a.id",
                          {{"file", grant.file().text()}});
}

Status open_case(Transaction& transaction, const Grant& grant, const CaseRow& row) {
  const auto closed = row.closed_on ? std::optional(iso(*row.closed_on)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into child_case (id, file_id, kind, stage, opened_on, closed_on, opened_by) "
      "values (:id, :file, :kind, :stage, :opened, :closed, :by)",
      {{"id", row.id.text()},
       {"file", grant.file().text()},
       {"kind", domain::code(row.kind)},
       {"stage", domain::code(row.stage)},
       {"opened", iso(row.opened_on)},
       {"closed", closed},
       {"by", grant.person().text()}}));
  return keep_case_was(transaction, grant, row.id, row.stage);
}

Status set_stage(Transaction& transaction, const Grant& grant, domain::CaseId id,
                 domain::CaseStage stage) {
  NL_TRY(changed,
         transaction.run(
             "update child_case set stage = :stage where id = :id "
             "and file_id = :file and closed_on is null",
             {{"stage", domain::code(stage)}, {"id", id.text()}, {"file", grant.file().text()}}));
  if (changed == 0) return no_such_case();
  return keep_case_was(transaction, grant, id, stage);
}

Status set_first_day(Transaction& transaction, const Grant& grant, const CaseRow& row, Date day) {
  NL_TRY(changed, transaction.run(
                      "update child_case set opened_on = :day where id = :id and file_id = :file",
                      {{"day", iso(day)}, {"id", row.id.text()}, {"file", grant.file().text()}}));
  if (changed == 0) return no_such_case();
  return keep_first_day_was(transaction, grant, row.id, row.opened_on);
}

Status close_case(Transaction& transaction, const Grant& grant, domain::CaseId id, Date day) {
  NL_TRY(changed,
         transaction.run("update child_case set stage = 'closed', closed_on = :day "
                         "where id = :id and file_id = :file and closed_on is null",
                         {{"day", iso(day)}, {"id", id.text()}, {"file", grant.file().text()}}));
  if (changed == 0) return no_such_case();
  NL_CHECK(keep_case_was(transaction, grant, id, domain::CaseStage::Closed));
  return end_allocations_of(transaction, id, grant.at());
}

Status allocate(Transaction& transaction, const Grant& grant, const AllocationRow& row,
                domain::OrganisationId service) {
  NL_TRY(open, transaction.row<std::string>(
                   "select id from child_case where id = :id "
                   "and file_id = :file and closed_on is null",
                   {{"id", row.child_case.text()}, {"file", grant.file().text()}}));
  if (!open || row.file != grant.file()) return no_such_case();
  if (row.part == domain::WorkPart::Lead) {
    NL_CHECK(end_allocations_of(transaction, row.child_case, row.from, row.part));
    return begin_allocation(transaction, row, service, grant.person());
  }
  NL_TRY(there, allocations_of(transaction, grant));
  for (const auto& one : there)
    if (one.child_case == row.child_case && one.person == row.person && !one.is_over(row.from))
      return Error{ErrorCode::Conflict, "They work on this case already.", "person"};
  return begin_allocation(transaction, row, service, grant.person());
}

Status end_allocation(Transaction& transaction, const Grant& grant, domain::AllocationId id) {
  NL_TRY(there, allocations_of(transaction, grant));
  for (const auto& one : there) {
    if (one.id != id || one.is_over(grant.at())) continue;
    if (one.part == domain::WorkPart::Lead)
      return Error{ErrorCode::Conflict,
                   "Somebody has to lead the work. Give the lead to somebody else instead.",
                   "part"};
    return end_one(transaction, id.text(), std::max(grant.at(), one.from));
  }
  return Error{ErrorCode::NotFound, "Nobody works on this case so."};
}

Result<std::vector<CaseInList>> open_cases(Session& session, const ListGrant& grant,
                                           const std::vector<domain::FileId>& files) {
  if (files.empty()) return std::vector<CaseInList>{};
  const FileList list(files);
  const auto now = platform::iso(grant.scope().at);
  std::vector<Bound> bound{{"now", now}};
  list.bind(bound);
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string, std::string,
                                       std::optional<std::string>, std::optional<std::string>>(
      "select c.file_id, c.kind, c.stage, c.opened_on, t.name, p.name from child_case c "
      "left join allocation a on a.case_id = c.id and a.part = 'lead' and a.from_at <= :now "
      "and (a.until_at is null or a.until_at > :now) left join team t on t.id = a.team_id "
      "left join person p on p.id = a.person_id where c.closed_on is null and c.file_id in " +
          list.sql() + " order by c.file_id, c.opened_on desc, c.id",
      bound,
      [&](const std::string& file, const std::string& kind, const std::string& stage,
          const std::string& opened, std::optional<std::string> team,
          std::optional<std::string> worker) {
        return CaseInList{readable.id<domain::FileId>(file),
                          readable.known(domain::parse_case_kind(kind)),
                          readable.known(domain::parse_case_stage(stage)),
                          readable.date(opened),
                          std::move(team).value_or(""),
                          std::move(worker)};
      }));
}

Result<std::vector<AllocationRow>> allocations_to(Session& session, domain::PersonId person,
                                                  platform::Instant at) {
  return find_allocations(session,
                          "where a.person_id = :person "
                          "and (a.until_at is null or a.until_at > :now) "
                          "and (a.until_at is null or a.until_at > a.from_at) "
                          "order by a.from_at, a.id",
                          {{"person", person.text()}, {"now", platform::iso(at)}});
}

Status move_allocation(Transaction& transaction, const AllocationRow& row, domain::TeamId team,
                       std::optional<domain::PersonId> person, platform::Instant at,
                       std::optional<domain::PersonId> by) {
  NL_TRY(service, transaction.value<std::string>("select service_id from file where id = :file",
                                                 {{"file", row.file.text()}}));
  NL_TRY(organisation, domain::OrganisationId::parse(service));
  // One that has not begun goes on from the day on which it was to begin.
  const auto from = std::max(at, row.from);
  NL_CHECK(end_one(transaction, row.id.text(), from));
  const AllocationRow next{platform::random_id<domain::AllocationId>(),
                           row.child_case,
                           row.file,
                           team,
                           person,
                           from,
                           row.until,
                           row.part};
  return begin_allocation(transaction, next, organisation, by);
}

}  // namespace northlight::store
