#pragma once

#include "html/form_group.hpp"

namespace northlight::html {

/// What stands before or after the field in its box, such as "£" or "per cent".
struct Affix {
  Content text{};
  std::string classes{};
  Attributes attributes{};
};

/// The box around a field that has an affix.
struct InputWrapper {
  std::string classes{};
  Attributes attributes{};
};

/// A field of one line.
struct Input {
  std::string name{};
  Label label{};
  Hint hint{};
  ErrorMessage error{};
  std::optional<std::string> value{};
  std::string id{};  ///< The name, unless given.
  std::string type = "text";
  std::string inputmode{};
  std::string autocomplete{};
  std::string autocapitalize{};
  std::string pattern{};
  std::optional<bool> spellcheck{};
  bool disabled = false;
  Affix prefix{};
  Affix suffix{};
  std::string described_by{};
  std::string classes{};
  InputWrapper wrapper{};
  FormGroup form_group{};
  Attributes attributes{};
};

Html input(const Input& parameters);

}  // namespace northlight::html
