#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "platform/clock.hpp"
#include "web/exchange.hpp"
#include "web/router.hpp"

namespace northlight::web {

/// Counts for Prometheus: answers by method, route pattern and status, how long they took, and how
/// busy the server is. May be recorded to from any thread.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void record(const Exchange& exchange);

  /// When the heads of the audit trail were last signed; until then there is no such figure.
  void note_signed_head(platform::Instant at) { signed_head_at_ = at.time_since_epoch().count(); }
  /// How many things are wrong with the heads that are kept, or with their making, at the last
  /// look.
  void note_head_faults(std::size_t count) { head_faults_ = static_cast<std::int64_t>(count); }

  /// Everything in Prometheus's text format, with the traffic of this moment.
  std::string text(const Traffic& traffic) const;

 private:
  struct Families;
  std::unique_ptr<Families> families_;
  std::atomic<std::int64_t> signed_head_at_{0};
  std::atomic<std::int64_t> head_faults_{0};
};

/// Serves /metrics. For a server of its own on an inner port: it is not for the public.
void add_metrics_route(Router& router, const Metrics& metrics, std::function<Traffic()> traffic);

}  // namespace northlight::web
