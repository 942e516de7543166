#pragma once

#include "casework/people.hpp"

/// What the files of casework/people share among themselves.
namespace northlight::casework {

Error no_such_person();

/// The roles that they ever held there; NotFound for whoever held none.
Result<std::vector<store::RoleRow>> known_there(store::Session& session,
                                                domain::OrganisationId organisation,
                                                domain::PersonId person);

/// NotFound for whoever holds no role there then or later.
Status works_there(store::Session& session, domain::OrganisationId organisation,
                   domain::PersonId person, platform::Instant at);

}  // namespace northlight::casework
