#pragma once

#include "platform/log.hpp"
#include "web/exchange.hpp"

namespace northlight::web {

/// One line a request: id, method, route pattern, status, bytes, duration. Never the address asked
/// for, who asked, or anything sent.
void log_exchange(const platform::Log& log, const Exchange& exchange);

}  // namespace northlight::web
