#pragma once

#include <string>

#include "web/response.hpp"

namespace northlight::web {

enum class Afterwards { KeepOpen, Close };

/// The status line and the header fields, up to and with the empty line. Adds Date, Content-Length
/// and Connection; a handler's own are dropped.
std::string response_head(const Response& response, Afterwards afterwards);

/// Whether an answer of that status has a body at all (RFC 9110 6.4.1).
bool may_have_body(int status);

}  // namespace northlight::web
