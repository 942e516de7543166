#include "html/textarea.hpp"

namespace northlight::html {

Html textarea(const Textarea& parameters) {
  const auto& id = parameters.id.empty() ? parameters.name : parameters.id;
  auto described_by = parameters.described_by;
  auto content = label_for(parameters.label, id) +
                 hint_and_error(parameters.hint, parameters.error, id, described_by);
  const bool has_error = !parameters.error.empty();

  Attributes attributes{
      {"class",
       classes({"govuk-textarea", has_error ? "govuk-textarea--error" : "", parameters.classes})},
      {"id", id},
      {"name", parameters.name},
      {"rows", parameters.rows}};
  if (parameters.spellcheck) attributes.add({"spellcheck", true_or_false(*parameters.spellcheck)});
  attributes.add({"disabled", parameters.disabled});
  if (!described_by.empty()) attributes.add({"aria-describedby", described_by});
  if (!parameters.autocomplete.empty()) attributes.add({"autocomplete", parameters.autocomplete});
  attributes.add(parameters.attributes);

  // A browser drops the first line end after the start tag: one that was typed needs a second.
  const std::string_view kept = parameters.value.starts_with('\n') ? "\n" : "";
  content += parameters.form_group.before_input.html();
  content += element("textarea", attributes, kept, parameters.value);
  content += parameters.form_group.after_input.html();
  return form_group(parameters.form_group, has_error, content);
}

}  // namespace northlight::html
