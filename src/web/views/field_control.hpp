#pragma once

#include <string>
#include <vector>

#include "forms/answer.hpp"
#include "forms/form.hpp"
#include "html/html.hpp"
#include "web/views/record_fields.hpp"

namespace northlight::web::views {

/// One field of a form as a control.
struct FieldControl {
  const forms::Field& field;
  std::string name;             ///< The path of the field.
  const forms::Answer* answer;  ///< Null where nothing stands there.
  std::string error{};
  const std::vector<RowChoice>& choices;  ///< Of a reference.
  bool unshown = false;                   ///< There is more to choose from that cannot be shown.
};

html::Html field_control(const FieldControl& control);

/// "They did not want to say", as the child or whoever was asked said it.
std::string_view no_answer_words(forms::NoAnswer reason);

}  // namespace northlight::web::views
