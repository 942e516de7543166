#include "html/form_group.hpp"

namespace northlight::html {

Html form_group(const FormGroup& parameters, bool has_error, const Html& content) {
  Attributes attributes{
      {"class", classes({"govuk-form-group", has_error ? "govuk-form-group--error" : "",
                         parameters.classes})}};
  attributes.add(parameters.attributes);
  return element("div", attributes, content);
}

Html hint_and_error(const Hint& given_hint, const ErrorMessage& given_error, std::string_view id,
                    std::string& described_by) {
  Html out;
  if (!given_hint.empty()) {
    auto own = given_hint;
    own.id = std::string(id) + "-hint";
    add_id(described_by, own.id);
    out += hint(own);
  }
  if (!given_error.empty()) {
    auto own = given_error;
    own.id = std::string(id) + "-error";
    add_id(described_by, own.id);
    out += error_message(own);
  }
  return out;
}

Html label_for(Label given, std::string_view id) {
  given.for_id = id;
  return label(given);
}

Html hint_for(Hint given, std::string_view id, std::string_view more_classes) {
  given.id = id;
  given.classes = classes({more_classes, given.classes});
  return hint(given);
}

void add_id(std::string& ids, std::string_view id) {
  if (id.empty()) return;
  if (!ids.empty()) ids += ' ';
  ids += id;
}

}  // namespace northlight::html
