#pragma once

#include <doctest/doctest.h>

#include <algorithm>

#include "accounts/people.hpp"
#include "cli/demo_children.hpp"
#include "forms/read_forms.hpp"
#include "store/people.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

/// Children who are added, and those who work with them.
namespace northlight::testing::children {

/// Somebody signed in, in a service with nobody in its care yet.
struct Setting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  Visit visit{site};

  explicit Setting(std::string_view role) {
    const auto day = *platform::parse_instant("2026-11-23T09:30:00.000Z");
    people.clock.go_on(
        std::chrono::duration_cast<std::chrono::milliseconds>(day - people.clock.now()));
    REQUIRE(visit.sign_in(people.holder_of(role)).status == 200);
  }
  /// The value of the choice with these words, on the page that was last asked for.
  static std::string choice(const Answer& page, const std::string& words) {
    const auto at = page.body.find(">" + words + "</option>");
    REQUIRE(at != std::string::npos);
    const auto from = page.body.rfind("value=\"", at) + 7;
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  Visit::Form child(const std::string& family) {
    const auto page = visit.get("/children/new");
    REQUIRE(page.status == 200);
    return {{"given_names", "Wren"},
            {"family_name", family},
            {"known_as", ""},
            {"born_on-day", "27"},
            {"born_on-month", "3"},
            {"born_on-year", "2010"},
            {"kind", "out-of-court"},
            {"opened_on-day", "20"},
            {"opened_on-month", "11"},
            {"opened_on-year", "2026"},
            {"team", choice(page, "North team")},
            {"person", choice(page, people.holder_of("Practitioner").name)}};
  }
  std::string id_of(std::string_view role) {
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session, people.holder_of(role).sign_in_name);
    });
    REQUIRE(known);
    return (**known).id.text();
  }
  /// The address of a file that was just added.
  std::string added(const std::string& family) {
    const auto answer = visit.post("/children/new", child(family));
    REQUIRE(answer.status == 303);
    return location(answer);
  }
  std::string case_of(const std::string& file) {
    const auto page = visit.get(file + "/cases");
    const auto at = page.body.find("/allocation\"");
    REQUIRE(at != std::string::npos);
    const auto from = page.body.rfind("/cases/", at);
    return file + page.body.substr(from, at - from);
  }
};

inline const std::vector<std::pair<std::string, std::string>> today{
    {"from-day", "23"}, {"from-month", "11"}, {"from-year", "2026"}};

}  // namespace northlight::testing::children
