// What those who run the service see of it: health, metrics and the log of requests.
#include <doctest/doctest.h>

#include <stdexcept>

#include "web/health.hpp"
#include "web/metrics.hpp"
#include "web/request_log.hpp"

namespace northlight::web {
namespace {

Response ask(const Router& router, std::string_view path) {
  Request request;
  request.target = *Target::parse(path);
  return router.answer(request);
}

TEST_CASE("the program is live when it answers and ready when every check passes") {
  bool database = true;
  Router router;
  add_health_routes(router, {{"database",
                              [&]() -> Status {
                                if (database) return done();
                                return Error{ErrorCode::Unavailable, "secret host is down"};
                              }},
                             {"assets", [] { return done(); }}});
  CHECK(ask(router, "/health/live").status == 200);
  CHECK(ask(router, "/health/ready").status == 200);
  database = false;
  const auto unready = ask(router, "/health/ready");
  CHECK(unready.status == 503);
  CHECK(unready.content().find(R"({"name":"database","ready":false})") != std::string_view::npos);
  CHECK(unready.content().find("secret") == std::string_view::npos);
  CHECK(ask(router, "/health/live").status == 200);
}

TEST_CASE("a check that throws does not pass") {
  Router router;
  add_health_routes(router, {{"disk", []() -> Status { throw std::runtime_error("gone"); }}});
  CHECK(ask(router, "/health/ready").status == 503);
}

TEST_CASE("answers are counted by method, route and status, and timed by route") {
  Metrics metrics;
  Exchange exchange{.method = "GET",
                    .route = "/services/:service",
                    .status = 200,
                    .bytes = 100,
                    .duration = std::chrono::milliseconds(3)};
  metrics.record(exchange);
  metrics.record(exchange);
  exchange.status = 404;
  metrics.record(exchange);
  Router router;
  add_metrics_route(router, metrics, [] {
    return Traffic{.connections = 5, .idle = 3, .in_flight = 2, .queued = 1, .accepted = 9};
  });
  const auto page = ask(router, "/metrics");
  CHECK(page.headers.value("Content-Type").starts_with("text/plain; version=0.0.4"));
  for (const auto* line :
       {"northlight_http_requests_total{method=\"GET\",route=\"/services/"
        ":service\",status=\"200\"} 2\n",
        "northlight_http_requests_total{method=\"GET\",route=\"/services/"
        ":service\",status=\"404\"} 1\n",
        "northlight_http_request_duration_seconds_count{route=\"/services/:service\"} 3\n",
        "northlight_http_request_duration_seconds_bucket{route=\"/services/"
        ":service\",le=\"0.0025\"} 0\n",
        "northlight_http_request_duration_seconds_bucket{route=\"/services/"
        ":service\",le=\"0.005\"} 3\n",
        "northlight_http_response_bytes_total 300\n",
        "northlight_http_connections{state=\"active\"} 2\n",
        "northlight_http_connections{state=\"idle\"} 3\n", "northlight_http_requests_in_flight 2\n",
        "northlight_http_requests_queued 1\n"}) {
    CAPTURE(line);
    CHECK(page.content().find(line) != std::string_view::npos);
  }
}

TEST_CASE("a request is one line of the log, by its route") {
  std::string line;
  const auto log = platform::Log::to([&](std::string_view text) { line = text; });
  log_exchange(log, {.method = "POST",
                     .route = "/form",
                     .status = 422,
                     .bytes = 10,
                     .duration = std::chrono::microseconds(1'500)});
  const auto read = Json::parse(line);
  REQUIRE(read);
  CHECK(*read->find("event")->string() == "request");
  CHECK(read->find("id")->string()->size() == 26);
  CHECK(*read->find("route")->string() == "/form");
  CHECK(*read->find("status")->whole() == 422);
  CHECK(*read->find("microseconds")->whole() == 1'500);
  CHECK(read->members()->size() == 9);
}

}  // namespace
}  // namespace northlight::web
