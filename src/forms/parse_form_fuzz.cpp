#include <cstdint>

#include "forms/parse_form.hpp"
#include "forms/small_form.hpp"

using namespace northlight;

/// A form file of any bytes: it is refused with problems or is a form, never both or neither.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::vector<forms::FormFile> files{
      forms::small_form_file(), {"fuzz.toml", {reinterpret_cast<const char*>(bytes), size}}};
  const auto reading = forms::parse_forms(files);
  if (reading.forms.has_value() != reading.problems.empty()) __builtin_trap();
  return 0;
}
