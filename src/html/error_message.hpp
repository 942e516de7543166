#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// What is wrong with a field, shown beside it.
struct ErrorMessage {
  Content text{};
  std::string id{};  ///< A field sets this for its own message.
  std::string classes{};
  std::string visually_hidden_text = "Error";
  Attributes attributes{};

  bool empty() const { return text.empty(); }
};

Html error_message(const ErrorMessage& parameters);

}  // namespace northlight::html
