#pragma once

#include "html/html.hpp"

namespace northlight::html {

enum class AlertKind { Information, Success, Warning, Error };

/// A message about the page or about what was just done.
struct Alert {
  std::string title{};
  Content content{};
  AlertKind kind = AlertKind::Information;
  bool show_title_as_heading = false;
  int heading_level = 2;  ///< 2 to 4.
  bool dismissible = false;
  std::string dismiss_text = "Dismiss";
  bool disable_auto_focus = false;
  std::string focus_on_dismiss_selector{};
  std::string role = "region";
  std::string classes{};
  Attributes attributes{};
};

Html alert(const Alert& parameters);

}  // namespace northlight::html
