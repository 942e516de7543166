#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/json.hpp"

/// What the documents of the open data are put together with. Of use inside report/ only.
namespace northlight::report {

/// What is not known is null, never an empty text.
inline std::optional<std::string> or_null(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

template <typename Range, typename One>
Json list(const Range& range, One&& one) {
  Json out = Json::array();
  for (const auto& item : range) out.add(one(item));
  return out;
}

}  // namespace northlight::report
