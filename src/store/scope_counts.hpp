#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "store/session.hpp"
#include "store/sight_scope.hpp"

namespace northlight::store {

/// How many files are in a scope, for whoever explains what somebody else can see: a number, and
/// no file. Everything else that counts asks for a ListGrant of whoever counts.
struct ScopeCounts {
  std::int64_t children = 0;
  std::int64_t victims = 0;
};
Result<ScopeCounts> count_scope(Session& session, const SightScope& scope);

}  // namespace northlight::store
