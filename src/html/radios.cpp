#include "html/radios.hpp"

namespace northlight::html {
namespace {

Html item_of(const Radios& parameters, const Radio& item, const std::string& id) {
  if (!item.divider.empty())
    return element("div", {{"class", "govuk-radios__divider"}}, item.divider);
  const auto conditional_id = "conditional-" + id;
  const auto hint_id = id + "-item-hint";
  const bool checked =
      item.checked.value_or(!parameters.value.empty() && item.value == parameters.value);

  Attributes attributes{{"class", "govuk-radios__input"},
                        {"id", id},
                        {"name", parameters.name},
                        {"type", "radio"},
                        {"value", item.value},
                        {"checked", checked},
                        {"disabled", item.disabled}};
  if (!item.conditional.empty()) attributes.add({"data-aria-controls", conditional_id});
  if (!item.hint.empty()) attributes.add({"aria-describedby", hint_id});
  attributes.add(item.attributes);

  const Label own_label{.text = item.text,
                        .classes = classes({"govuk-radios__label", item.label.classes}),
                        .attributes = item.label.attributes};
  auto out =
      element("div", {{"class", "govuk-radios__item"}}, element("input", attributes),
              label_for(own_label, id),
              item.hint.empty() ? Html() : hint_for(item.hint, hint_id, "govuk-radios__hint"));
  if (!item.conditional.empty())
    out += element("div",
                   {{"class", classes({"govuk-radios__conditional",
                                       checked ? "" : "govuk-radios__conditional--hidden"})},
                    {"id", conditional_id}},
                   item.conditional);
  return out;
}

}  // namespace

Html radios(const Radios& parameters) {
  const auto& prefix = parameters.id_prefix.empty() ? parameters.name : parameters.id_prefix;
  auto described_by = parameters.fieldset.described_by;
  auto content = hint_and_error(parameters.hint, parameters.error, prefix, described_by);

  Html items;
  for (std::size_t at = 0; at < parameters.items.size(); ++at) {
    // The first has no number, so that an error summary can link to it.
    const auto& item = parameters.items[at];
    items += item_of(parameters, item,
                     !item.id.empty() ? item.id
                     : at == 0        ? prefix
                                      : prefix + "-" + std::to_string(at + 1));
  }
  Attributes attributes{{"class", classes({"govuk-radios", parameters.classes})}};
  attributes.add(parameters.attributes).add({"data-module", "govuk-radios"});
  content += element("div", attributes, parameters.form_group.before_input, items,
                     parameters.form_group.after_input);

  if (!parameters.fieldset.empty()) {
    auto own = parameters.fieldset;
    own.described_by = described_by;
    own.content = content;
    content = fieldset(own);
  }
  return form_group(parameters.form_group, !parameters.error.empty(), content);
}

}  // namespace northlight::html
