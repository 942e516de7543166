#include "web/health.hpp"

#include <utility>

namespace northlight::web {
namespace {

bool passes(const ReadyCheck& check) {
  try {
    return check.check().has_value();
  } catch (...) {
    return false;  // Whatever it was, the answer to "ready?" is no.
  }
}

Response readiness(const std::vector<ReadyCheck>& checks) {
  bool ready = true;
  Json results = Json::array();
  for (const auto& check : checks) {
    const bool passed = passes(check);
    ready = ready && passed;
    results.add(Json::object({{"name", check.name}, {"ready", passed}}));
  }
  return Response::json(Json::object({{"ready", ready}, {"checks", std::move(results)}}),
                        ready ? 200 : 503);
}

}  // namespace

void add_health_routes(Router& router, std::vector<ReadyCheck> checks) {
  router.get("/health/live", [](const Request&) {
    return Response::json(Json::object({{"live", true}}));
  });
  router.get("/health/ready",
             [checks = std::move(checks)](const Request&) { return readiness(checks); });
}

}  // namespace northlight::web
