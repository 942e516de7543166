#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// A link to the page before.
struct BackLink {
  Content text = "Back";
  Url href = "#";
  std::string classes{};
  Attributes attributes{};
};

Html back_link(const BackLink& parameters);

}  // namespace northlight::html
