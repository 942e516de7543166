#include "tests/oidc/northlight.hpp"

#include <doctest/doctest.h>

namespace northlight::testing {

Northlight::Northlight(const std::vector<accounts::IdentityProvider>& providers)
    : site_({}, SignInThere::Yes),
      secrets_(site_.database(), site_.people().keys),
      connect_(providers, site_.people().keys,
               [this](const accounts::IdentityProvider& provider, platform::Instant now) {
                 return secrets_.of(provider, now);
               }),
      accounts_(site_.database(), site_.people().keys, site_.people().policy, connect_,
                site_.people().sign_in) {
  site_.people().people.providers = &accounts_;
}

Page Northlight::sign_in(Browser& browser, const web::DemoPerson& person) {
  clock().go_on(std::chrono::seconds{30});  // The code of this half minute may have been used.
  auto page = browser.get(address("/sign-in"));
  page = browser.follow(browser.post(address("/sign-in"), {{"csrf_token", page.field("csrf_token")},
                                                           {"name", person.sign_in_name},
                                                           {"password", person.password}}));
  return browser.follow(browser.post(
      address("/sign-in/code"),
      {{"csrf_token", page.field("csrf_token")}, {"code", code_of(person, clock().now())}}));
}

bool Northlight::is_signed_in(Browser& browser) {
  return browser.get(address("/account")).status == 200;
}

std::vector<std::string> Northlight::texts(std::string_view sql) {
  auto rows = site_.database().read(
      [&](store::Session& session) { return session.rows<std::string>(sql); });
  REQUIRE_MESSAGE(rows, rows.error().message);
  return *std::move(rows);
}

std::int64_t Northlight::count(std::string_view sql) {
  auto number = site_.database().read(
      [&](store::Session& session) { return session.value<std::int64_t>(sql); });
  REQUIRE_MESSAGE(number, number.error().message);
  return *number;
}

std::vector<std::string> Northlight::trail() {
  auto rows = site_.database().read([&](store::Session& session) {
    return session.rows<std::string, std::string>(
        "select action, outcome from audit_entry order by at, chain, number", {},
        [](const std::string& action, const std::string& outcome) {
          return action + " " + outcome;
        });
  });
  REQUIRE(rows);
  std::erase_if(*rows, [](const std::string& row) { return !row.starts_with("provider-"); });
  return *std::move(rows);
}

}  // namespace northlight::testing
