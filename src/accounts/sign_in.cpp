#include "accounts/sign_in.hpp"

#include <algorithm>

#include "accounts/sign_in_parts.hpp"
#include "accounts/sign_in_trail.hpp"
#include "base/text.hpp"
#include "platform/crypto.hpp"
#include "platform/one_time_code.hpp"
#include "platform/random.hpp"

namespace northlight::accounts {

using domain::PersonId;
using platform::Instant;
using store::Account;
using store::AuditOutcome;
using store::Session;
using store::SessionEnd;
using store::SignInMethod;
using store::SignInSession;
using store::SignInStage;
using store::Transaction;

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t longest_typed = 1'024;  ///< Longer is no name, no password and no code.
constexpr int most_looks = 3;                 ///< While others change what is looked at.
constexpr std::chrono::hours session_remembered{24 * 30};
constexpr std::chrono::hours failures_remembered{24 * 2};

/// Now and then what is long over is taken out, by those who come in.
Status tidy(Transaction& transaction, Instant at) {
  NL_CHECK(store::forget_sign_in_sessions(transaction, at - session_remembered));
  return store::forget_failures_before(transaction, at - failures_remembered);
}

}  // namespace

SignIn::Drawn SignIn::draw() const {
  auto token = platform::base64url(platform::random_bytes(token_bytes));
  auto hash = keys_.keyed_hash(session_context, token);
  return {std::move(token), std::move(hash), platform::random_id<store::SignInSessionId>()};
}

NewSession SignIn::handed_out(const Drawn& drawn, SignInStage stage, Instant ends_at) {
  return {drawn.token, drawn.id, stage, ends_at};
}

std::string SignIn::account_key(std::string_view sign_in_name) const {
  return keys_.keyed_hash(failure_context, "account:" + std::string(sign_in_name));
}

std::string SignIn::address_key(const From& from) const {
  return keys_.keyed_hash(failure_context, "address:" + network_of(from.address));
}

std::string SignIn::code_key(PersonId person) const {
  return keys_.keyed_hash(failure_context, "code:" + person.text());
}

Result<NewSession> SignIn::begin(Transaction& transaction, const Drawn& drawn, PersonId person,
                                 SignInStage stage, SignInMethod method, const From& from) {
  const auto lasts = stage == SignInStage::SignedIn ? limits_.longest : limits_.step;
  const SignInSession session{.id = drawn.id,
                              .person = person,
                              .stage = stage,
                              .method = method,
                              .began_at = from.at,
                              .seen_at = from.at,
                              .ends_at = from.at + lasts,
                              .source = from.address,
                              .browser = from.browser};
  NL_CHECK(store::add_sign_in_session(transaction, session, drawn.token_hash));
  return handed_out(drawn, stage, session.ends_at);
}

Result<bool> SignIn::password_is(const std::optional<Account>& account, std::string_view password) {
  if (!account || !account->password_hash) return hasher_.matches_nobody(password);
  return hasher_.matches(*account->password_hash, password);
}

// Counted as wrong before the work is done, so that many tries at once are no way around.
Result<SignIn::Tried> SignIn::count_try(const std::string& by_account, const From& from,
                                        const FindAccount& find) {
  const auto by_address = address_key(from);
  return database_.write([&](Transaction& transaction) -> Result<Tried> {
    NL_TRY(account, store::failures_of(transaction, by_account));
    NL_TRY(address, store::failures_of(transaction, by_address));
    const auto wait = std::max(wait_before(account, from.at), wait_before(address, from.at));
    if (wait.count() > 0) return Tried{TryLater{wait}, {}, by_account};
    NL_CHECK(store::put_failures(transaction, by_account,
                                 one_more(account, limits_.by_account, from.at)));
    NL_CHECK(store::put_failures(transaction, by_address,
                                 one_more(address, limits_.by_address, from.at)));
    NL_TRY(found, find(transaction));
    return Tried{{}, std::move(found), by_account};
  });
}

Status SignIn::take_back_try(Transaction& transaction, const From& from) {
  return take_back(transaction, address_key(from), from.at);
}

Result<std::optional<Account>> SignIn::still(Transaction& transaction, const Account& account,
                                             const From& from) {
  return store::find_account(transaction, account.person, platform::day_in_london(from.at));
}

