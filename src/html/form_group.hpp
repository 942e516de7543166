#pragma once

#include "html/error_message.hpp"
#include "html/hint.hpp"
#include "html/html.hpp"
#include "html/label.hpp"

namespace northlight::html {

/// What stands around a field.
struct FormGroup {
  std::string classes{};
  Attributes attributes{};
  Content before_input{};
  Content after_input{};
};

/// The box around a field, marked when the field is in error.
Html form_group(const FormGroup& parameters, bool has_error, const Html& content);

/// The hint and the error message of a field, with ids made from the field's; adds those ids to
/// what describes the field.
Html hint_and_error(const Hint& hint, const ErrorMessage& error, std::string_view id,
                    std::string& described_by);

/// The label of the field of that id.
Html label_for(Label label, std::string_view id);

/// The hint of the field of that id and more, under an id of their own.
Html hint_for(Hint hint, std::string_view id, std::string_view more_classes = {});

/// One id more in a list that is separated by spaces.
void add_id(std::string& ids, std::string_view id);

/// "true" or "false", for attributes that want the word.
inline std::string_view true_or_false(bool value) { return value ? "true" : "false"; }

}  // namespace northlight::html
