#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One part of the service; without an address only its name.
struct NavigationItem {
  Content text{};
  Url href{};
  bool current = false;  ///< This very page.
  bool active = false;   ///< The part of the service that this page belongs to.
  Attributes attributes{};
};

/// More HTML at set places of the navigation.
struct NavigationSlots {
  Html start{};
  Html end{};
  bool end_is_inline = false;
  Html navigation_start{};
  Html navigation_end{};
};

/// The name and the parts of the service, on every page.
struct ServiceNavigation {
  std::string service_name{};
  Url service_url{};
  std::vector<NavigationItem> items{};
  std::optional<bool> collapse_on_mobile{};  ///< When there is more than one part, unless given.
  std::string aria_label = "Service information";
  std::string menu_button_text = "Menu";
  std::string menu_button_label{};
  std::string navigation_label{};  ///< The text of the menu button, unless given.
  std::string navigation_id = "navigation";
  std::string navigation_classes{};
  NavigationSlots slots{};
  std::string classes{};
  Attributes attributes{};
};

Html service_navigation(const ServiceNavigation& parameters);

}  // namespace northlight::html
