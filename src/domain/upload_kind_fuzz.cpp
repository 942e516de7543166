#include <cstdint>

#include "domain/upload_kind.hpp"

using namespace northlight;

/// Whatever is sent in is told apart or refused, however it is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto kind = domain::upload_kind({reinterpret_cast<const char*>(bytes), size});
  if (kind.has_value() == false && kind.error().message.empty()) __builtin_trap();
  return 0;
}
