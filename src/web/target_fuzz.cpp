// Whatever a stranger asks for: an address is refused or read into segments that are safe to use.
#include <cstddef>
#include <cstdint>

#include "base/text.hpp"
#include "web/target.hpp"
#include "web/urlencoded.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace northlight;
  const auto target = web::Target::parse({reinterpret_cast<const char*>(data), size});
  if (!target) return 0;
  for (const auto& segment : target->segments)
    if (segment.empty() || segment == "." || segment == ".." || !is_utf8(segment) ||
        segment.find_first_of(std::string_view("/\\\r\n\0", 5)) != std::string::npos)
      __builtin_trap();
  // What was read and written again reads the same.
  const auto again = web::parse_urlencoded(web::urlencoded(target->query));
  bool nameless = false;
  for (const auto& [name, value] : target->query)
    nameless = nameless || (name.empty() && value.empty());
  if (!nameless && (!again || *again != target->query)) __builtin_trap();
  return 0;
}
