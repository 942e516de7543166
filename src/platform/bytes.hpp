#pragma once

#include <string>
#include <string_view>

/// Of use inside platform/ only.
namespace northlight::platform {

/// As the libraries of cryptography want them.
inline const unsigned char* as_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());  // NOLINT(*-reinterpret-cast)
}
inline unsigned char* as_bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());  // NOLINT(*-reinterpret-cast)
}

}  // namespace northlight::platform
