#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// What can be done from a panel that interrupts.
struct PanelAction {
  std::string text{};
  Url href{};
  std::string type{};
  std::string classes{};
  Attributes attributes{};
};

/// What can be done from a panel that interrupts, together.
struct PanelActions {
  std::vector<PanelAction> items{};
  std::string classes{};
  Attributes attributes{};
};

/// Something was done ("Referral sent"), or with the class govuk-panel--interruption something to
/// read before going on.
struct Panel {
  Content title{};
  Content content{};
  int heading_level = 1;
  std::optional<PanelActions> actions{};
  std::string classes{};
  Attributes attributes{};
};

Html panel(const Panel& parameters);

}  // namespace northlight::html
