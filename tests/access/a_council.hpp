#pragma once

#include <string>

#include "accounts/open_id_connect.hpp"
#include "accounts/provider_accounts.hpp"
#include "tests/journeys/people_under_test.hpp"

namespace northlight::testing {

/// An identity provider of the site under test, at which nobody answers: for pages that name one.
class ACouncil {
 public:
  explicit ACouncil(SiteUnderTest& site);
  ~ACouncil();
  ACouncil(const ACouncil&) = delete;
  ACouncil& operator=(const ACouncil&) = delete;

  /// Connects that person's account with it anew; gives what stands in addresses for it.
  std::string connected_with(domain::PersonId person);

 private:
  SiteUnderTest& site_;
  accounts::OpenIdConnect connect_;
  accounts::ProviderAccounts accounts_;
};

}  // namespace northlight::testing
