#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "web/fields.hpp"

namespace northlight::web {

/// What a request asks for: "/services/abc?page=2".
struct Target {
  std::vector<std::string> segments;  ///< Decoded: {"services", "abc"}; "/" has none.
  bool trailing_slash = false;        ///< "/services/"; never set for "/".
  Fields query;
  std::string path;        ///< As it was sent: "/services/abc".
  std::string query_text;  ///< As it was sent, without the question mark.

  /// Takes only "/path?query". Refuses whole addresses, fragments, empty and dot segments, slashes
  /// and control characters in disguise, bad percent-encoding and text that is not UTF-8: what
  /// two programs could read in two ways.
  static Result<Target> parse(std::string_view text);
};

}  // namespace northlight::web
