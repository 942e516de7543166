#include "accounts/provider_accounts.hpp"

#include "accounts/provider_fault.hpp"
#include "accounts/provider_roles.hpp"
#include "accounts/sign_in.hpp"
#include "accounts/sign_in_trail.hpp"
#include "base/text.hpp"
#include "store/credentials.hpp"

namespace northlight::accounts {
namespace {

using domain::PersonId;
using store::AuditOutcome;
using store::Transaction;

/// What the provider says is their e-mail address, if it says that it has made sure.
std::optional<std::string> verified_email(const Json& claims) {
  const auto* verified = claims.find("email_verified");
  const auto* address = claims.find("email");
  if (!verified || !verified->boolean() || !*verified->boolean()) return std::nullopt;
  if (!address || !address->string()) return std::nullopt;
  return lower(*address->string());
}

std::string trail_action(std::string_view what, const IdentityProvider& provider) {
  return "provider-" + std::string(what) + ":" + provider.id;
}

}  // namespace

store::ProviderAccountKey ProviderAccounts::key_of(const ProviderAccount& account) const {
  return {account.issuer, keys_.keyed_hash("provider_account:subject_hash",
                                           account.issuer + "\n" + account.subject)};
}

void ProviderAccounts::tell(const Error& refusal, const IdentityProvider& provider,
                            std::optional<PersonId> person, const From& from) {
  // A trail that cannot be written changes nothing about the refusal, which stands.
  std::ignore = database_.write([&](Transaction& transaction) -> Status {
    std::optional<store::Account> account;
    if (person) {
      NL_TRY(found, store::find_account(transaction, *person, platform::day_in_london(from.at)));
      account = std::move(found);
    }
    return put_on_trail(transaction, account ? &*account : nullptr,
                        trail_action(refusal.where, provider), AuditOutcome::Denied, from);
  });
}

Result<ProviderDeparture> ProviderAccounts::depart(const IdentityProvider& provider,
                                                   const ProviderErrand& errand, const From& from) {
  auto departure = connect_.begin(provider, errand, from.at);
  if (!departure) tell(departure.error(), provider, errand.connect, from);
  return departure;
}

Result<ProviderArrival> ProviderAccounts::arrive(const IdentityProvider& provider,
                                                 std::string_view ticket,
                                                 const ProviderAnswer& answer,
                                                 std::optional<PersonId> signed_in,
                                                 const From& from) {
  auto arrival = arrive_quietly(provider, ticket, answer, signed_in, from);
  if (!arrival) tell(arrival.error(), provider, signed_in, from);
  return arrival;
}

Result<ProviderArrival> ProviderAccounts::arrive_quietly(const IdentityProvider& provider,
                                                         std::string_view ticket,
                                                         const ProviderAnswer& answer,
                                                         std::optional<PersonId> signed_in,
                                                         const From& from) {
  NL_TRY(back, connect_.match(provider, ticket, answer, from.at));
  const auto use = keys_.keyed_hash("provider_answer_used:use_hash", back.use);
  NL_TRY(fresh, database_.write([&](Transaction& transaction) {
    return store::use_provider_answer(transaction, use, back.until, from.at);
  }));
  if (!fresh) return fault(ProviderFault::StateUsed);
  if (back.errand.connect && back.errand.connect != signed_in)
    return fault(ProviderFault::WrongState);
  NL_TRY(account, connect_.account(provider, back, from.at));

  if (back.errand.connect) {
    NL_CHECK(database_.write([&](Transaction& transaction) {
      return connect(transaction, provider, account, *signed_in,
                     store::ConnectedBy::TheirAccountPage, from);
    }));
    return ProviderArrival{Connected{}, back.errand.next};
  }
  NL_TRY(person, database_.write([&](Transaction& transaction) -> Result<PersonId> {
    NL_TRY(known, person_of(transaction, provider, account, from));
    NL_TRY(found, store::find_account(transaction, known, platform::day_in_london(from.at)));
    if (!found) return fault(ProviderFault::PersonLeft);
    NL_CHECK(keep_roles(transaction, policy_, {provider, account.claims, *found}, from));
    return known;
  }));
  const auto stage =
      account.second_factor ? store::SignInStage::SignedIn : store::SignInStage::SecondFactor;
  NL_TRY(session, sign_in_.by_identity_provider(person, stage, from));
  return ProviderArrival{std::move(session), back.errand.next};
}

Result<PersonId> ProviderAccounts::person_of(Transaction& transaction,
                                             const IdentityProvider& provider,
                                             const ProviderAccount& account,
                                             const From& from) const {
  NL_TRY(known, store::person_of_provider_account(transaction, key_of(account)));
  if (known) return *known;
  const auto address = verified_email(account.claims);
  if (!address || !provider.match_by_email.holds(*address))
    return fault(ProviderFault::NotConnected);
  NL_TRY(matched, store::find_account(transaction, *address, platform::day_in_london(from.at)));
  if (!matched) return fault(ProviderFault::NotConnected);
  NL_CHECK(connect(transaction, provider, account, matched->person,
                   store::ConnectedBy::VerifiedEmail, from));
  return matched->person;
}

Status ProviderAccounts::connect(Transaction& transaction, const IdentityProvider& provider,
                                 const ProviderAccount& account, PersonId person,
                                 store::ConnectedBy by, const From& from) const {
  NL_TRY(found, store::find_account(transaction, person, platform::day_in_london(from.at)));
  if (!found) return fault(ProviderFault::PersonLeft);
  const auto connected =
      store::connect_provider_account(transaction, key_of(account), person, by, from.at);
  if (!connected && connected.error().code == ErrorCode::Conflict)
    return fault(ProviderFault::ConnectedElsewhere);
  NL_CHECK(connected);
  return put_on_trail(transaction, &*found, trail_action("connected", provider),
                      AuditOutcome::Allowed, from);
}

Result<std::vector<store::ConnectedProvider>> ProviderAccounts::connected(PersonId person) {
  return database_.read(
      [&](store::Session& session) { return store::providers_connected_with(session, person); });
}

Status ProviderAccounts::disconnect(const IdentityProvider& provider, PersonId person,
                                    const From& from) {
  return database_.write([&](Transaction& transaction) -> Status {
    NL_TRY(taken, store::disconnect_provider_account(transaction, provider.issuer, person));
    if (!taken) return Error{ErrorCode::NotFound, "No account with this provider is connected."};
    NL_TRY(found, store::find_account(transaction, person, platform::day_in_london(from.at)));
    return put_on_trail(transaction, found ? &*found : nullptr,
                        trail_action("disconnected", provider), AuditOutcome::Allowed, from);
  });
}

}  // namespace northlight::accounts
