#include "html/checkboxes.hpp"

#include <algorithm>

namespace northlight::html {
namespace {

Html item_of(const Checkboxes& parameters, const Checkbox& item, std::string id,
             const std::string& group_described_by) {
  if (!item.divider.empty())
    return element("div", {{"class", "govuk-checkboxes__divider"}}, item.divider);
  const auto conditional_id = "conditional-" + id;
  const auto hint_id = id + "-item-hint";
  const bool checked = item.checked.value_or(std::ranges::find(parameters.values, item.value) !=
                                             parameters.values.end());
  // Outside a fieldset nothing else ties the choices to what describes them all.
  auto described_by = group_described_by;
  if (!item.hint.empty()) add_id(described_by, hint_id);

  Attributes attributes{{"class", "govuk-checkboxes__input"},
                        {"id", id},
                        {"name", item.name.empty() ? parameters.name : item.name},
                        {"type", "checkbox"},
                        {"value", item.value},
                        {"checked", checked},
                        {"disabled", item.disabled}};
  if (!item.conditional.empty()) attributes.add({"data-aria-controls", conditional_id});
  if (item.is_exclusive) attributes.add({"data-behaviour", "exclusive"});
  if (!described_by.empty()) attributes.add({"aria-describedby", described_by});
  attributes.add(item.attributes);

  const Label own_label{.text = item.text,
                        .classes = classes({"govuk-checkboxes__label", item.label.classes}),
                        .attributes = item.label.attributes};
  auto out =
      element("div", {{"class", "govuk-checkboxes__item"}}, element("input", attributes),
              label_for(own_label, id),
              item.hint.empty() ? Html() : hint_for(item.hint, hint_id, "govuk-checkboxes__hint"));
  if (!item.conditional.empty())
    out += element("div",
                   {{"class", classes({"govuk-checkboxes__conditional",
                                       checked ? "" : "govuk-checkboxes__conditional--hidden"})},
                    {"id", conditional_id}},
                   item.conditional);
  return out;
}

}  // namespace

Html checkboxes(const Checkboxes& parameters) {
  const auto& prefix = parameters.id_prefix.empty() ? parameters.name : parameters.id_prefix;
  const bool has_fieldset = !parameters.fieldset.empty();
  auto described_by = parameters.fieldset.described_by.empty() ? parameters.described_by
                                                               : parameters.fieldset.described_by;
  auto content = hint_and_error(parameters.hint, parameters.error, prefix, described_by);

  Html items;
  for (std::size_t at = 0; at < parameters.items.size(); ++at) {
    // The first has no number, so that an error summary can link to it.
    const auto& item = parameters.items[at];
    auto id = !item.id.empty() ? item.id : at == 0 ? prefix : prefix + "-" + std::to_string(at + 1);
    items += item_of(parameters, item, std::move(id), has_fieldset ? "" : described_by);
  }
  Attributes attributes{{"class", classes({"govuk-checkboxes", parameters.classes})}};
  attributes.add(parameters.attributes).add({"data-module", "govuk-checkboxes"});
  content += element("div", attributes, parameters.form_group.before_input, items,
                     parameters.form_group.after_input);

  if (has_fieldset) {
    auto own = parameters.fieldset;
    own.described_by = described_by;
    own.content = content;
    content = fieldset(own);
  }
  return form_group(parameters.form_group, !parameters.error.empty(), content);
}

}  // namespace northlight::html
