#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

namespace northlight::web {

/// Whether the sender of If-None-Match has this version already (RFC 9110 13.1.2, weak comparison).
bool has_already(std::string_view if_none_match, std::string_view etag);

/// The ETag of that content. Weak, for the same page may be sent compressed or not.
std::string etag_of(std::string_view content);

/// Gives a page an ETag made of its content, and turns it into a 304 where the browser has it.
/// Only for a 200 to GET or HEAD.
void make_conditional(const Request& request, Response& response);

}  // namespace northlight::web
