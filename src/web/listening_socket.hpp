#pragma once

#include <string>

#include "base/result.hpp"
#include "web/listen_address.hpp"

namespace northlight::web {

/// Opens a socket that listens, and puts the port that was given by the system into `address`.
/// A unix socket left behind by an earlier run is replaced; one that is answered on is not.
/// Yields the descriptor, which the caller closes.
Result<int> open_listening_socket(ListenAddress& address, unsigned socket_mode);

/// Takes a unix socket's name out of the file system; nothing for an address and port.
void remove_socket_file(const ListenAddress& address);

/// The address without port of whoever is at the other end, or "unix".
std::string peer_address(int socket);

}  // namespace northlight::web
