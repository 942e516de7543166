#include "html/checkboxes.hpp"

#include <algorithm>

#include "html/choices.hpp"

namespace northlight::html {
namespace {

constexpr ChoiceKind checkboxes_kind{"govuk-checkboxes", "checkbox"};

}  // namespace

Html checkboxes(const Checkboxes& parameters) {
  const auto& prefix = parameters.id_prefix.empty() ? parameters.name : parameters.id_prefix;
  const auto& fieldset = parameters.fieldset;
  auto described_by =
      fieldset.described_by.empty() ? parameters.described_by : fieldset.described_by;
  const auto content = hint_and_error(parameters.hint, parameters.error, prefix, described_by);
  Html items;
  for (std::size_t at = 0; at < parameters.items.size(); ++at) {
    const auto& item = parameters.items[at];
    if (!item.divider.empty()) {
      items += choice_divider(checkboxes_kind, item.divider);
      continue;
    }
    const bool among = std::ranges::find(parameters.values, item.value) != parameters.values.end();
    items += choice(checkboxes_kind, item,
                    {.id = choice_id(item.id, prefix, at),
                     .name = item.name.empty() ? parameters.name : item.name,
                     .checked = item.checked.value_or(among),
                     .is_exclusive = item.is_exclusive,
                     // Outside a fieldset nothing else ties the choices to what describes all.
                     .described_by = fieldset.empty() ? described_by : std::string()});
  }
  return choice_group(checkboxes_kind, parameters, content, items, described_by);
}

}  // namespace northlight::html
