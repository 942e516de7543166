#include "html/heading.hpp"

#include <algorithm>
#include <array>

namespace northlight::html {

ElementName heading_name(int level) {
  static constexpr std::array<ElementName, 6> names = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return names[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
}

}  // namespace northlight::html
