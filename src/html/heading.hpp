#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// h1 to h6; a level outside that is brought to the nearest.
ElementName heading_name(int level);

/// A heading of that level.
template <typename... Children>
Html heading(int level, std::initializer_list<Attribute> attributes, const Children&... children) {
  return element(heading_name(level), attributes, children...);
}

}  // namespace northlight::html
