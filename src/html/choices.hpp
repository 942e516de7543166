#pragma once

#include <string>
#include <string_view>

#include "html/fieldset.hpp"
#include "html/form_group.hpp"

/// What radios and checkboxes have in common: a list of choices with labels, hints and what is
/// shown when one is chosen.
namespace northlight::html {

/// The kind of a choice: "govuk-radios" and "radio".
struct ChoiceKind {
  std::string_view component;
  std::string_view type;
};

/// One choice as it is drawn; the item's own fields are taken from `Item`, a Radio or a Checkbox.
struct ChoiceState {
  std::string id{};
  std::string_view name{};
  bool checked = false;
  bool is_exclusive = false;
  std::string described_by{};  ///< What describes the group, where no fieldset does.
};

/// The id of the choice at this place: the first has no number, so that an error summary can link
/// to it.
std::string choice_id(std::string_view own, std::string_view prefix, std::size_t place);

/// The line between choices: "or".
Html choice_divider(const ChoiceKind& kind, std::string_view words);

template <typename Item>
Html choice(const ChoiceKind& kind, const Item& item, ChoiceState state) {
  const std::string component(kind.component);
  const auto conditional_id = "conditional-" + state.id;
  const auto hint_id = state.id + "-item-hint";
  if (!item.hint.empty()) add_id(state.described_by, hint_id);

  Attributes attributes{{"class", component + "__input"},
                        {"id", state.id},
                        {"name", state.name},
                        {"type", kind.type},
                        {"value", item.value},
                        {"checked", state.checked},
                        {"disabled", item.disabled}};
  if (!item.conditional.empty()) attributes.add({"data-aria-controls", conditional_id});
  if (state.is_exclusive) attributes.add({"data-behaviour", "exclusive"});
  if (!state.described_by.empty()) attributes.add({"aria-describedby", state.described_by});
  attributes.add(item.attributes);

  const Label own_label{.text = item.text,
                        .classes = classes({component + "__label", item.label.classes}),
                        .attributes = item.label.attributes};
  auto out =
      element("div", {{"class", component + "__item"}}, element("input", attributes),
              label_for(own_label, state.id),
              item.hint.empty() ? Html() : hint_for(item.hint, hint_id, component + "__hint"));
  if (item.conditional.empty()) return out;
  const auto hidden = state.checked ? std::string() : component + "__conditional--hidden";
  return out + element("div",
                       {{"class", classes({component + "__conditional", hidden})},
                        {"id", conditional_id}},
                       item.conditional);
}

/// The choices in their frame: fieldset, hint and error around `items`. `content` is the hint and
/// the error, `described_by` what they are called.
template <typename Group>
Html choice_group(const ChoiceKind& kind, const Group& group, Html content, const Html& items,
                  const std::string& described_by) {
  Attributes attributes{{"class", classes({std::string(kind.component), group.classes})}};
  attributes.add(group.attributes).add({"data-module", kind.component});
  content += element("div", attributes, group.form_group.before_input, items,
                     group.form_group.after_input);
  if (!group.fieldset.empty()) {
    auto own = group.fieldset;
    own.described_by = described_by;
    own.content = content;
    content = fieldset(own);
  }
  return form_group(group.form_group, !group.error.empty(), content);
}

}  // namespace northlight::html
