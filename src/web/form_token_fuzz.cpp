#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "web/form_token.hpp"

using namespace northlight;

namespace {

/// A true token with some of its letters changed, left out or put in: two bytes say where and what.
std::string bent(std::string token, const std::uint8_t* data, std::size_t size) {
  for (std::size_t i = 0; i + 1 < size && !token.empty(); i += 2) {
    const auto at = static_cast<std::ptrdiff_t>(data[i] % token.size());  // NOLINT
    const auto letter = static_cast<char>(data[i + 1]);                   // NOLINT
    if (data[i] < 128)                                                    // NOLINT
      token[static_cast<std::size_t>(at)] = letter;
    else if (data[i] < 192)  // NOLINT
      token.erase(token.begin() + at);
    else
      token.insert(token.begin() + at, letter);
  }
  return token;
}

}  // namespace

/// Nobody makes a token without our keys: what is sent names a session only where it is, to the
/// byte, the token of that session. The first 16 bytes are a session; the rest is sent as it is,
/// and says how that session's token is bent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto keys = platform::Keys::for_this_run();
  const std::string_view sent(reinterpret_cast<const char*>(data), size);  // NOLINT
  if (web::session_of_form_token(keys, sent)) std::abort();
  IdBits::Bytes bytes{};
  if (size < bytes.size()) return 0;
  std::copy_n(data, bytes.size(), bytes.begin());
  const store::SignInSessionId session{IdBits{bytes}};
  const auto token = web::form_token_of(keys, session);
  const auto other = bent(token, data + bytes.size(), size - bytes.size());  // NOLINT
  const auto named = web::session_of_form_token(keys, other);
  if (named.has_value() != (other == token) || (named && *named != session)) std::abort();
  return 0;
}
