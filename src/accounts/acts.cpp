#include "accounts/acts.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace northlight::accounts {
namespace {

constexpr std::array<std::string_view, 6> facts_of_people{"absent", "covering",   "before",
                                                          "named",  "inspectors", "whose"};
constexpr std::array<std::string_view, 2> facts_of_teams{"team", "from-team"};

template <typename AnyId, std::size_t Count>
std::vector<AnyId> ids_in(const ActParts& act,
                          const std::array<std::string_view, Count>& fact_names) {
  std::vector<AnyId> found;
  for (const auto& [name, value] : act.facts) {
    if (std::ranges::find(fact_names, name) == fact_names.end()) continue;
    for (const auto part : split(value, '+'))
      if (const auto id = AnyId::parse(part)) found.push_back(*id);
  }
  return found;
}

}  // namespace

std::string act(std::string_view code, std::initializer_list<ActFact> facts) {
  std::string text(code);
  char before = ':';
  for (const auto& [name, value] : facts) {
    if (value.empty()) continue;
    text.append(1, before).append(name).append("=").append(value);
    before = ';';
  }
  return text;
}

std::string day_or_nothing(const std::optional<Date>& day) {
  return day ? iso(*day) : std::string();
}

std::string act_of_cover(std::string_view code, domain::PersonId absent, platform::Instant from,
                         platform::Instant until) {
  const auto last = until - std::chrono::milliseconds(1);  // Midnight belongs to the day before.
  return act(code, {{"absent", absent.text()},
                    {"from", iso(platform::day_in_london(from))},
                    {"last-day", iso(platform::day_in_london(last))}});
}

std::string ActParts::fact(std::string_view name) const {
  for (const auto& [each, value] : facts)
    if (each == name) return value;
  return {};
}

ActParts parts_of_act(std::string_view text) {
  const auto colon = text.find(':');
  ActParts parts{std::string(text.substr(0, colon))};
  if (colon == std::string_view::npos) return parts;
  for (const auto fact : split(text.substr(colon + 1), ';')) {
    const auto equals = fact.find('=');
    if (equals == std::string_view::npos)
      parts.facts.emplace_back("", fact);
    else
      parts.facts.emplace_back(fact.substr(0, equals), fact.substr(equals + 1));
  }
  return parts;
}

std::vector<domain::PersonId> people_in(const ActParts& act) {
  return ids_in<domain::PersonId>(act, facts_of_people);
}

std::vector<domain::TeamId> teams_in(const ActParts& act) {
  return ids_in<domain::TeamId>(act, facts_of_teams);
}

}  // namespace northlight::accounts
