#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace northlight::platform {

/// Whether an address may go without TLS.
enum class PlainHttp {
  Never,
  Loopback,  ///< To this machine itself, for tests and for a proxy that stands on it.
};

/// What a conversation may use before it is given up.
struct HttpLimits {
  std::chrono::milliseconds connect{3'000};
  std::chrono::milliseconds whole{8'000};  ///< From the first step to the last byte.
  std::size_t answer_bytes = std::size_t{1} << 20U;
};

struct HttpRequest {
  std::string url{};
  std::vector<std::pair<std::string, std::string>> headers{};
  std::optional<std::string> form{};  ///< Sent by POST as application/x-www-form-urlencoded.
};

struct HttpAnswer {
  int status = 0;
  std::string type{};  ///< The media type, in lower case and without its parameters.
  std::string body{};
};

/// Asks other servers, over HTTPS. It follows no redirect, uses no proxy, keeps no cookie and reads
/// no settings from the environment: it talks to the server that is named or to none. Certificates
/// are checked against the machine's authorities. Any number of threads may use one.
class HttpClient {
 public:
  explicit HttpClient(PlainHttp plain = PlainHttp::Never, HttpLimits limits = {});

  /// An answer of any status. Invalid for an address that may not be asked; Unavailable when
  /// there was no answer in time, or none that could be read; neither message holds the address.
  Result<HttpAnswer> send(const HttpRequest& request) const;

  /// Whether `send` would ask there: a whole address with a host, over TLS unless it may be plain,
  /// without a name, password or fragment in it.
  Status check(std::string_view url) const;

 private:
  PlainHttp plain_;
  HttpLimits limits_;
};

}  // namespace northlight::platform
