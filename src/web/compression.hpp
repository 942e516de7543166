#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/request.hpp"
#include "web/response.hpp"

namespace northlight::web {

/// Whether `Accept-Encoding` takes that coding ("br", "gzip"). One that is not named is not taken
/// unless "*" is, and q=0 refuses (RFC 9110 12.5.3).
bool accepts(std::string_view accept_encoding, std::string_view coding);

/// How hard to try: quickly for what is sent once, slowly for what is packed once and sent often.
enum class Effort { Quick, Patient };

/// Nothing when zlib is out of memory. For less than 2 GB.
std::optional<std::string> gzip(std::string_view text, Effort effort);

/// Compresses text of 1 KB and more where the browser takes gzip; or sends what was packed before.
void compress(const Request& request, Response& response);

}  // namespace northlight::web
