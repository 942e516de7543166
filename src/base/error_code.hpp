#pragma once

#include <string_view>

#include "base/result.hpp"

namespace northlight {

/// The one table of how each kind of error leaves the program: over HTTP, and as an exit status.
struct ErrorExit {
  std::string_view name;  ///< In logs and JSON.
  int http_status;
  int exit_status;  ///< 2: the command or its input cannot be used.
};

constexpr ErrorExit leaves_as(ErrorCode code) {
  switch (code) {
    case ErrorCode::Invalid:
      return {"invalid", 422, 2};
    case ErrorCode::NotFound:
      return {"not-found", 404, 2};
    case ErrorCode::Conflict:
      return {"conflict", 409, 2};
    case ErrorCode::Forbidden:
      return {"forbidden", 403, 2};
    case ErrorCode::NeedsReason:
      return {"needs-reason", 403, 2};
    case ErrorCode::Incomplete:
      return {"incomplete", 422, 2};
    case ErrorCode::Unavailable:
      return {"unavailable", 503, 2};
  }
  return {"unknown", 500, 2};
}

}  // namespace northlight
