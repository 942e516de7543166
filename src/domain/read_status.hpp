#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "base/toml.hpp"

/// Of use inside domain/ only.
namespace northlight::domain {

/// Refuses a `status` that says nothing of how sure a fact is. One that is missing has been refused
/// already, or need not be there.
inline void check_status(TomlFields& fields, std::string_view status) {
  static const std::vector<std::string> statuses = {"published", "computed", "unverified"};
  if (!status.empty() && std::ranges::find(statuses, status) == statuses.end())
    fields.refuse("status", "The status is " + list_in_words(statuses, "or"));
}

}  // namespace northlight::domain
