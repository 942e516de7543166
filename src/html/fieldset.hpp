#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// The question that a group of fields answers.
struct Legend {
  Content text{};
  std::string classes{};
  bool is_page_heading = false;
};

/// A group of fields under one question.
struct Fieldset {
  Legend legend{};
  std::string described_by{};
  std::string classes{};
  std::string role{};
  Attributes attributes{};
  Html content{};  ///< A group of choices sets this for its own fieldset.

  /// Whether nothing was asked of it, so that a group of choices stands without a fieldset.
  bool empty() const {
    return legend.text.empty() && described_by.empty() && classes.empty() && role.empty() &&
           attributes.empty() && content.empty();
  }
};

Html fieldset(const Fieldset& parameters);

}  // namespace northlight::html
