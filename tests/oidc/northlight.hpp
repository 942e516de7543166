#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/open_id_connect.hpp"
#include "accounts/provider_accounts.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/site_under_test.hpp"
#include "tests/oidc/browser.hpp"

namespace northlight::testing {

/// The whole server, with the people of the demonstration and these providers.
class Northlight {
 public:
  explicit Northlight(const std::vector<accounts::IdentityProvider>& providers);

  std::string address(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(site_.port()) + std::string(path);
  }
  std::string host() const { return "127.0.0.1:" + std::to_string(site_.port()); }
  SetClock& clock() { return site_.people().clock; }
  const web::DemoPerson& holder_of(std::string_view role) { return site_.people().holder_of(role); }

  /// With a password and a code, as without any provider. The page that it ends on.
  Page sign_in(Browser& browser, const web::DemoPerson& person);
  bool is_signed_in(Browser& browser);

  /// The first column of every row.
  std::vector<std::string> texts(std::string_view sql);
  std::int64_t count(std::string_view sql);
  /// The actions of the lines of the audit trail that tell of providers, oldest first, each with
  /// its outcome: "provider-wrong-nonce:council denied".
  std::vector<std::string> trail();

 private:
  SiteUnderTest site_;
  accounts::ClientSecrets secrets_;
  accounts::OpenIdConnect connect_;
  accounts::ProviderAccounts accounts_;
};

}  // namespace northlight::testing
