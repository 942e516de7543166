#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// Text set apart from what is around it.
struct InsetText {
  Content text{};
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};

Html inset_text(const InsetText& parameters);

}  // namespace northlight::html
