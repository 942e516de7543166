#include <cstddef>
#include <cstdint>
#include <string_view>

#include "accounts/access_watch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(northlight::accounts::parse_access_watch(text, "access-watch.toml"));
  return 0;
}
