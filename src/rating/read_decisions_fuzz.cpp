#include <cstdint>

#include "rating/fuzzed_evidence.hpp"
#include "rating/read_decisions.hpp"

using namespace northlight;
using namespace northlight::rating;

/// Any text is read or refused with a place; whatever is read is allowed or refused by the engine.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto decisions = parse_decisions(fuzzed_edition(), text, "f.toml");
  if (is_read(decisions))
    rate_and_print(
        {.counts = {{framework::StandardCode{"D1"}, framework::LensCode{"north"}, 5, 17, 0},
                    {framework::StandardCode{"D1"}, framework::LensCode{"south"}, 17, 17, 0}},
         .decisions = *decisions});
  return 0;
}
