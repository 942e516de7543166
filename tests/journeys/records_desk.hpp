#pragma once

#include <doctest/doctest.h>

#include "platform/random.hpp"
#include "store/asked_actions.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"
#include "tests/access/a_file.hpp"
#include "tests/journeys/sent_form.hpp"
#include "tests/store/granted.hpp"

/// Two who write one record of one child.
namespace northlight::testing::records {

using namespace std::chrono_literals;

inline std::string between(const std::string& text, const std::string& before,
                           const std::string& after) {
  const auto at = text.find(before) + before.size();
  return text.substr(at, text.find(after, at) - at);
}

/// The value of a hidden field of a page.
inline std::string hidden(const Answer& page, const std::string& name) {
  return between(page.body, "name=\"" + name + "\" value=\"", "\"");
}

/// A practitioner and their manager, who both work with one child, and an assessment begun.
struct Desk {
  Desk() {
    auto& clock = site.people().clock;
    clock.go_on(std::chrono::duration_cast<std::chrono::milliseconds>(
        *platform::parse_instant("2026-11-23T09:30:00.000Z") - clock.now()));
    const auto first = id_of(worker);
    const auto second = id_of(manager);
    file = add_file(site, first, {domain::Relation::OwnCase, {}}).file;
    const auto given = site.database().write([&](store::Transaction& transaction) -> Status {
      NL_TRY(held, store::roles_of(transaction, second));
      return store::give_sight(transaction, {.holder = store::Holder::of(second),
                                             .organisation = held.front().organisation,
                                             .file = *domain::FileId::parse(file),
                                             .relation = domain::Relation::OwnCase,
                                             .from = clock.now() - 1h,
                                             .cause_id = "test"});
    });
    REQUIRE(given);
    REQUIRE(one.sign_in(worker).status == 200);
    REQUIRE(two.sign_in(manager).status == 200);
    one.get("/children/" + file);
    edit = location(one.post("/children/" + file + "/records/new", {{"form", "assessment"}}));
    REQUIRE(edit.ends_with("/edit"));
    record = edit.substr(0, edit.size() - 5);
  }

  domain::PersonId id_of(const web::DemoPerson& person) {
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session, person.sign_in_name);
    });
    REQUIRE(known);
    return (**known).id;
  }

  /// The page's form with its numbers, as a browser without a script sends it.
  static Visit::Form form_of(const Answer& page, const std::string& field, std::string words,
                             std::string act) {
    return {{"seen", hidden(page, "seen")},
            {"page", hidden(page, "page")},
            {field, std::move(words)},
            {"do", std::move(act)}};
  }

  std::int64_t lines(const std::string& action) {
    const auto count = site.database().read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from audit_entry where action = :action",
                                         {{"action", action}});
    });
    REQUIRE(count);
    return *count;
  }

  SiteUnderTest site{{}, SignInThere::Yes};
  const web::DemoPerson& worker = site.people().holder_of("Practitioner");
  const web::DemoPerson& manager = site.people().holder_of("Practice manager");
  Visit one{site};
  Visit two{site};
  std::string file;
  std::string edit;
  std::string record;
};

}  // namespace northlight::testing::records
