#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One of the pages about a thing.
struct SubNavigationItem {
  Content text{};
  Url href{};
  bool active = false;
  std::string classes{};
  Attributes attributes{};
};

/// The pages about one thing, such as the parts of a child's file.
struct SubNavigation {
  std::vector<SubNavigationItem> items{};
  std::string label = "Secondary navigation region";
  std::string classes{};
  Attributes attributes{};
};

Html sub_navigation(const SubNavigation& parameters);

}  // namespace northlight::html
