#pragma once

#include <doctest/doctest.h>

#include <string>

#include "store/people.hpp"
#include "tests/access/a_file.hpp"
#include "tests/journeys/sent_form.hpp"

namespace northlight::testing {

inline std::string between(const std::string& text, const std::string& before,
                           const std::string& after) {
  const auto found = text.find(before);
  if (found == std::string::npos) return {};
  const auto at = found + before.size();
  return text.substr(at, text.find(after, at) - at);
}

/// A worker at their desk, with the file of a child to whom and to whose parents links are given.
struct LinkDesk {
  LinkDesk() {
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session, worker.sign_in_name);
    });
    REQUIRE(known);
    auto& clock = site.people().clock;
    clock.go_on(std::chrono::duration_cast<std::chrono::milliseconds>(
        *platform::parse_instant("2026-11-23T09:30:00.000Z") - clock.now()));
    file = add_file(site, (**known).id, {domain::Relation::OwnCase, {}}).file;
    sharing = "/children/" + file + "/sharing";
    links = "/children/" + file + "/links";
    REQUIRE(staff.sign_in(worker).status == 200);
    REQUIRE(staff.get(links).status == 200);
  }

  /// Its address.
  std::string give(const std::string& relation, const std::string& last_year = "2027",
                   const std::string& whose = "Ada Parentby") {
    const auto made = staff.post(links, {{"act", "give"},
                                         {"relation", relation},
                                         {"whose", whose},
                                         {"last_day-day", "27"},
                                         {"last_day-month", "3"},
                                         {"last_day-year", last_year},
                                         {"agreed", "Blue  otter"}});
    REQUIRE(made.status == 200);
    const auto token = between(made.body, "/mine/", "<");
    REQUIRE(token.size() == 43);
    // Whole, so that it can be handed on.
    CHECK(between(made.body, "class=\"nl-link\">", "<").starts_with("http://"));
    return "/mine/" + token;
  }

  /// How the form of sharing names somebody of whom its list says that; empty where nobody is.
  std::string chosen(const std::string& with, const std::string& name) {
    if (with == "themself") return with;
    const auto page = staff.get(sharing).body;
    const auto before = "value=\"" + with + ".";
    for (auto at = page.find(before); at != std::string::npos; at = page.find(before, at + 1)) {
      const auto option = page.substr(at + 7, page.find('<', at) - at - 7);
      if (option.find(">" + name) != std::string::npos) return option.substr(0, option.find('"'));
    }
    return {};
  }

  void share(const std::string& with, const std::string& words, const std::string& ground,
             const std::string& name = "Ada Parentby") {
    const auto whom = chosen(with, name);
    REQUIRE_FALSE(whom.empty());
    const auto shared = staff.post(sharing, {{"act", "share"},
                                             {"relation", whom},
                                             {"words", words},
                                             {"ground", ground},
                                             {"agreed_on-day", "20"},
                                             {"agreed_on-month", "11"},
                                             {"agreed_on-year", "2026"},
                                             {"agreed_words", "Asked; yes."}});
    REQUIRE(shared.status == 303);
  }

  std::string first_link() {
    return between(staff.get(links).body, "name=\"link\" value=\"", "\"");
  }
  Answer end(const std::string& link) {
    return staff.post(links, {{"act", "end"}, {"link", link}});
  }

  /// The first time: the words agreed on, then their own.
  Answer set_up(Visit& visit, const std::string& link, const std::string& own) {
    visit.get(link);
    const auto right = visit.post(link, {{"words", "blue otter"}});
    REQUIRE(right.shows("Choose your own words"));
    return visit.follow(visit.post(
        link + "/words",
        {{"ticket", between(right.body, "name=\"ticket\" value=\"", "\"")}, {"words", own}}));
  }

  SiteUnderTest site{{}, SignInThere::Yes};
  const web::DemoPerson& worker = site.people().holder_of("Practitioner");
  Visit staff{site};
  std::string file;
  std::string sharing;
  std::string links;
};

}  // namespace northlight::testing
