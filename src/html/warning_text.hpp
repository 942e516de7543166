#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// A warning of what follows if it is not heeded.
struct WarningText {
  Content text{};
  std::string icon_fallback_text = "Warning";
  std::string classes{};
  Attributes attributes{};
};

Html warning_text(const WarningText& parameters);

}  // namespace northlight::html
