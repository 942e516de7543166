#pragma once

#include "accounts/policy.hpp"
#include "casework/children.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// How use cases begin a case in a file that they were granted. Of use inside casework/ only.
namespace northlight::casework {

/// Fails with Invalid (where: "opened_on") for a day to come, and for one long ago.
Status check_opened(Date opened, Date today);

/// The team is of the service, and the person works on cases of that kind of file there and has no
/// conflict declared. Fails with Invalid or Conflict (where: "team", "person").
Status check_worker(store::Transaction& transaction, const accounts::Policy& policy,
                    const store::Grant& grant, domain::OrganisationId service,
                    const Worker& worker);

/// Opens a case in the file of the grant and gives it to whoever works on it. Fails with Invalid
/// besides (where: "opened_on": not in the future, nor before the child's birth where the date is
/// known; "kind": a victim's case is of a victim's file and of no other).
Result<domain::CaseId> begin_case(store::Transaction& transaction, const accounts::Policy& policy,
                                  const store::Grant& grant, domain::OrganisationId service,
                                  const NewCase& made);

}  // namespace northlight::casework
