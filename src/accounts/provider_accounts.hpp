#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "accounts/arrival.hpp"
#include "accounts/open_id_connect.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"
#include "store/provider_accounts.hpp"

namespace northlight::accounts {

class Policy;
class SignIn;

/// Somebody's account elsewhere is now theirs here too; they were signed in already.
struct Connected {};

/// What an answer from a provider came to, and the page to go on to.
struct ProviderArrival {
  std::variant<NewSession, Connected> outcome;
  std::string next;
};

/// Coming in by an identity provider: from the button to a session, or to a clear refusal. An
/// account elsewhere is somebody's here when they connected it themselves, or, where the provider's
/// file says so, when the provider vouches for the e-mail address that is their sign-in name;
/// nobody is ever added. Every refusal is a ProviderFault and one line on the audit trail.
class ProviderAccounts {
 public:
  ProviderAccounts(store::Database& database, const platform::Keys& keys, const Policy& policy,
                   OpenIdConnect& connect, SignIn& sign_in)
      : database_(database), keys_(keys), policy_(policy), connect_(connect), sign_in_(sign_in) {}

  const OpenIdConnect& providers() const { return connect_; }

  /// Where the browser goes, and the ticket that it keeps meanwhile.
  Result<ProviderDeparture> depart(const IdentityProvider& provider, const ProviderErrand& errand,
                                   const From& from);

  /// What the browser brought back. `signed_in`: whoever is, in this browser; the one who wanted to
  /// connect an account must still be.
  Result<ProviderArrival> arrive(const IdentityProvider& provider, std::string_view ticket,
                                 const ProviderAnswer& answer,
                                 std::optional<domain::PersonId> signed_in, const From& from);

  /// Somebody's accounts elsewhere, for their account page.
  Result<std::vector<store::ConnectedProvider>> connected(domain::PersonId person);
  /// NotFound when none was connected.
  Status disconnect(const IdentityProvider& provider, domain::PersonId person, const From& from);

 private:
  Result<ProviderArrival> arrive_quietly(const IdentityProvider& provider, std::string_view ticket,
                                         const ProviderAnswer& answer,
                                         std::optional<domain::PersonId> signed_in,
                                         const From& from);
  Result<domain::PersonId> person_of(store::Transaction& transaction,
                                     const IdentityProvider& provider,
                                     const ProviderAccount& account, const From& from) const;
  Status connect(store::Transaction& transaction, const IdentityProvider& provider,
                 const ProviderAccount& account, domain::PersonId person, store::ConnectedBy by,
                 const From& from) const;
  store::ProviderAccountKey key_of(const ProviderAccount& account) const;
  void tell(const Error& refusal, const IdentityProvider& provider,
            std::optional<domain::PersonId> person, const From& from);

  store::Database& database_;
  const platform::Keys& keys_;
  const Policy& policy_;
  OpenIdConnect& connect_;
  SignIn& sign_in_;
};

}  // namespace northlight::accounts
