#pragma once

#include <cassert>
#include <optional>

namespace northlight {

/// The value of an optional that an earlier check has settled, such as the bands of an edition that
/// was found able to rate. An empty one is our own mistake and ends the program, in every build.
template <typename T>
const T& required(const std::optional<T>& value) {
  assert(value.has_value());
  return *value;
}

}  // namespace northlight
