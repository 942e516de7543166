#include <cstdint>

#include "rating/fuzzed_evidence.hpp"
#include "rating/read_judgements.hpp"

using namespace northlight::rating;

/// Any text is read or refused with a place; whatever is read can be tallied, rated and printed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto judgements = parse_judgements(fuzzed_edition(), text, "f.csv");
  if (is_read(judgements)) rate_and_print({.counts = tally(fuzzed_edition(), *judgements)});
  return 0;
}
