#include <cstdint>

#include "accounts/policy.hpp"

using namespace northlight;

/// Whatever the bytes are: a policy, or an error that says where.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto parsed =
      accounts::parse_policy({reinterpret_cast<const char*>(bytes), size}, "roles.toml");
  if (!parsed && (parsed.error().message.empty() || parsed.error().where.empty())) __builtin_trap();
  if (parsed)
    for (const auto& role : parsed->roles())
      if (parsed->find(role.code) != &role) __builtin_trap();
  return 0;
}
