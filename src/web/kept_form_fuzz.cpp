#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "web/kept_form.hpp"

/// What is read as a kept form leads to a page of ours, and is read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);  // NOLINT
  if (const auto kept = northlight::web::parse_kept_form(text)) {
    if (!kept->address.starts_with('/')) std::abort();
    const auto again = northlight::web::parse_kept_form(northlight::web::as_text(*kept));
    if (!again || again->address != kept->address || again->fields != kept->fields) std::abort();
  }
  return 0;
}