Result<bool> SignIn::look_at(const Tried& tried, std::string_view password, const From& from) {
  auto is_right = password_is(tried.account, password);
  if (is_right) return is_right;
  // Nobody looked: too many sign in at this moment.
  const auto taken_back = database_.write([&](Transaction& transaction) -> Status {
    NL_CHECK(take_back(transaction, tried.by_account, from.at));
    return take_back_try(transaction, from);
  });
  return taken_back ? is_right.error() : taken_back.error();
}

Result<SignInOutcome> SignIn::with_password(std::string_view sign_in_name,
                                            std::string_view password, const From& from) {
  const auto name = lower(trim(sign_in_name));
  if (name.size() > longest_typed || password.size() > longest_typed || !is_utf8(name) ||
      name.find('\0') != std::string::npos)
    return SignInOutcome{NotRight{}};
  NL_TRY(tried, count_try(account_key(name), from, [&](Transaction& transaction) {
           return store::find_account(transaction, name, platform::day_in_london(from.at));
         }));
  if (tried.later) return SignInOutcome{*tried.later};
  for (int look = 1;; ++look) {
    NL_TRY(is_right, look_at(tried, password, from));
    std::optional<std::string> renewed;
    if (is_right && tried.account && tried.account->password_hash &&
        hasher_.is_outdated(*tried.account->password_hash))
      if (auto hash = hasher_.hash(password)) renewed = *std::move(hash);

    const auto drawn = draw();
    NL_TRY(looked, database_.write([&](Transaction& transaction) -> Result<Looked> {
      if (is_right) {
        NL_TRY(now, still(transaction, *tried.account, from));
        if (now && now->password_hash == tried.account->password_hash)
          return go_on(transaction, drawn, *now, tried, renewed, from);
        if (now && look < most_looks) return Looked{.changed = *std::move(now)};
      }
      const auto* account = tried.account ? &*tried.account : nullptr;
      NL_CHECK(put_on_trail(transaction, account, "password", AuditOutcome::Denied, from));
      return Looked{NotRight{}};
    }));
    if (!looked.changed) return std::move(looked.outcome);
    tried.account = std::move(looked.changed);
  }
}

Result<SignIn::Looked> SignIn::go_on(Transaction& transaction, const Drawn& drawn,
                                     const Account& account, const Tried& tried,
                                     const std::optional<std::string>& renewed, const From& from) {
  NL_CHECK(take_back_try(transaction, from));
  NL_CHECK(store::forget_failures(transaction, tried.by_account));
  if (renewed) NL_CHECK(store::put_password(transaction, account.person, *renewed, from.at));
  NL_CHECK(put_on_trail(transaction, &account, "password", AuditOutcome::Allowed, from));
  NL_CHECK(tidy(transaction, from.at));
  const auto stage =
      account.sealed_seed ? SignInStage::SecondFactor : SignInStage::SecondFactorSetUp;
  NL_TRY(begun, begin(transaction, drawn, account.person, stage, SignInMethod::Password, from));
  return Looked{std::move(begun)};
}

Result<std::optional<SignInSession>> SignIn::pending_session(Session& session,
                                                             std::string_view token,
                                                             SignInStage stage, Instant at) {
  NL_TRY(found, store::find_sign_in_session(session, keys_.keyed_hash(session_context, token)));
  if (!found || found->session.stage != stage || found->session.ended_at ||
      found->session.ends_at <= at)
    return std::optional<SignInSession>{};
  return std::optional(std::move(found->session));
}

Result<std::optional<SignInStage>> SignIn::stage_of(std::string_view pending, Instant at) {
  return database_.read([&](Session& session) -> Result<std::optional<SignInStage>> {
    for (const auto stage : {SignInStage::SecondFactor, SignInStage::SecondFactorSetUp}) {
      NL_TRY(found, pending_session(session, pending, stage, at));
      if (found) return std::optional(stage);
    }
    return std::optional<SignInStage>{};
  });
}

Result<SignInOutcome> SignIn::admit(Transaction& transaction, const Drawn& drawn,
                                    const Account& account, const SignInSession& pending,
                                    std::string_view how, const From& from) {
  NL_CHECK(store::forget_failures(transaction, code_key(account.person)));
  NL_TRY(ended, store::end_sign_in_session(transaction, pending.id, SessionEnd::WentOn, from.at));
  if (ended == 0) return SignInOutcome{StartAgain{}};
  NL_TRY(begun,
         begin(transaction, drawn, account.person, SignInStage::SignedIn, pending.method, from));
  NL_CHECK(put_on_trail(transaction, &account, how, AuditOutcome::Allowed, from));
  NL_CHECK(put_on_trail(transaction, &account, "sign-in", AuditOutcome::Allowed, from));
  return SignInOutcome{std::move(begun)};
}

