#pragma once

#include <string_view>

#include "web/request.hpp"
#include "web/response.hpp"

namespace northlight::web {

/// Whether `Accept-Encoding` takes that coding ("br", "gzip"). One that is not named is not taken
/// unless "*" is, and q=0 refuses (RFC 9110 12.5.3).
bool accepts(std::string_view accept_encoding, std::string_view coding);

/// Compresses text of 1 KB and more where the browser takes gzip.
void compress(const Request& request, Response& response);

}  // namespace northlight::web
