#pragma once

#include <functional>
#include <memory>
#include <string>

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

  /// Everything in Prometheus's text format, with the traffic of this moment.
  std::string text(const Traffic& traffic) const;

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

/// Serves /metrics. For a server of its own on an inner port: it is not for the public.
void add_metrics_route(Router& router, const Metrics& metrics, std::function<Traffic()> traffic);

}  // namespace northlight::web
