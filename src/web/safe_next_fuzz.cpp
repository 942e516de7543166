#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "web/safe_next.hpp"

/// Whatever address somebody is to be led to after signing in: it is of this site, as browsers read
/// it, and fits a header.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view sent(reinterpret_cast<const char*>(data), size);  // NOLINT
  const auto next = northlight::web::safe_next(sent, "/account");
  const std::string_view second = std::string_view(next).substr(0, 2);
  if (second.substr(0, 1) != "/" || second == "//" || second == "/\\") __builtin_trap();
  const bool fits = std::ranges::all_of(next, [](char letter) {
    return static_cast<unsigned char>(letter) > 0x20 && letter != 0x7f;
  });
  if (!fits) __builtin_trap();
  return 0;
}
