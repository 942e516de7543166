#pragma once

#include <vector>

#include "html/button_menu.hpp"

namespace northlight::html {

/// Whom or what the page is about, and what can be done there.
struct IdentityBar {
  Content title{};
  std::vector<ButtonMenu> menus{};
  std::string classes{};
  Attributes attributes{};
};

Html identity_bar(const IdentityBar& parameters);

}  // namespace northlight::html
