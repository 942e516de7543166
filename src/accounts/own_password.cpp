#include "accounts/sign_in.hpp"
#include "accounts/sign_in_parts.hpp"
#include "accounts/sign_in_trail.hpp"
#include "platform/crypto.hpp"
#include "store/provider_accounts.hpp"

namespace northlight::accounts {

using domain::PersonId;
using store::Account;
using store::AuditOutcome;
using store::Session;
using store::SessionEnd;
using store::SignInMethod;
using store::SignInStage;
using store::Transaction;

namespace {

constexpr std::size_t longest_typed_password = 1'024;

Error no_such_link() {
  return {ErrorCode::NotFound,
          "This link has been used or has run out. Ask whoever sent it for another"};
}

}  // namespace

Result<std::string> SignIn::hash_of_chosen(const Account& account, std::string_view chosen) {
  NL_TRY(common, common_passwords_.load());
  NL_CHECK(
      check_new_password(chosen.substr(0, longest_typed_password), *common, account.own_words));
  return hasher_.hash(chosen);
}

Result<PasswordCheck> SignIn::check_password(PersonId person, std::string_view password,
                                             const From& from) {
  NL_TRY(account, known(person, from));
  const auto key = account_key(account.sign_in_name);
  NL_TRY(wait, database_.write([&](Transaction& transaction) -> Result<std::chrono::seconds> {
    NL_TRY(failures, store::failures_of(transaction, key));
    const auto left = wait_before(failures, from.at);
    if (left.count() > 0) return left;
    NL_CHECK(
        store::put_failures(transaction, key, one_more(failures, limits_.by_account, from.at)));
    return left;
  }));
  if (wait.count() > 0) return PasswordCheck{.wait = wait};
  const auto looked = password_is(account, password.substr(0, longest_typed_password));
  if (!looked) {
    // Nobody looked: too many sign in at this moment.
    const auto taken_back = database_.write(
        [&](Transaction& transaction) { return take_back(transaction, key, from.at); });
    return taken_back ? looked.error() : taken_back.error();
  }
  return database_.write([&](Transaction& transaction) -> Result<PasswordCheck> {
    NL_TRY(now, still(transaction, account, from));
    const bool is_right = *looked && now && now->password_hash == account.password_hash;
    if (is_right)
      NL_CHECK(store::forget_failures(transaction, key));
    else
      NL_CHECK(put_on_trail(transaction, &account, "password", AuditOutcome::Denied, from));
    return PasswordCheck{.is_right = is_right};
  });
}

Result<bool> SignIn::has_password(PersonId person, const From& from) {
  NL_TRY(account, known(person, from));
  return account.password_hash.has_value();
}

Result<PasswordCheck> SignIn::change_password(PersonId person, store::SignInSessionId session,
                                              std::string_view present, std::string_view chosen,
                                              const From& from) {
  NL_TRY(account, known(person, from));
  NL_TRY(checked, check_password(person, present, from));
  if (!checked.is_right) return checked;
  if (platform::equal_in_constant_time(present, chosen))
    return Error{ErrorCode::Invalid, "Your new password must not be your present one", "password"};
  NL_TRY(hash, hash_of_chosen(account, chosen));
  return database_.write([&](Transaction& transaction) -> Result<PasswordCheck> {
    // Another was chosen since the present one was looked at, by a link or in another session.
    NL_TRY(now, still(transaction, account, from));
    if (!now || now->password_hash != account.password_hash) return PasswordCheck{};
    NL_CHECK(store::put_password(transaction, person, hash, from.at));
    NL_CHECK(store::end_sign_in_sessions(transaction, person, session, SessionEnd::PasswordChanged,
                                         from.at));
    NL_CHECK(put_on_trail(transaction, &account, "password-changed", AuditOutcome::Allowed, from));
    return checked;
  });
}

Status SignIn::check_set_up_link(std::string_view link, platform::Instant at) {
  const auto hash = keys_.keyed_hash(set_up_link_context, link);
  NL_TRY(found,
         database_.read([&](Session& session) { return store::find_set_up_link(session, hash); }));
  if (!found || found->used || found->ends_at <= at) return no_such_link();
  return done();
}

Result<NewSession> SignIn::set_up(std::string_view link, std::string_view chosen,
                                  const From& from) {
  NL_CHECK(check_set_up_link(link, from.at));
  const auto token_hash = keys_.keyed_hash(set_up_link_context, link);
  NL_TRY(found, database_.read([&](Session& session) {
    return store::find_set_up_link(session, token_hash);
  }));
  if (!found) return no_such_link();
  auto account = known(found->person, from);
  if (!account) return no_such_link();
  NL_TRY(hash, hash_of_chosen(*account, chosen));
  const auto drawn = draw();
  return database_.write([&](Transaction& transaction) -> Result<NewSession> {
    NL_TRY(is_first, store::use_set_up_link(transaction, token_hash, from.at));
    if (!is_first) return no_such_link();
    NL_CHECK(store::put_password(transaction, account->person, hash, from.at));
    NL_CHECK(store::end_sign_in_sessions(transaction, account->person, {},
                                         SessionEnd::PasswordChanged, from.at));
    NL_CHECK(store::forget_failures(transaction, account_key(account->sign_in_name)));
    NL_CHECK(put_on_trail(transaction, &*account, "set-up-link", AuditOutcome::Allowed, from));
    // Whoever had the account before may have connected one of their own.
    NL_TRY(connected, store::disconnect_provider_accounts(transaction, account->person));
    if (connected > 0)
      NL_CHECK(put_on_trail(transaction, &*account, "provider-disconnected", AuditOutcome::Allowed,
                            from));
    const auto stage =
        account->sealed_seed ? SignInStage::SecondFactor : SignInStage::SecondFactorSetUp;
    return begin(transaction, drawn, account->person, stage, SignInMethod::SetUpLink, from);
  });
}

Result<std::string> make_setup_link(Transaction& transaction, const platform::Keys& keys,
                                    PersonId person, platform::Instant at, std::chrono::hours lasts,
                                    std::optional<PersonId> made_by) {
  auto token = platform::base64url(platform::random_bytes(32));
  NL_CHECK(store::put_set_up_link(transaction, keys.keyed_hash(set_up_link_context, token),
                                  {.person = person, .ends_at = at + lasts}, at, made_by));
  return token;
}

Status set_password(Transaction& transaction, PersonId person, std::string_view password_hash,
                    platform::Instant at) {
  return store::put_password(transaction, person, password_hash, at);
}

}  // namespace northlight::accounts
