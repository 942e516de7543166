#pragma once

#include <vector>

#include "html/form_group.hpp"

namespace northlight::html {

/// One choice of a list. Without a value its text is what is sent.
struct SelectItem {
  std::string text{};
  std::optional<std::string> value{};
  std::optional<bool> selected{};  ///< Whether it has the list's value, unless given.
  bool disabled = false;
  Attributes attributes{};
};

/// A list to choose one of.
struct Select {
  std::string name{};
  Label label{};
  Hint hint{};
  ErrorMessage error{};
  std::vector<SelectItem> items{};
  std::string value{};
  std::string id{};  ///< The name, unless given.
  bool disabled = false;
  std::string described_by{};
  std::string classes{};
  FormGroup form_group{};
  Attributes attributes{};
};

Html select(const Select& parameters);

}  // namespace northlight::html
