#include "html/input.hpp"

namespace northlight::html {
namespace {

Html field(const Input& parameters, std::string_view id, const std::string& described_by) {
  Attributes attributes{{"class", classes({"govuk-input", parameters.classes,
                                           parameters.error.empty() ? "" : "govuk-input--error"})},
                        {"id", id},
                        {"name", parameters.name},
                        {"type", parameters.type}};
  if (parameters.spellcheck) attributes.add({"spellcheck", true_or_false(*parameters.spellcheck)});
  attributes.add({"value", parameters.value}).add({"disabled", parameters.disabled});
  if (!described_by.empty()) attributes.add({"aria-describedby", described_by});
  if (!parameters.autocomplete.empty()) attributes.add({"autocomplete", parameters.autocomplete});
  if (!parameters.autocapitalize.empty())
    attributes.add({"autocapitalize", parameters.autocapitalize});
  if (!parameters.pattern.empty()) attributes.add({"pattern", parameters.pattern});
  if (!parameters.inputmode.empty()) attributes.add({"inputmode", parameters.inputmode});
  return element("input", attributes.add(parameters.attributes));
}

Html affix(const Affix& parameters, std::string_view class_name) {
  if (parameters.text.empty()) return {};
  Attributes attributes{{"class", classes({class_name, parameters.classes})},
                        {"aria-hidden", "true"}};
  return element("div", attributes.add(parameters.attributes), parameters.text);
}

}  // namespace

Html input(const Input& parameters) {
  const auto& id = parameters.id.empty() ? parameters.name : parameters.id;
  auto described_by = parameters.described_by;
  auto content = label_for(parameters.label, id) +
                 hint_and_error(parameters.hint, parameters.error, id, described_by);
  const auto& group = parameters.form_group;
  if (parameters.prefix.text.empty() && parameters.suffix.text.empty() &&
      group.before_input.empty() && group.after_input.empty()) {
    content += field(parameters, id, described_by);
    return form_group(group, !parameters.error.empty(), content);
  }
  Attributes wrapper{{"class", classes({"govuk-input__wrapper", parameters.wrapper.classes})}};
  content +=
      element("div", wrapper.add(parameters.wrapper.attributes), group.before_input,
              affix(parameters.prefix, "govuk-input__prefix"), field(parameters, id, described_by),
              affix(parameters.suffix, "govuk-input__suffix"), group.after_input);
  return form_group(group, !parameters.error.empty(), content);
}

}  // namespace northlight::html
