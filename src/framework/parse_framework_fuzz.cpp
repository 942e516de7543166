#include <cstdint>

#include "framework/small_edition.hpp"

using namespace northlight;

/// The first byte says which file of the small edition is replaced by the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  auto files = framework::small_edition_files();
  files[bytes[0] % files.size()].text.assign(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const auto reading = framework::parse_framework(files);
  if (reading.edition.has_value() != reading.problems.empty()) __builtin_trap();
  return 0;
}
