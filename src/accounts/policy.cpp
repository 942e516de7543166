#include "accounts/policy.hpp"

#include <algorithm>
#include <numeric>

namespace northlight::accounts {

Actions Role::anywhere() const {
  Actions all = in_organisation;
  for (std::size_t i = 0; i < domain::action_count; ++i)
    for (const auto& permission : {children[i], victims[i]})
      if (!permission.may.empty() || !permission.with_reason.empty())
        all.set(static_cast<domain::Action>(i));
  return all;
}

bool Role::works_on_cases(bool walled) const {
  return on(domain::Action::ReadFile, walled).may.has(domain::Relation::OwnCase);
}

Policy::Policy(Parts parts) : parts_(std::move(parts)), by_code_(parts_.roles.size()) {
  std::iota(by_code_.begin(), by_code_.end(), std::uint8_t{0});
  std::ranges::sort(by_code_, {}, [&](std::uint8_t place) -> std::string_view {
    return parts_.roles[place].code;
  });
}

const Role* Policy::find(std::string_view code) const {
  const auto at = std::ranges::lower_bound(
      by_code_, code, {},
      [&](std::uint8_t place) -> std::string_view { return parts_.roles[place].code; });
  if (at == by_code_.end() || parts_.roles[*at].code != code) return nullptr;
  return &parts_.roles[*at];
}

std::string Policy::title(std::string_view code) const {
  const auto* const role = find(code);
  return role == nullptr ? std::string(code) : role->title;
}

std::optional<std::string> Policy::why_apart(const std::vector<std::string>& roles) const {
  for (const auto& rule : parts_.apart)
    if (std::ranges::all_of(rule.actions, [&](domain::Action action) {
          return std::ranges::any_of(roles, [&](const std::string& code) {
            const auto* const role = find(code);
            return role != nullptr && role->anywhere().has(action);
          });
        }))
      return rule.words;
  return std::nullopt;
}

}  // namespace northlight::accounts
