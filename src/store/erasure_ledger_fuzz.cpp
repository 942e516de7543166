#include <cstddef>
#include <cstdint>
#include <string_view>

#include "store/erasure_ledger.hpp"

// A ledger comes from another disk: whatever stands there, it is read or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(northlight::store::parse_ledger(text, "ledger"));
  return 0;
}
