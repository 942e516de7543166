#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// A button; with an address, a link that looks like one.
struct Button {
  Content text{};
  Url href{};
  std::string type = "submit";
  std::string name{};
  std::string value{};
  bool disabled = false;
  bool is_start_button = false;
  std::optional<bool> prevent_double_click{};
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};

Html button(const Button& parameters);

}  // namespace northlight::html
