#include <cstddef>
#include <cstdint>

#include "testing/youth_edition.hpp"
#include "web/pages/rate_form_reading.hpp"
#include "web/urlencoded.hpp"

using namespace northlight;

/// Whatever a stranger types into the form of /rate: every count that is read has cases, and no
/// more of them answered yes than were judged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto edition = testing::youth_edition();
  const auto fields = web::parse_urlencoded({reinterpret_cast<const char*>(data), size});  // NOLINT
  if (!fields) return 0;
  const auto read = web::read_rate_form(edition, *fields);
  for (const auto& count : read.evidence.counts)
    if (count.of < 1 || count.yes < 0 || count.yes > count.of) __builtin_trap();
  // Typed again as it was understood, it is understood the same.
  const auto again = web::read_rate_form(edition, web::with_counts(*fields, read.evidence.counts));
  if (again.evidence.counts.size() != read.evidence.counts.size()) __builtin_trap();
  return 0;
}
