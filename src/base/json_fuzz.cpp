#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/json.hpp"

using namespace northlight;

/// Whatever is read comes back from what is written, and nothing crashes or hangs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto json = Json::parse({reinterpret_cast<const char*>(bytes), size});
  if (!json) return 0;
  const auto text = json->text();
  const auto again = Json::parse(text);
  if (!again || again->text() != text) __builtin_trap();
  return 0;
}
