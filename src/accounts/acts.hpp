#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"

/// What was done, as the audit trail keeps it in the column `action`: a code and, behind a colon,
/// the facts that tell one act from another of its kind. Ids, days, codes and counts only: never a
/// name, never what somebody typed.
///
///     act("role-given", {{"role", "practitioner"}, {"from", iso(day)}})
///     // "role-given:role=practitioner;from=2026-11-22"
///
/// The words for people are in web/views/audit_words, for every code and every fact.
namespace northlight::accounts {

using ActFact = std::pair<std::string_view, std::string>;

/// Facts whose value is empty are left out.
std::string act(std::string_view code, std::initializer_list<ActFact> facts = {});

/// The ids of several: a fact of many.
template <typename AnyId>
std::string ids_of(const std::vector<AnyId>& ids) {
  std::string all;
  for (const auto& id : ids) all += (all.empty() ? "" : "+") + id.text();
  return all;
}

/// "2026-11-22", or nothing.
std::string day_or_nothing(const std::optional<Date>& day);

template <typename AnyId>
std::string id_or_nothing(const std::optional<AnyId>& id) {
  return id ? id->text() : std::string();
}

/// "cover-arranged:absent=…;from=…;last-day=…", by days in London.
std::string act_of_cover(std::string_view code, domain::PersonId absent, platform::Instant from,
                         platform::Instant until);

/// What stands in the column, taken apart.
struct ActParts {
  std::string code;
  std::vector<std::pair<std::string, std::string>> facts{};  ///< In the order they were written.

  /// Empty where there is no such fact.
  std::string fact(std::string_view name) const;
};
/// "code:something" without an equals sign has one fact without a name.
ActParts parts_of_act(std::string_view text);

/// The people and the teams that the facts name, for whoever shows them by name.
std::vector<domain::PersonId> people_in(const ActParts& act);
std::vector<domain::TeamId> teams_in(const ActParts& act);

}  // namespace northlight::accounts
