#include "web/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <utility>

namespace northlight::web {

struct Metrics::Families {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& answers =
      prometheus::BuildCounter()
          .Name("northlight_http_requests_total")
          .Help("Answers sent, by method, route pattern and status")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("northlight_http_request_duration_seconds")
          .Help("From the first byte of a request to the last byte of its answer, by route pattern")
          .Register(registry);
  prometheus::Counter& bytes = prometheus::BuildCounter()
                                   .Name("northlight_http_response_bytes_total")
                                   .Help("Bytes of bodies sent")
                                   .Register(registry)
                                   .Add({});
  prometheus::Family<prometheus::Gauge>& connections =
      prometheus::BuildGauge()
          .Name("northlight_http_connections")
          .Help("Open connections, by what they do")
          .Register(registry);
  prometheus::Gauge& idle = connections.Add({{"state", "idle"}});
  prometheus::Gauge& active = connections.Add({{"state", "active"}});
  prometheus::Gauge& in_flight = prometheus::BuildGauge()
                                     .Name("northlight_http_requests_in_flight")
                                     .Help("Requests handed to a worker and not yet answered")
                                     .Register(registry)
                                     .Add({});
  prometheus::Gauge& queued = prometheus::BuildGauge()
                                  .Name("northlight_http_requests_queued")
                                  .Help("Of those in flight, requests that wait for a worker")
                                  .Register(registry)
                                  .Add({});
  prometheus::Gauge& accepted = prometheus::BuildGauge()
                                    .Name("northlight_http_connections_accepted")
                                    .Help("Connections accepted since the start")
                                    .Register(registry)
                                    .Add({});
  prometheus::Family<prometheus::Gauge>& signed_head =
      prometheus::BuildGauge()
          .Name("northlight_audit_signed_head_age_seconds")
          .Help("Since the heads of the audit trail were last proved and signed: a day at most")
          .Register(registry);
  prometheus::Gauge& head_faults =
      prometheus::BuildGauge()
          .Name("northlight_audit_head_faults")
          .Help("Wrong with the signed heads of the audit trail at the last look: none, in the end")
          .Register(registry)
          .Add({});
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::record(const Exchange& exchange) {
  static const prometheus::Histogram::BucketBoundaries boundaries = {
      0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
  families_->answers
      .Add({{"method", exchange.method},
            {"route", exchange.route},
            {"status", std::to_string(exchange.status)}})
      .Increment();
  families_->seconds.Add({{"route", exchange.route}}, boundaries)
      .Observe(std::chrono::duration<double>(exchange.duration).count());
  families_->bytes.Increment(static_cast<double>(exchange.bytes));
}

std::string Metrics::text(const Traffic& traffic) const {
  families_->idle.Set(static_cast<double>(traffic.idle));
  families_->active.Set(static_cast<double>(traffic.connections - traffic.idle));
  families_->in_flight.Set(static_cast<double>(traffic.in_flight));
  families_->queued.Set(static_cast<double>(traffic.queued));
  families_->accepted.Set(static_cast<double>(traffic.accepted));
  families_->head_faults.Set(static_cast<double>(head_faults_.load()));
  if (const auto at = signed_head_at_.load(); at != 0) {
    const platform::Instant then{std::chrono::milliseconds(at)};
    const auto age = platform::SystemClock().now() - then;
    families_->signed_head.Add({}).Set(std::chrono::duration<double>(age).count());
  }
  return prometheus::TextSerializer{}.Serialize(families_->registry.Collect());
}

void add_metrics_route(Router& router, const Metrics& metrics, std::function<Traffic()> traffic) {
  router.get("/metrics", [&metrics, traffic = std::move(traffic)](const Request&) {
    return Response::bytes(metrics.text(traffic()), "text/plain; version=0.0.4; charset=utf-8");
  });
}

}  // namespace northlight::web
