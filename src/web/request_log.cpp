#include "web/request_log.hpp"

namespace northlight::web {

void log_exchange(const platform::Log& log, const Exchange& exchange) {
  log.write(platform::Severity::Notice, "request",
            {{"id", exchange.id.text()},
             {"method", exchange.method},
             {"route", exchange.route},
             {"status", exchange.status},
             {"bytes", static_cast<std::int64_t>(exchange.bytes)},
             {"microseconds", static_cast<std::int64_t>(exchange.duration.count())}});
}

}  // namespace northlight::web
