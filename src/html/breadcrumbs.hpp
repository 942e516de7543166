#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One step of the way here; without an address it is the page itself.
struct Breadcrumb {
  Content text{};
  Url href{};
  Attributes attributes{};
};

/// Where the page stands within the site.
struct Breadcrumbs {
  std::vector<Breadcrumb> items{};
  bool collapse_on_mobile = false;
  std::string label_text = "Breadcrumb";
  std::string classes{};
  Attributes attributes{};
};

Html breadcrumbs(const Breadcrumbs& parameters);

}  // namespace northlight::html
