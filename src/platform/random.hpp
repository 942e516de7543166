#pragma once

#include "base/id.hpp"

namespace northlight::platform {

/// 128 bits from the operating system's generator, so that nobody can guess another id from one.
/// Throws std::system_error where the system has no randomness to give: nothing may go on then.
IdBits random_id_bits();

/// `random_id<ChildId>()`.
template <typename AnyId>
AnyId random_id() {
  return AnyId{random_id_bits()};
}

}  // namespace northlight::platform
