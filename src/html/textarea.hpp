#pragma once

#include "html/form_group.hpp"

namespace northlight::html {

/// A field of several lines.
struct Textarea {
  std::string name{};
  Label label{};
  Hint hint{};
  ErrorMessage error{};
  std::string value{};
  std::string id{};  ///< The name, unless given.
  int rows = 5;
  std::optional<bool> spellcheck{};
  bool disabled = false;
  std::string autocomplete{};
  std::string described_by{};
  std::string classes{};
  FormGroup form_group{};
  Attributes attributes{};
};

Html textarea(const Textarea& parameters);

}  // namespace northlight::html
