#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// A line that opens to show more.
struct Details {
  Content summary{};
  Content content{};
  bool open = false;
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};

Html details(const Details& parameters);

}  // namespace northlight::html
