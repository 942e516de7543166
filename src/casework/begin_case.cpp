#include "casework/begin_case.hpp"

#include <algorithm>

#include "casework/date_of_birth.hpp"
#include "platform/random.hpp"
#include "store/files.hpp"
#include "store/people.hpp"

namespace northlight::casework {
namespace {

using store::Grant;
using store::Transaction;

constexpr int longest_ago = 25;  ///< Opened longer ago, a case is a slip of the pen.

Status check_kind(bool of_victim, domain::CaseKind kind) {
  if (of_victim == (kind == domain::CaseKind::Victim)) return done();
  return invalid(of_victim ? "The case of a victim is of no other kind."
                           : "Choose the kind of a child's case.",
                 "kind");
}

Result<bool> is_of_victim(Transaction& transaction, const Grant& grant) {
  NL_TRY(kind, store::kind_of(transaction, grant));
  return kind == store::FileKind::Victim;
}

}  // namespace

Status check_opened(Date opened, Date today) {
  if (opened > today) return invalid("A case cannot be opened on a day to come.", "opened_on");
  if (opened < today - std::chrono::years(longest_ago))
    return invalid("Check the year: this is more than 25 years ago.", "opened_on");
  return done();
}

Status check_worker(Transaction& transaction, const accounts::Policy& policy, const Grant& grant,
                    domain::OrganisationId service, const Worker& worker) {
  NL_TRY(team, store::team(transaction, worker.team));
  if (!team || team->organisation != service || team->closed_on)
    return invalid("Choose a team of the service.", "team");
  if (!worker.person) return done();
  NL_TRY(of_victim, is_of_victim(transaction, grant));
  NL_TRY(roles,
         store::roles_in_force(transaction, *worker.person, platform::day_in_london(grant.at())));
  if (std::ranges::none_of(roles, [&](const auto& each) { return each.organisation == service; }))
    return invalid("Choose somebody who works in the service.", "person");
  if (std::ranges::none_of(roles, [&](const auto& each) {
        const auto* const role = policy.find(each.role);
        return each.organisation == service && role != nullptr && role->works_on_cases(of_victim);
      }))
    return invalid(of_victim ? "Choose somebody who works with victims: to anybody else the file "
                               "stays closed."
                             : "Choose somebody who works on cases: none of their roles opens one.",
                   "person");
  NL_TRY(conflicts, store::conflicts_on(transaction, grant));
  for (const auto& each : conflicts)
    if (each.person == *worker.person && !each.until)
      return Error{ErrorCode::Conflict,
                   "A conflict of interest is declared between them and this " +
                       std::string(of_victim ? "victim" : "child") + ". Choose somebody else.",
                   "person"};
  return done();
}

Result<domain::CaseId> begin_case(Transaction& transaction, const accounts::Policy& policy,
                                  const Grant& grant, domain::OrganisationId service,
                                  const NewCase& made) {
  NL_TRY(of_victim, is_of_victim(transaction, grant));
  NL_CHECK(check_opened(made.opened_on, platform::day_in_london(grant.at())));
  NL_CHECK(check_born_before(transaction, grant, made.opened_on));
  NL_CHECK(check_kind(of_victim, made.kind));
  NL_CHECK(check_worker(transaction, policy, grant, service, made.worker));
  const store::CaseRow row{.id = platform::random_id<domain::CaseId>(),
                           .file = grant.file(),
                           .kind = made.kind,
                           .opened_on = made.opened_on};
  NL_CHECK(store::open_case(transaction, grant, row));
  NL_CHECK(store::allocate(transaction, grant,
                           {.id = platform::random_id<domain::AllocationId>(),
                            .child_case = row.id,
                            .file = grant.file(),
                            .team = made.worker.team,
                            .person = made.worker.person,
                            .from = grant.at()},
                           service));
  return row.id;
}

}  // namespace northlight::casework
