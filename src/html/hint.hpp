#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// Help with a question, shown under its label.
struct Hint {
  Content text{};
  std::string id{};  ///< A field sets this for its own hint.
  std::string classes{};
  Attributes attributes{};

  bool empty() const { return text.empty(); }
};

Html hint(const Hint& parameters);

}  // namespace northlight::html
