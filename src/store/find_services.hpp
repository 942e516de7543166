#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// The slugs of the services whose name answers what was typed, the best first; 200 at most.
Result<std::vector<std::string>> find_services(Session& session, std::string_view typed);

/// Makes a new service's name findable.
Status add_name_keys(Transaction& transaction, std::string_view slug, std::string_view name);

}  // namespace northlight::store
