#pragma once

#include <string_view>

#include "domain/access.hpp"

namespace northlight::web::views {

/// How somebody came to an action that the policy names.
enum class Deed { Done, LookedAt, Listed };

/// What they did, in the past tense, as the audit trail tells it where it has no closer word:
/// "Read the file"; looked at: "Opened the file to write in it".
std::string_view deed_in_words(domain::Action action, Deed deed);

}  // namespace northlight::web::views
