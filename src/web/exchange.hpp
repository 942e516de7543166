#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "web/request.hpp"

namespace northlight::web {

/// One request and its answer, as logs and metrics may know it: never the path or the query, which
/// may hold what somebody typed.
struct Exchange {
  RequestId id{IdBits{}};
  std::string method;  ///< "GET"; "-" where none was understood.
  std::string route;   ///< The pattern that matched; "-" where none did.
  int status = 0;
  std::uint64_t bytes = 0;                ///< Of the body that was sent.
  std::chrono::microseconds duration{0};  ///< From the first byte read to the last byte sent.
};

/// How busy the server is at this moment.
struct Traffic {
  std::size_t connections = 0;
  std::size_t idle = 0;        ///< Of the connections: those that wait for a request to begin.
  std::size_t in_flight = 0;   ///< Requests handed to the worker pool and not yet answered.
  std::size_t queued = 0;      ///< Of those in flight: waiting for a worker.
  std::uint64_t accepted = 0;  ///< Connections since the start.
};

}  // namespace northlight::web
