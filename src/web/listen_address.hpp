#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight::web {

/// Where to listen: an address and a port, or a path in the file system.
struct ListenAddress {
  std::string host;  ///< "127.0.0.1", "::1"; empty for a unix socket.
  std::uint16_t port = 0;
  std::string path;  ///< Of a unix socket.

  /// Takes "127.0.0.1:8080", "[::1]:8080" and "unix:/path"; refuses names of hosts.
  static Result<ListenAddress> parse(std::string_view text);

  std::string text() const;
  int family() const;  ///< AF_UNIX, AF_INET or AF_INET6.
};

}  // namespace northlight::web
