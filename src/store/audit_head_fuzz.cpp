#include <cstddef>
#include <cstdint>
#include <string>

#include "store/audit_head.hpp"

using namespace northlight;

/// Whatever lies in a file that is called a head of the audit trail: it is refused, or its key
/// signed it and it is read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);  // NOLINT
  const auto head = store::read_audit_head(text);
  if (!head) return 0;
  const auto again = store::read_audit_head(store::as_json(*head).text(), head->public_key);
  if (!again || *again != *head) __builtin_trap();
  return 0;
}
