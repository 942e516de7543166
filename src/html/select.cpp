#include "html/select.hpp"

namespace northlight::html {
namespace {

Html option(const SelectItem& item, const std::string& chosen) {
  const bool has_value = !chosen.empty() && item.value.value_or(item.text) == chosen;
  Attributes attributes{{"value", item.value},
                        {"selected", item.selected.value_or(has_value)},
                        {"disabled", item.disabled}};
  return element("option", attributes.add(item.attributes), item.text);
}

}  // namespace

Html select(const Select& parameters) {
  const auto& id = parameters.id.empty() ? parameters.name : parameters.id;
  auto described_by = parameters.described_by;
  auto content = label_for(parameters.label, id) +
                 hint_and_error(parameters.hint, parameters.error, id, described_by);
  const bool has_error = !parameters.error.empty();

  Attributes attributes{{"class", classes({"govuk-select", parameters.classes,
                                           has_error ? "govuk-select--error" : ""})},
                        {"id", id},
                        {"name", parameters.name},
                        {"disabled", parameters.disabled}};
  if (!described_by.empty()) attributes.add({"aria-describedby", described_by});
  attributes.add(parameters.attributes);
  content += parameters.form_group.before_input.html();
  content += element("select", attributes, each(parameters.items, [&](const SelectItem& item) {
                       return option(item, parameters.value);
                     }));
  content += parameters.form_group.after_input.html();
  return form_group(parameters.form_group, has_error, content);
}

}  // namespace northlight::html
