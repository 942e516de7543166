#include "platform/random.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace northlight::platform {

IdBits random_id_bits() {
  IdBits::Bytes bytes{};
  if (getentropy(bytes.data(), bytes.size()) != 0)
    throw std::system_error(errno, std::generic_category(), "getentropy");
  return IdBits{bytes};
}

}  // namespace northlight::platform
