#pragma once

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "store/sight_scope.hpp"

namespace northlight::accounts {

/// Which files the asker may find, in these relations only ("my cases": {OwnCase}); or to which
/// they may do something else without a reason, such as review how long they are kept.
store::SightScope scope(const Policy& policy, const Asker& asker, const Among& whose,
                        domain::Action action = domain::Action::FindFile);

/// In whatever relation.
inline constexpr Relations any_relation{domain::Relation::OwnCase,     domain::Relation::TeamCase,
                                        domain::Relation::ServiceCase, domain::Relation::Sampled,
                                        domain::Relation::Invited,     domain::Relation::Themself,
                                        domain::Relation::Parent};

}  // namespace northlight::accounts
