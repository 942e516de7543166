#pragma once

#include <string>

#include "accounts/arrival.hpp"
#include "web/request.hpp"

namespace northlight::web {

/// Where and when a request comes from, for the audit trail and the list of sessions.
accounts::From from_of(const Request& request, platform::Instant now);

/// "/children/abc?page=2": the address of the request, to come back to.
std::string address_of(const Request& request);

}  // namespace northlight::web
