#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "web/application.hpp"
#include "web/exchange.hpp"

namespace northlight::web {

/// What a stranger may send, and how many may come at once.
struct Limits {
  std::size_t header_bytes = 16UL * 1024;
  std::size_t header_fields = 100;
  std::size_t body_bytes = 1024UL * 1024;          ///< A route may set its own (RouteOptions).
  std::size_t bodies_bytes = 256UL * 1024 * 1024;  ///< Of all requests being read or answered.
  std::size_t connections = 10'000;                ///< Beyond, those longest idle are closed.
  std::size_t queued = 256;  ///< Requests that wait for a worker; beyond, 503.
};

/// Each is absolute: from the start of its phase to its end, however busily a client drips.
struct Deadlines {
  std::chrono::milliseconds header{10'000};
  std::chrono::milliseconds body{60'000};
  std::chrono::milliseconds write{60'000};
  std::chrono::milliseconds idle{60'000};   ///< Between two requests on one connection.
  std::chrono::milliseconds linger{2'000};  ///< Reading on after a refusal, so that it arrives.
  std::chrono::milliseconds stop{20'000};   ///< For what is in flight when the server stops.
};

struct ServerOptions {
  /// "127.0.0.1:8080", "[::1]:8080" (port 0: any that is free) or "unix:/run/northlight.sock".
  std::string listen = "127.0.0.1:0";
  unsigned socket_mode = 0660;  ///< Of a unix socket.
  std::size_t io_threads = 2;
  std::size_t workers = 8;
  std::size_t at_once = 0;  ///< Of them, on a processor; 0: as many as there are, and at least 2.
  Limits limits{};
  Deadlines deadlines{};
  /// Addresses whose X-Forwarded-For is believed; "unix" for whoever comes by the unix socket.
  std::vector<std::string> trusted_proxies{};
  /// Called once for each answer, when it has been sent or has failed to be; on an I/O thread.
  std::function<void(const Exchange&)> on_exchange{};
};

/// Whether everything in flight was finished when the server stopped.
enum class Stopped {
  Cleanly,
  CutShort,  ///< Answers that were still being sent, or requests still arriving, were cut off.
  GaveUp,    ///< A handler still runs: leave by std::_Exit, for it still uses what it was given.
};

/// An HTTP/1.1 server for one machine, meant to stand behind nginx. Strict: what two programs could
/// read in two ways is refused and the connection closed.
class Server {
 public:
  /// Refuses an address that is malformed or taken.
  static Result<std::unique_ptr<Server>> start(Application application, ServerOptions options);

  /// Stops as by stop().
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "127.0.0.1:43127" or "unix:/run/northlight.sock".
  std::string address() const;
  std::uint16_t port() const;  ///< 0 for a unix socket.

  Traffic traffic() const;

  /// Takes no more connections, closes idle ones, lets what is in flight finish until the deadline.
  /// A second call tells what the first did. Not to be called from a handler.
  Stopped stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace northlight::web
