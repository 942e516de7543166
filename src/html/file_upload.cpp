#include "html/file_upload.hpp"

namespace northlight::html {
namespace {

Html in_drop_zone(const FileUpload& parameters, const Html& field) {
  Attributes attributes{
      {"class", classes({"govuk-file-upload-wrapper", parameters.wrapper_classes})},
      {"data-module", "govuk-file-upload"}};
  add_text_to(attributes, "data-i18n.choose-files-button", parameters.choose_files_button_text);
  add_text_to(attributes, "data-i18n.no-file-chosen", parameters.no_file_chosen_text);
  parameters.multiple_files_chosen_text.add_to(attributes, "data-i18n.multiple-files-chosen");
  add_text_to(attributes, "data-i18n.drop-instruction", parameters.drop_instruction_text);
  add_text_to(attributes, "data-i18n.entered-drop-zone", parameters.entered_drop_zone_text);
  add_text_to(attributes, "data-i18n.left-drop-zone", parameters.left_drop_zone_text);
  return element("div", attributes.add(parameters.wrapper_attributes), field);
}

}  // namespace

Html file_upload(const FileUpload& parameters) {
  const auto& id = parameters.id.empty() ? parameters.name : parameters.id;
  auto described_by = parameters.described_by;
  auto content = label_for(parameters.label, id) +
                 hint_and_error(parameters.hint, parameters.error, id, described_by);
  const bool has_error = !parameters.error.empty();

  Attributes attributes{{"class", classes({"govuk-file-upload", parameters.classes,
                                           has_error ? "govuk-file-upload--error" : ""})},
                        {"id", id},
                        {"name", parameters.name},
                        {"type", "file"},
                        {"disabled", parameters.disabled},
                        {"multiple", parameters.multiple}};
  if (!parameters.accept.empty()) attributes.add({"accept", parameters.accept});
  if (!described_by.empty()) attributes.add({"aria-describedby", described_by});
  const auto field = element("input", attributes.add(parameters.attributes));
  content += parameters.form_group.before_input.html();
  content += parameters.drop_zone ? in_drop_zone(parameters, field) : field;
  content += parameters.form_group.after_input.html();
  return form_group(parameters.form_group, has_error, content);
}

}  // namespace northlight::html
