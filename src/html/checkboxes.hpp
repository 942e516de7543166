#pragma once

#include <vector>

#include "html/fieldset.hpp"
#include "html/form_group.hpp"

namespace northlight::html {

/// One of several choices, or the word between two groups of them.
struct Checkbox {
  Content text{};
  std::string value{};
  Hint hint{};
  std::optional<bool> checked{};  ///< Whether its value is among the values, unless given.
  bool disabled = false;
  bool is_exclusive = false;  ///< Choosing it takes the others back ("None of these").
  Html conditional{};         ///< Shown when it is chosen.
  std::string divider{};      ///< Such as "or"; the rest of the item is then not used.
  std::string id{};
  std::string name{};
  Label label{};  ///< Classes and attributes of its label.
  Attributes attributes{};
};

/// Choices of which several may be taken.
struct Checkboxes {
  std::string name{};
  Fieldset fieldset{};
  Hint hint{};
  ErrorMessage error{};
  std::vector<Checkbox> items{};
  std::vector<std::string> values{};
  std::string id_prefix{};  ///< The name, unless given.
  std::string described_by{};
  std::string classes{};
  FormGroup form_group{};
  Attributes attributes{};
};

Html checkboxes(const Checkboxes& parameters);

}  // namespace northlight::html
