#pragma once

#include <string_view>

#include "base/result.hpp"

namespace northlight::store {

/// The `where` of the error about a version that is not what was recorded: its hash does not agree.
inline constexpr std::string_view changed_version = "version";

/// Whether an error says that a version is not what was recorded.
inline bool is_changed_version(const Error& error) {
  return error.code == ErrorCode::Unavailable && error.where == changed_version;
}

}  // namespace northlight::store
