#include "html/radios.hpp"

#include "html/choices.hpp"

namespace northlight::html {
namespace {

constexpr ChoiceKind radios_kind{"govuk-radios", "radio"};

}  // namespace

Html radios(const Radios& parameters) {
  const auto& prefix = parameters.id_prefix.empty() ? parameters.name : parameters.id_prefix;
  auto described_by = parameters.fieldset.described_by;
  const auto content = hint_and_error(parameters.hint, parameters.error, prefix, described_by);
  Html items;
  for (std::size_t at = 0; at < parameters.items.size(); ++at) {
    const auto& item = parameters.items[at];
    if (!item.divider.empty()) {
      items += choice_divider(radios_kind, item.divider);
      continue;
    }
    const bool same = !parameters.value.empty() && item.value == parameters.value;
    items += choice(radios_kind, item,
                    {.id = choice_id(item.id, prefix, at),
                     .name = parameters.name,
                     .checked = item.checked.value_or(same)});
  }
  return choice_group(radios_kind, parameters, content, items, described_by);
}

}  // namespace northlight::html