Result<SignInOutcome> SignIn::wrong_code(Transaction& transaction, const Account& account,
                                         const SignInSession& pending, std::string_view what,
                                         const From& from) {
  const auto key = code_key(account.person);
  NL_TRY(before, store::failures_of(transaction, key));
  const auto failures = one_more(before, limits_.by_code, from.at);
  NL_CHECK(store::put_failures(transaction, key, failures));
  NL_CHECK(put_on_trail(transaction, &account, what, AuditOutcome::Denied, from));
  const auto wait = wait_before(failures, from.at);
  if (wait.count() == 0) return SignInOutcome{NotRight{}};
  NL_CHECK(store::end_sign_in_session(transaction, pending.id, SessionEnd::TooManyCodes, from.at));
  return SignInOutcome{TryLater{wait}};
}

Result<SignInOutcome> SignIn::with_code(std::string_view pending, std::string_view code,
                                        const From& from) {
  const auto drawn = draw();
  const auto typed = figures_of(code);
  return database_.write([&](Transaction& transaction) -> Result<SignInOutcome> {
    NL_TRY(owed, pending_session(transaction, pending, SignInStage::SecondFactor, from.at));
    if (!owed) return SignInOutcome{StartAgain{}};
    NL_TRY(account,
           store::find_account(transaction, owed->person, platform::day_in_london(from.at)));
    if (!account || !account->sealed_seed) return SignInOutcome{StartAgain{}};
    NL_TRY(failures, store::failures_of(transaction, code_key(owed->person)));
    if (const auto wait = wait_before(failures, from.at); wait.count() > 0)
      return SignInOutcome{TryLater{wait}};
    NL_TRY(seed, keys_.open(seed_context(owed->person), *account->sealed_seed));
    const auto step = platform::step_of_code(seed, typed, from.at, account->last_step);
    bool is_right = false;
    if (step) {
      NL_TRY(unused, store::use_step(transaction, owed->person, *step));
      is_right = unused;
    }
    if (!is_right) return wrong_code(transaction, *account, *owed, "second-factor", from);
    return admit(transaction, drawn, *account, *owed, "second-factor", from);
  });
}

Result<SignInOutcome> SignIn::with_recovery_code(std::string_view pending, std::string_view code,
                                                 const From& from) {
  const auto drawn = draw();
  const auto typed = plain_recovery_code(code.substr(0, longest_typed));
  return database_.write([&](Transaction& transaction) -> Result<SignInOutcome> {
    NL_TRY(owed, pending_session(transaction, pending, SignInStage::SecondFactor, from.at));
    if (!owed) return SignInOutcome{StartAgain{}};
    NL_TRY(account,
           store::find_account(transaction, owed->person, platform::day_in_london(from.at)));
    if (!account) return SignInOutcome{StartAgain{}};
    NL_TRY(failures, store::failures_of(transaction, code_key(owed->person)));
    if (const auto wait = wait_before(failures, from.at); wait.count() > 0)
      return SignInOutcome{TryLater{wait}};
    NL_TRY(is_right, store::use_recovery_code(transaction, owed->person,
                                              recovery_hash(owed->person, typed), from.at));
    if (!is_right) return wrong_code(transaction, *account, *owed, "recovery-code", from);
    return admit(transaction, drawn, *account, *owed, "recovery-code", from);
  });
}

Result<NewSession> SignIn::by_identity_provider(PersonId person, SignInStage stage,
                                                const From& from) {
  const auto drawn = draw();
  return database_.write([&](Transaction& transaction) -> Result<NewSession> {
    NL_TRY(account, store::find_account(transaction, person, platform::day_in_london(from.at)));
    if (!account)
      return Error{ErrorCode::Forbidden,
                   "There is no account here for you at the moment. Ask whoever looks after "
                   "accounts in your service"};
    auto next = stage;
    if (next != SignInStage::SignedIn && !account->sealed_seed)
      next = SignInStage::SecondFactorSetUp;
    NL_CHECK(put_on_trail(transaction, &*account,
                          next == SignInStage::SignedIn ? "sign-in" : "identity-provider",
                          AuditOutcome::Allowed, from));
    NL_CHECK(tidy(transaction, from.at));
    return begin(transaction, drawn, person, next, SignInMethod::IdentityProvider, from);
  });
}

}  // namespace northlight::accounts
