#pragma once

#include <string>
#include <string_view>

#include "accounts/policy.hpp"
#include "domain/access.hpp"

namespace northlight::web::views {

/// "Read the file", for people.
std::string_view action_in_words(domain::Action action);

/// "their own cases"
std::string_view relation_in_words(domain::Relation relation);

/// "their own cases, their team's cases and the service's cases"
std::string relations_in_words(const accounts::Relations& relations);

}  // namespace northlight::web::views
