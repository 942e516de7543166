#include "tests/access/a_council.hpp"

#include <stdexcept>

#include "store/provider_accounts.hpp"

namespace northlight::testing {
namespace {

accounts::IdentityProvider the_council() {
  return {.id = "council",
          .name = "Hollowbeck Council",
          .issuer = "https://council.invalid",
          .client_id = "northlight",
          .client_secret_file = {},
          .scopes = {"openid"},
          .subject_claim = "sub",
          .reads_user_info = false,
          .clock_skew = std::chrono::seconds(60),
          .plain_http_on_loopback = false,
          .match_by_email = {},
          .second_factor = {},
          .roles = {}};
}

}  // namespace

ACouncil::ACouncil(SiteUnderTest& site)
    : site_(site),
      connect_({the_council()}, site.people().keys),
      accounts_(site.database(), site.people().keys, site.people().policy, connect_,
                site.people().sign_in) {
  site_.people().people.providers = &accounts_;
}

ACouncil::~ACouncil() { site_.people().people.providers = nullptr; }

std::string ACouncil::connected_with(domain::PersonId person) {
  const auto& provider = connect_.providers().front();
  const auto written = site_.database().write([&](store::Transaction& transaction) -> Status {
    NL_CHECK(store::disconnect_provider_account(transaction, provider.issuer, person));
    return store::connect_provider_account(transaction, {provider.issuer, person.text()}, person,
                                           store::ConnectedBy::TheirAccountPage,
                                           site_.people().clock.now());
  });
  if (!written) throw std::runtime_error(written.error().message);
  return provider.id;
}

}  // namespace northlight::testing
