#include "rating/read_decisions.hpp"

#include <cstdint>

#include "framework/small_edition.hpp"
#include "rating/print.hpp"
#include "rating/rate.hpp"

using namespace northlight;

namespace {

const framework::Edition& edition() {
  static const auto read = *framework::parse_framework(framework::small_edition_files()).edition;
  return read;
}

}  // namespace

/// Any text is read or refused with a place; whatever is read is allowed or refused by the engine.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto decisions = rating::parse_decisions(edition(), text, "f.toml");
  if (!decisions) {
    if (decisions.error().where.empty() || decisions.error().message.empty()) __builtin_trap();
    return 0;
  }
  rating::Evidence evidence;
  evidence.counts = {{framework::StandardCode{"D1"}, framework::LensCode{"north"}, 5, 17, 0},
                     {framework::StandardCode{"D1"}, framework::LensCode{"south"}, 17, 17, 0}};
  evidence.decisions = *decisions;
  const auto rated = rating::rate(edition(), evidence);
  if (rated) rating::to_text(edition(), *rated);
  return 0;
}
