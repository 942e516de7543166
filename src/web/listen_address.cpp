#include "web/listen_address.hpp"

#include <arpa/inet.h>
#include <sys/un.h>

#include <array>

#include "base/text.hpp"

namespace northlight::web {

Result<ListenAddress> ListenAddress::parse(std::string_view text) {
  const Error malformed{
      ErrorCode::Invalid,
      "This is no address to listen on: give one such as 127.0.0.1:8080, [::1]:8080 "
      "or unix:/run/northlight/northlight.sock",
      std::string(text)};
  ListenAddress address;
  if (text.starts_with("unix:")) {
    address.path = text.substr(5);
    const bool fits = address.path.size() < sizeof(sockaddr_un::sun_path);
    if (!address.path.starts_with('/') || !fits) return malformed;
    return address;
  }
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return malformed;
  const auto port = parse_whole_number(text.substr(colon + 1));
  if (!port || *port > 65535) return malformed;
  address.port = static_cast<std::uint16_t>(*port);

  auto host = text.substr(0, colon);
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (bracketed) host = host.substr(1, host.size() - 2);
  address.host = host;
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (inet_pton(bracketed ? AF_INET6 : AF_INET, address.host.c_str(), bytes.data()) != 1)
    return malformed;
  return address;
}

int ListenAddress::family() const {
  if (!path.empty()) return AF_UNIX;
  return host.find(':') == std::string::npos ? AF_INET : AF_INET6;
}

std::string ListenAddress::text() const {
  if (!path.empty()) return "unix:" + path;
  const bool six = host.find(':') != std::string::npos;
  return (six ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

}  // namespace northlight::web
