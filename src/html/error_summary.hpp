#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One thing that is wrong, with the field that it belongs to ("#held-on-day").
struct ErrorLink {
  Content text{};
  Url href{};
  Attributes attributes{};
};

/// All that is wrong with what was sent, at the top of the page.
struct ErrorSummary {
  Content title = "There is a problem";
  Content description{};
  std::vector<ErrorLink> errors{};
  std::optional<bool> disable_auto_focus{};
  std::string classes{};
  Attributes attributes{};
};

Html error_summary(const ErrorSummary& parameters);

}  // namespace northlight::html
