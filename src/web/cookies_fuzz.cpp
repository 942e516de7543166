#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "web/cookies.hpp"

/// Whatever the header, a cookie that is found has only the letters that we give out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view header(reinterpret_cast<const char*>(data), size);  // NOLINT
  for (const auto* name : {"a", "northlight-session", "__Host-northlight-session"})
    if (const auto found = northlight::web::cookie_in(header, name))
      if (found->empty() || found->find_first_of(" ;=\r\n\"") != std::string::npos) std::abort();
  return 0;
}
