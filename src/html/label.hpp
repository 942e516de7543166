#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// The label of a field. Shows nothing when it has no text.
struct Label {
  Content text{};
  std::string classes{};
  bool is_page_heading = false;
  std::string for_id{};  ///< A field sets this for its own label.
  Attributes attributes{};
};

Html label(const Label& parameters);

}  // namespace northlight::html
