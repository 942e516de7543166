#pragma once

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "store/sight_scope.hpp"

namespace northlight::accounts {

/// Which files the asker may find, in these relations only ("my cases": {OwnCase}); or to which
/// they may do something else without a reason, such as review how long they are kept.
store::SightScope scope(const Policy& policy, const Asker& asker, const Among& whose,
                        domain::Action action = domain::Action::FindFile);

/// The children's files of an organisation that whoever reads its log finds by name, to ask who
/// looked at them: none that a mark closes to them (restricted files, for a start), no victim's.
store::SightScope scope_of_log(const Policy& policy, const Asker& asker,
                               domain::OrganisationId organisation);

/// In whatever relation.
inline constexpr Relations any_relation{domain::Relation::OwnCase,     domain::Relation::TeamCase,
                                        domain::Relation::ServiceCase, domain::Relation::Sampled,
                                        domain::Relation::Invited,     domain::Relation::Themself,
                                        domain::Relation::Parent};

}  // namespace northlight::accounts
