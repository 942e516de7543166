#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tests/oidc/northlight.hpp"
#include "tests/oidc/providers.hpp"

/// What the tests of whole sign-ins share: the real server, a browser with cookies, and the
/// provider that lies.
namespace northlight::testing {

/// With a provider that lies there is no page of its own between.
inline Page come_in(Northlight& northlight, Browser& browser, const std::string& next = "") {
  return browser.follow(browser.get(northlight.address(
      "/sign-in/with/council" + (next.empty() ? "" : "?" + form_encoded({{"next", next}})))));
}

/// The lying provider at its most honest: it vouches for that person's address and a second factor.
inline Json vouching_for(const web::DemoPerson& person) {
  return Json::object({{"email", person.sign_in_name},
                       {"email_verified", true},
                       {"amr", Json(Json::Array{"pwd", "otp"})}});
}

struct Setting {
  LyingProvider liar;
  Northlight northlight;
  const web::DemoPerson& worker;
  Browser browser{};

  Setting()
      : Setting([](const LyingProvider& provider) { return provider.described("council"); }) {}
  template <typename Describe>
  explicit Setting(Describe describe)
      : northlight({taking_word(describe(liar))}), worker(northlight.holder_of("Practitioner")) {}

  accounts::IdentityProvider taking_word(accounts::IdentityProvider provider) {
    provider.second_factor.amr = {"otp"};
    provider.match_by_email.domains = {"hollowbeck.example"};
    return provider;
  }
  void tell(std::string_view lie) {
    liar.tell(lie, northlight.clock().now(), vouching_for(worker));
  }
};

}  // namespace northlight::testing
