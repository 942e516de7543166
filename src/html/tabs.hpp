#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One of several views of a thing.
struct Tab {
  std::string label{};
  Content content{};
  std::string id{};  ///< The prefix and its number, unless given.
  Attributes attributes{};
  Attributes panel_attributes{};
};

/// Several views of a thing, one shown at a time; all of them where no script runs.
struct Tabs {
  std::vector<Tab> items{};
  std::string title = "Contents";
  std::string id{};
  std::string id_prefix{};
  std::string classes{};
  Attributes attributes{};
};

Html tabs(const Tabs& parameters);

}  // namespace northlight::html
