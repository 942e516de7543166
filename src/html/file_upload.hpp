#pragma once

#include "html/form_group.hpp"
#include "html/plural_text.hpp"

namespace northlight::html {

/// A field that takes a file; with `drop_zone` one may also be dropped on it.
struct FileUpload {
  std::string name{};
  Label label{};
  Hint hint{};
  ErrorMessage error{};
  std::string id{};  ///< The name, unless given.
  bool drop_zone = false;
  bool multiple = false;
  bool disabled = false;
  std::string accept{};  ///< Such as ".pdf,.txt".
  std::string described_by{};
  std::string classes{};
  std::string wrapper_classes{};
  Attributes wrapper_attributes{};
  FormGroup form_group{};
  Attributes attributes{};
  std::string choose_files_button_text{};
  std::string no_file_chosen_text{};
  PluralText multiple_files_chosen_text{};
  std::string drop_instruction_text{};
  std::string entered_drop_zone_text{};
  std::string left_drop_zone_text{};
};

Html file_upload(const FileUpload& parameters);

}  // namespace northlight::html
