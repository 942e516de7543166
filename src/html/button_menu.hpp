#pragma once

#include <vector>

#include "html/button.hpp"

namespace northlight::html {

/// Buttons that fold into one menu where a script runs, and stand side by side where none does.
struct ButtonMenu {
  std::vector<Button> items{};
  std::string button_text{};  ///< Of the button that opens the menu.
  std::string button_classes{};
  std::string align_menu{};  ///< "right" to open towards the left.
  std::string classes{};
  Attributes attributes{};
};

Html button_menu(const ButtonMenu& parameters);

}  // namespace northlight::html
