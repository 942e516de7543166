#include "rating/read_judgements.hpp"

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

/// Any text is read or refused with a place; whatever is read can be tallied, rated and printed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto judgements = rating::parse_judgements(edition(), text, "f.csv");
  if (!judgements) {
    if (judgements.error().where.empty() || judgements.error().message.empty()) __builtin_trap();
    return 0;
  }
  rating::Evidence evidence;
  evidence.counts = rating::tally(edition(), *judgements);
  const auto rated = rating::rate(edition(), evidence);
  if (rated) {
    rating::to_json(edition(), *rated).text();
    rating::to_text(edition(), *rated);
  }
  return 0;
}
