#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// A link beside a fact, such as "Change".
struct SummaryAction {
  Content text{};
  Url href{};
  std::string visually_hidden_text{};
  std::string classes{};
  Attributes attributes{};
};

/// One fact.
struct SummaryRow {
  Content key{};
  Content value{};
  std::vector<SummaryAction> actions{};
  std::string classes{};
  std::string key_classes{};
  std::string value_classes{};
  std::string actions_classes{};
};

/// The card that a list of facts stands in.
struct SummaryCard {
  Content title{};
  std::vector<SummaryAction> actions{};
  int heading_level = 2;
  std::string title_classes{};
  std::string actions_classes{};
  std::string classes{};
  Attributes attributes{};
};

/// A list of facts.
struct SummaryList {
  std::vector<SummaryRow> rows{};
  std::optional<SummaryCard> card{};
  std::string classes{};
  Attributes attributes{};
};

Html summary_list(const SummaryList& parameters);

}  // namespace northlight::html
