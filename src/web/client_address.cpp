#include "web/client_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace northlight::web {
namespace {

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted_proxies) {
  if (std::ranges::find(trusted_proxies, peer) == trusted_proxies.end()) return std::string(peer);
  const auto claimed = std::string(trim(split(forwarded_for, ',').back()));
  return is_address(claimed) ? claimed : std::string(peer);
}

}  // namespace northlight::web
