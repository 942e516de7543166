#pragma once

#include <vector>

#include "html/fieldset.hpp"
#include "html/form_group.hpp"

namespace northlight::html {

/// One choice, or the word between two groups of them.
struct Radio {
  Content text{};
  std::string value{};
  Hint hint{};
  std::optional<bool> checked{};  ///< Whether it has the group's value, unless given.
  bool disabled = false;
  Html conditional{};     ///< Shown when it is chosen.
  std::string divider{};  ///< Such as "or"; the rest of the item is then not used.
  std::string id{};
  Label label{};  ///< Classes and attributes of its label.
  Attributes attributes{};
};

/// Choices of which one is taken.
struct Radios {
  std::string name{};
  Fieldset fieldset{};
  Hint hint{};
  ErrorMessage error{};
  std::vector<Radio> items{};
  std::string value{};
  std::string id_prefix{};  ///< The name, unless given.
  std::string classes{};
  FormGroup form_group{};
  Attributes attributes{};
};

Html radios(const Radios& parameters);

}  // namespace northlight::html
