#include <cstdint>

#include "domain/address.hpp"

using namespace northlight;

/// A postcode is refused, or reads back as it was written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view typed(reinterpret_cast<const char*>(bytes), size);
  if (const auto written = domain::written_postcode(typed))
    if (const auto again = domain::written_postcode(*written); !again || *again != *written)
      __builtin_trap();
  const auto key = domain::house_key(typed);
  if (domain::house_key(key) != key) __builtin_trap();
  return 0;
}
