#include "web/listening_socket.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace northlight::web {
namespace {

/// Any kind of address, as the system calls take it.
struct Endpoint {
  sockaddr_storage storage{};
  socklen_t size = 0;

  sockaddr* pointer() { return reinterpret_cast<sockaddr*>(&storage); }
};

Endpoint endpoint_of(const ListenAddress& address) {
  Endpoint endpoint;
  if (!address.path.empty()) {
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    std::memcpy(local.sun_path, address.path.data(), address.path.size());
    std::memcpy(&endpoint.storage, &local, sizeof local);
    endpoint.size = sizeof local;
  } else if (address.host.find(':') != std::string::npos) {
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(address.port);
    inet_pton(AF_INET6, address.host.c_str(), &six.sin6_addr);
    std::memcpy(&endpoint.storage, &six, sizeof six);
    endpoint.size = sizeof six;
  } else {
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_port = htons(address.port);
    inet_pton(AF_INET, address.host.c_str(), &four.sin_addr);
    std::memcpy(&endpoint.storage, &four, sizeof four);
    endpoint.size = sizeof four;
  }
  return endpoint;
}

int open_socket(const Endpoint& endpoint) {
  return ::socket(endpoint.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

/// A unix socket on which nobody answers is what an earlier run left behind.
void remove_leftover(Endpoint endpoint, const std::string& path) {
  const int probe = open_socket(endpoint);
  if (probe < 0) return;
  if (::connect(probe, endpoint.pointer(), endpoint.size) != 0 && errno == ECONNREFUSED)
    ::unlink(path.c_str());
  ::close(probe);
}

std::uint16_t bound_port(int socket) {
  Endpoint bound;
  bound.size = sizeof bound.storage;
  ::getsockname(socket, bound.pointer(), &bound.size);
  sockaddr_in either{};  // The port stands at the same place in both kinds.
  std::memcpy(&either, &bound.storage, sizeof either);
  return ntohs(either.sin_port);
}

}  // namespace

Result<int> open_listening_socket(ListenAddress& address, unsigned socket_mode) {
  const bool local = !address.path.empty();
  auto endpoint = endpoint_of(address);
  if (local) remove_leftover(endpoint, address.path);

  const int socket = open_socket(endpoint);
  const int yes = 1;
  const bool listening =
      socket >= 0 && ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
      ::bind(socket, endpoint.pointer(), endpoint.size) == 0 &&
      (!local || ::chmod(address.path.c_str(), socket_mode) == 0) && ::listen(socket, 4'096) == 0;
  if (!listening) {
    const auto why = std::generic_category().message(errno);
    if (socket >= 0) ::close(socket);
    return Error{ErrorCode::Unavailable,
                 "The server cannot listen there (" + why +
                     "): stop what listens there already, or choose another address",
                 address.text()};
  }
  if (!local) address.port = bound_port(socket);
  return socket;
}

void remove_socket_file(const ListenAddress& address) {
  if (!address.path.empty()) ::unlink(address.path.c_str());
}

std::string peer_address(int socket) {
  Endpoint peer;
  peer.size = sizeof peer.storage;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (::getpeername(socket, peer.pointer(), &peer.size) != 0) return "unix";
  if (peer.storage.ss_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &peer.storage, sizeof four);
    return inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
  }
  if (peer.storage.ss_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &peer.storage, sizeof six);
    return inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
  }
  return "unix";
}

}  // namespace northlight::web
