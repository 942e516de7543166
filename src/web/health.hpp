#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "web/router.hpp"

namespace northlight::web {

/// Something without which no page can be served, such as the database.
struct ReadyCheck {
  std::string name;
  std::function<Status()> check;
};

/// /health/live: the program answers. /health/ready: 200 when every check passes, otherwise 503
/// with the names of those that do not, and no more: anybody may ask.
void add_health_routes(Router& router, std::vector<ReadyCheck> checks);

}  // namespace northlight::web
