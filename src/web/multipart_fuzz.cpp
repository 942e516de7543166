// Whatever a stranger sends as a form: it is refused or read, never a crash, and what was read is
// no more than what was sent. The first line is the header's value, the rest the body.
#include <cstddef>
#include <cstdint>

#include "web/multipart.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = input.find('\n');
  if (line == std::string_view::npos) return 0;
  const auto body = input.substr(line + 1);
  const auto form = northlight::web::parse_multipart(input.substr(0, line), body);
  if (!form) return 0;
  std::size_t total = 0;
  for (const auto& [name, value] : form->fields) total += name.size() + value.size();
  for (const auto& file : form->files) {
    if (file.name.find_first_of("/\\") != std::string::npos) __builtin_trap();
    total += file.field.size() + file.name.size() + file.bytes.size();
  }
  if (total > body.size()) __builtin_trap();
  return 0;
}
