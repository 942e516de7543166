#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// The status of a thing in a word or two; the colour only goes with the word.
struct Tag {
  Content text{};
  std::string classes{};
  Attributes attributes{};
};

Html tag(const Tag& parameters);

}  // namespace northlight::html
