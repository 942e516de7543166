#pragma once

#include "html/input.hpp"

namespace northlight::html {

/// A password, which its owner can choose to see.
struct PasswordInput {
  std::string name{};
  Label label{};
  Hint hint{};
  ErrorMessage error{};
  std::optional<std::string> value{};
  std::string id{};  ///< The name, unless given.
  std::string autocomplete = "current-password";
  bool disabled = false;
  std::string described_by{};
  std::string classes{};
  std::string button_classes{};
  FormGroup form_group{};
  Attributes attributes{};
  std::string show_password_text{};
  std::string hide_password_text{};
  std::string show_password_aria_label_text{};
  std::string hide_password_aria_label_text{};
  std::string password_shown_announcement_text{};
  std::string password_hidden_announcement_text{};
};

Html password_input(const PasswordInput& parameters);

}  // namespace northlight::html
