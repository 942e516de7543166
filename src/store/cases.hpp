#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/child_case.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// The cases of a file and who works on them. An allocation gives sight, in the same transaction:
/// its person sees their own case and its team the team's.
namespace northlight::store {

struct CaseRow {
  domain::CaseId id;
  domain::FileId file;
  domain::CaseKind kind = domain::CaseKind::Prevention;
  domain::CaseStage stage = domain::CaseStage::Opened;
  Date opened_on{};
  std::optional<Date> closed_on{};
};

struct AllocationRow {
  domain::AllocationId id;
  domain::CaseId child_case;
  domain::FileId file;
  domain::TeamId team;
  std::optional<domain::PersonId> person{};  ///< Empty: the team's, and not yet anybody's.
  platform::Instant from{};
  std::optional<platform::Instant> until{};
  domain::WorkPart part = domain::WorkPart::Lead;

  bool in_force(platform::Instant at) const { return from <= at && !is_over(at); }
  bool is_over(platform::Instant at) const { return until && *until <= at; }
};

/// All cases of the file of the grant, the latest first.
Result<std::vector<CaseRow>> cases_of(Session& session, const Grant& grant);
Result<std::vector<AllocationRow>> allocations_of(Session& session, const Grant& grant);

Status open_case(Transaction& transaction, const Grant& grant, const CaseRow& row);
/// Fails with NotFound where the file of the grant has no such case.
Status set_stage(Transaction& transaction, const Grant& grant, domain::CaseId id,
                 domain::CaseStage stage);
/// Corrects the day on which the work began, and keeps what it was taken to be. NotFound likewise.
Status set_first_day(Transaction& transaction, const Grant& grant, const CaseRow& row, Date day);
/// Ends its allocations too, and the sight that came from them.
Status close_case(Transaction& transaction, const Grant& grant, domain::CaseId id, Date day);

/// Begins this allocation at its `from`. Who leads takes the place of whoever led until then; who
/// works alongside joins the others, and Conflict says that they work on the case already.
Status allocate(Transaction& transaction, const Grant& grant, const AllocationRow& row,
                domain::OrganisationId service);

/// Somebody works alongside no longer. NotFound where the file of the grant has no such allocation
/// in force; Conflict for who leads, whose place somebody else must take.
Status end_allocation(Transaction& transaction, const Grant& grant, domain::AllocationId id);

/// A case that is open, beside a row of a list.
struct CaseInList {
  domain::FileId file;
  std::optional<domain::CaseKind> kind{};    ///< Empty: not told to whoever only finds the file.
  std::optional<domain::CaseStage> stage{};  ///< As `kind`.
  Date opened_on{};
  std::string team{};                   ///< By name; empty while it is nobody's.
  std::optional<std::string> worker{};  ///< Who leads, by name.
};
/// The open cases of files that a list under this grant showed.
Result<std::vector<CaseInList>> open_cases(Session& session, const ListGrant& grant,
                                           const std::vector<domain::FileId>& files);

// For people who leave or move, by whoever manages people: they see ids and no content.

/// Allocations in force at that moment, and those that begin later.
Result<std::vector<AllocationRow>> allocations_to(Session& session, domain::PersonId person,
                                                  platform::Instant at);
/// A person's allocations in one team go on in another (`person` kept) or as the team's alone
/// (`person` left out).
Status move_allocation(Transaction& transaction, const AllocationRow& row, domain::TeamId team,
                       std::optional<domain::PersonId> person, platform::Instant at,
                       std::optional<domain::PersonId> by);

}  // namespace northlight::store
