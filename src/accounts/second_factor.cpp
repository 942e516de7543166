#include "accounts/sign_in.hpp"
#include "accounts/sign_in_parts.hpp"
#include "accounts/sign_in_trail.hpp"
#include "platform/crypto.hpp"
#include "platform/one_time_code.hpp"

namespace northlight::accounts {

using domain::PersonId;
using store::Account;
using store::AuditOutcome;
using store::Session;
using store::SessionEnd;
using store::SignInStage;
using store::Transaction;

namespace {

constexpr std::string_view issuer = "Northlight";

Error nobody() { return {ErrorCode::Forbidden, "Your account is not in use any more"}; }

std::vector<std::string> hashes_of(const platform::Keys& keys, PersonId person,
                                   const std::vector<std::string>& codes) {
  std::vector<std::string> hashes;
  for (const auto& code : codes)
    hashes.push_back(keys.keyed_hash("recovery_code:" + person.text(), plain_recovery_code(code)));
  return hashes;
}

}  // namespace

std::string SignIn::recovery_hash(PersonId person, std::string_view code) const {
  return hashes_of(keys_, person, {std::string(code)}).front();
}

std::vector<std::string> SignIn::recovery_hashes(PersonId person,
                                                 const std::vector<std::string>& codes) const {
  return hashes_of(keys_, person, codes);
}

Result<Account> SignIn::known(PersonId person, const From& from) {
  const auto day = platform::day_in_london(from.at);
  NL_TRY(account, database_.read(
                      [&](Session& session) { return store::find_account(session, person, day); }));
  if (!account) return nobody();
  return *std::move(account);
}

Result<OfferedFactor> SignIn::offer(const Account& account, const From& from) {
  // The one that was shown stays, so that a page opened twice does not spoil what was scanned.
  NL_TRY(shown, offered_seed(account));
  const auto seed = shown ? *shown : platform::new_one_time_seed();
  const auto sealed = keys_.seal(offered_seed_context(account.person), seed);
  if (!shown) {
    const auto kept = database_.write([&](Transaction& transaction) {
      return store::offer_seed(transaction, account.person, sealed, from.at);
    });
    if (!kept) return kept.error();
  }
  return OfferedFactor{platform::one_time_address(issuer, account.sign_in_name, seed),
                       in_fours(platform::base32(seed))};
}

Result<std::optional<std::string>> SignIn::offered_seed(const Account& account) {
  if (!account.offered_seed) return std::optional<std::string>{};
  NL_TRY(seed, keys_.open(offered_seed_context(account.person), *account.offered_seed));
  return std::optional(std::move(seed));
}

Status SignIn::confirm(Transaction& transaction, const Account& account, std::string_view seed,
                       std::int64_t step, const std::vector<std::string>& codes, const From& from) {
  if (!account.offered_seed)
    return Error{ErrorCode::Conflict, "Begin again: no second factor is being set up."};
  NL_CHECK(store::confirm_seed(transaction, account.person, *account.offered_seed,
                               keys_.seal(seed_context(account.person), seed), step, from.at));
  NL_CHECK(store::put_recovery_codes(transaction, account.person,
                                     recovery_hashes(account.person, codes), from.at));
  return put_on_trail(transaction, &account, "second-factor-set-up", AuditOutcome::Allowed, from);
}

Result<std::optional<OfferedFactor>> SignIn::offer_second_factor(std::string_view pending,
                                                                 const From& from) {
  const auto day = platform::day_in_london(from.at);
  NL_TRY(account, database_.read([&](Session& session) -> Result<std::optional<Account>> {
    NL_TRY(owed, pending_session(session, pending, SignInStage::SecondFactorSetUp, from.at));
    if (!owed) return std::optional<Account>{};
    return store::find_account(session, owed->person, day);
  }));
  if (!account) return std::optional<OfferedFactor>{};
  NL_TRY(offered, offer(*account, from));
  return std::optional(std::move(offered));
}

Result<ConfirmedFactor> SignIn::confirm_second_factor(std::string_view pending,
                                                      std::string_view code, const From& from) {
  const auto drawn = draw();
  const auto codes = draw_recovery_codes();
  const auto typed = figures_of(code);
  NL_TRY(outcome, database_.write([&](Transaction& transaction) -> Result<SignInOutcome> {
    NL_TRY(owed, pending_session(transaction, pending, SignInStage::SecondFactorSetUp, from.at));
    if (!owed) return SignInOutcome{StartAgain{}};
    NL_TRY(account,
           store::find_account(transaction, owed->person, platform::day_in_london(from.at)));
    if (!account || account->sealed_seed) return SignInOutcome{StartAgain{}};
    NL_TRY(seed, offered_seed(*account));
    if (!seed) return SignInOutcome{StartAgain{}};
    const auto step = platform::step_of_code(*seed, typed, from.at, 0);
    if (!step) return wrong_code(transaction, *account, *owed, "second-factor-set-up", from);
    NL_CHECK(confirm(transaction, *account, *seed, *step, codes, from));
    return admit(transaction, drawn, *account, *owed, "second-factor", from);
  }));
  const bool is_in = std::holds_alternative<NewSession>(outcome);
  return ConfirmedFactor{std::move(outcome), is_in ? codes : std::vector<std::string>{}};
}

Result<OfferedFactor> SignIn::offer_another_factor(PersonId person, const From& from) {
  NL_TRY(account, known(person, from));
  return offer(account, from);
}

Result<std::vector<std::string>> SignIn::confirm_another_factor(PersonId person,
                                                                store::SignInSessionId session,
                                                                std::string_view code,
                                                                const From& from) {
  using Codes = std::vector<std::string>;
  const auto codes = draw_recovery_codes();
  const auto typed = figures_of(code);
  return database_.write([&](Transaction& transaction) -> Result<Codes> {
    NL_TRY(account, store::find_account(transaction, person, platform::day_in_london(from.at)));
    if (!account) return nobody();
    NL_TRY(seed, offered_seed(*account));
    if (!seed) return Error{ErrorCode::Conflict, "The code to scan is gone. Open the page again"};
    const auto step = platform::step_of_code(*seed, typed, from.at, 0);
    if (!step) return Codes{};
    NL_CHECK(confirm(transaction, *account, *seed, *step, codes, from));
    NL_TRY(ended, store::end_sign_in_sessions(transaction, person, session,
                                              SessionEnd::SecondFactorChanged, from.at));
    static_cast<void>(ended);
    return codes;
  });
}

Result<std::vector<std::string>> SignIn::new_recovery_codes(PersonId person, const From& from) {
  const auto codes = draw_recovery_codes();
  return database_.write([&](Transaction& transaction) -> Result<std::vector<std::string>> {
    NL_TRY(account, store::find_account(transaction, person, platform::day_in_london(from.at)));
    if (!account) return nobody();
    NL_CHECK(
        store::put_recovery_codes(transaction, person, recovery_hashes(person, codes), from.at));
    NL_CHECK(
        put_on_trail(transaction, &*account, "recovery-codes-made", AuditOutcome::Allowed, from));
    return codes;
  });
}

Result<std::int64_t> SignIn::recovery_codes_left(PersonId person) {
  return database_.read(
      [&](Session& session) { return store::recovery_codes_left(session, person); });
}

Status set_one_time_seed(Transaction& transaction, const platform::Keys& keys, PersonId person,
                         std::string_view seed, platform::Instant at) {
  const auto offered = keys.seal(offered_seed_context(person), seed);
  NL_CHECK(store::offer_seed(transaction, person, offered, at));
  return store::confirm_seed(transaction, person, offered, keys.seal(seed_context(person), seed), 0,
                             at);
}

}  // namespace northlight::accounts
