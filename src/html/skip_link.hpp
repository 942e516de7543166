#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// The first link of a page, past what every page begins with.
struct SkipLink {
  Content text = "Skip to main content";
  Url href = "#main-content";
  std::string classes{};
  Attributes attributes{};
};

Html skip_link(const SkipLink& parameters);

}  // namespace northlight::html
