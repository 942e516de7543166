#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace northlight::web {

/// Who asks: the peer itself or, where the peer is a trusted proxy, the last address in
/// X-Forwarded-For, which that proxy wrote. Anything but one plain address there is not believed.
/// `peer` is an address without a port, or "unix".
std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted_proxies);

}  // namespace northlight::web
