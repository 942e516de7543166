#include <cstdint>

#include "platform/json_web_token.hpp"

using namespace northlight::platform;

namespace {

// RFC 7515, appendix A.3.
constexpr std::string_view published_keys =
    R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";
constexpr std::string_view published_token =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlf"
    "Q.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

}  // namespace

/// Any bytes as a token are refused, unless they are the one token that the key has signed; any
/// bytes as a key set are read or refused, and a token may then be checked with what was read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  static const auto keys = *SigningKeys::parse(published_keys);
  if (verify_signed_token(text, keys) && !text.starts_with(published_token.substr(0, 150)))
    __builtin_trap();
  if (const auto read = SigningKeys::parse(text)) (void)verify_signed_token(published_token, *read);
  return 0;
}
