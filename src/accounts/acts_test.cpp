#include "accounts/acts.hpp"

#include <doctest/doctest.h>

namespace northlight::accounts {

TEST_CASE("an act is written with its facts and taken apart again") {
  const auto text =
      act("role-given", {{"role", "practitioner"}, {"team", ""}, {"from", "2026-11-22"}});
  CHECK(text == "role-given:role=practitioner;from=2026-11-22");
  const auto parts = parts_of_act(text);
  CHECK(parts.code == "role-given");
  CHECK(parts.fact("role") == "practitioner");
  CHECK(parts.fact("from") == "2026-11-22");
  CHECK(parts.fact("team").empty());
}

TEST_CASE("an act without facts, and one from before there were any, are read as they stand") {
  CHECK(act("file-held") == "file-held");
  CHECK(parts_of_act("file-held").facts.empty());
  const auto before = parts_of_act("provider-role-given:practitioner");
  CHECK(before.code == "provider-role-given");
  REQUIRE(before.facts.size() == 1);
  CHECK(before.facts[0].first.empty());
  CHECK(before.facts[0].second == "practitioner");
}

TEST_CASE(
    "the people and the teams that an act names are found, and nothing else is taken for one") {
  const auto person = domain::PersonId(IdBits{});
  const auto team = domain::TeamId(IdBits{});
  const auto parts =
      parts_of_act(act("cover-arranged", {{"absent", ids_of<domain::PersonId>({person, person})},
                                          {"team", team.text()},
                                          {"case", person.text()},
                                          {"before", "nobody"}}));
  CHECK(people_in(parts) == std::vector{person, person});
  CHECK(teams_in(parts) == std::vector{team});
}

TEST_CASE("cover that ends with a midnight has the day before it as its last") {
  const auto from = *platform::parse_instant("2026-11-23T09:30:00.000Z");
  const auto until = *platform::parse_instant("2026-11-26T00:00:00.000Z");
  const auto text = act_of_cover("cover-arranged", domain::PersonId(IdBits{}), from, until);
  CHECK(parts_of_act(text).fact("from") == "2026-11-23");
  CHECK(parts_of_act(text).fact("last-day") == "2026-11-25");
}

}  // namespace northlight::accounts
