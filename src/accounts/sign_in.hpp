#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/arrival.hpp"
#include "accounts/password_rules.hpp"
#include "accounts/try_again.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"
#include "platform/password.hpp"
#include "store/credentials.hpp"
#include "store/database.hpp"

namespace northlight::accounts {

struct SignInLimits {
  Patience by_account{};
  Patience by_address{.free_tries = 30};
  Patience by_code{};
  std::chrono::minutes step{10};          ///< From the password to the code.
  std::chrono::minutes idle{30};          ///< Without a request.
  std::chrono::minutes longest{12 * 60};  ///< Of one session, whatever is asked for.
  std::chrono::hours set_up_link{72};
  std::chrono::hours kept_form{7 * 24};      ///< As long as what a browser keeps.
  std::chrono::hours personal_link{7 * 24};  ///< To be opened for the first time.
  std::chrono::hours draft_key{7 * 24};      ///< For whoever's session ran out before a weekend.
};

inline constexpr std::size_t recovery_codes_given = 10;

/// A second factor that is being set up: shown once, as a QR code and as letters to type.
struct OfferedFactor {
  std::string address;  ///< "otpauth://…", for the QR code.
  std::string key;      ///< The same seed in letters: "JBSW Y3DP …".
};

/// What came of setting up a second factor; the codes are shown this once.
struct ConfirmedFactor {
  SignInOutcome outcome;
  std::vector<std::string> recovery_codes{};
};

/// Whether it was their password, or how long they must wait before it is looked at.
struct PasswordCheck {
  bool is_right = false;
  std::chrono::seconds wait{0};
};

/// Signing in: by a password and a code, by a link that sets up an account, or by an identity
/// provider. Every step is on the audit trail in the transaction that takes it; wrong tries slow
/// down the next ones for the account and for the network that they came from. Whether an account
/// exists can be told neither by the answer nor by the time that it takes.
///
/// A person begins with a session of the stage SecondFactor (or SecondFactorSetUp), which opens
/// nothing but the next step; then that one ends and another, with a new token, is SignedIn.
class SignIn {
 public:
  SignIn(store::Database& database, const platform::Keys& keys, platform::PasswordHasher& hasher,
         CommonPasswordsFile& common_passwords, SignInLimits limits = {})
      : database_(database),
        keys_(keys),
        hasher_(hasher),
        common_passwords_(common_passwords),
        limits_(limits) {}

  const SignInLimits& limits() const { return limits_; }

  // One step after the other. `pending` is the token of the step before.
  Result<SignInOutcome> with_password(std::string_view sign_in_name, std::string_view password,
                                      const From& from);
  Result<SignInOutcome> with_code(std::string_view pending, std::string_view code,
                                  const From& from);
  Result<SignInOutcome> with_recovery_code(std::string_view pending, std::string_view code,
                                           const From& from);
  // A child or a parent: by their personal link and the words that go with it.
  /// The first time the words are those agreed on when the link was given; then ChooseWords. A link
  /// that was never given out, one that ended and wrong words are answered alike.
  Result<LinkOutcome> with_personal_link(std::string_view link, std::string_view words,
                                         const From& from);
  /// They choose words of their own, once. Fails with Invalid where these may not be chosen.
  Result<LinkOutcome> choose_words(std::string_view link, std::string_view ticket,
                                   std::string_view chosen, const From& from);
  /// Of words agreed on, for casework::give_link. Invalid where they are too short.
  Result<std::string> hash_of_words(std::string_view words);

  /// Whoever an identity provider vouches for. `stage` is SignedIn where the provider has seen a
  /// second factor itself.
  Result<NewSession> by_identity_provider(domain::PersonId person, store::SignInStage stage,
                                          const From& from);
  /// How far the token has come; nothing for one that is no more.
  Result<std::optional<store::SignInStage>> stage_of(std::string_view pending,
                                                     platform::Instant at);

  // The second factor: set up on the way in, or changed by who is signed in already.
  Result<std::optional<OfferedFactor>> offer_second_factor(std::string_view pending,
                                                           const From& from);
  Result<ConfirmedFactor> confirm_second_factor(std::string_view pending, std::string_view code,
                                                const From& from);
  Result<OfferedFactor> offer_another_factor(domain::PersonId person, const From& from);
  /// Gives new recovery codes and ends their other sessions; no codes when this one is wrong.
  Result<std::vector<std::string>> confirm_another_factor(domain::PersonId person,
                                                          store::SignInSessionId session,
                                                          std::string_view code, const From& from);
  Result<std::vector<std::string>> new_recovery_codes(domain::PersonId person, const From& from);
  Result<std::int64_t> recovery_codes_left(domain::PersonId person);

  // Passwords.
  /// Nothing changes unless the present one is right; fails with Invalid, where "password", when
  /// the new one may not be chosen. Ends their other sessions.
  Result<PasswordCheck> change_password(domain::PersonId person, store::SignInSessionId session,
                                        std::string_view present, std::string_view chosen,
                                        const From& from);
  /// Whether it is the person's password: asked again before something weighty.
  Result<PasswordCheck> check_password(domain::PersonId person, std::string_view password,
                                       const From& from);
  /// Whether they have one to be asked for: who comes by an identity provider may have none.
  Result<bool> has_password(domain::PersonId person, const From& from);
  /// Fails with NotFound for a link that is used, past its end or none.
  Status check_set_up_link(std::string_view link, platform::Instant at);
  /// The person whose link it is chooses a password. All their sessions end, and accounts elsewhere
  /// that were connected with theirs let nobody in; a step begins.
  Result<NewSession> set_up(std::string_view link, std::string_view chosen, const From& from);

 private:
  struct Drawn;
  struct Failures;
  struct Tried;
  struct Looked;
  using FindAccount = std::function<Result<std::optional<store::Account>>(store::Transaction&)>;
  Result<Tried> count_try(const std::string& by_account, const From& from, const FindAccount& find);
  /// It was no wrong try after all.
  Status take_back_try(store::Transaction& transaction, const From& from);
  Result<bool> look_at(const Tried& tried, std::string_view password, const From& from);
  /// The account as it is now, in the transaction that acts on what was looked at outside it.
  static Result<std::optional<store::Account>> still(store::Transaction& transaction,
                                                     const store::Account& account,
                                                     const From& from);
  Result<Looked> go_on(store::Transaction& transaction, const Drawn& drawn,
                       const store::Account& account, const Tried& tried,
                       const std::optional<std::string>& renewed, const From& from);
  Drawn draw() const;
  static NewSession handed_out(const Drawn& drawn, store::SignInStage stage,
                               platform::Instant ends_at);
  Result<NewSession> begin(store::Transaction& transaction, const Drawn& drawn,
                           domain::PersonId person, store::SignInStage stage,
                           store::SignInMethod method, const From& from);
  Result<std::optional<store::SignInSession>> pending_session(store::Session& session,
                                                              std::string_view token,
                                                              store::SignInStage stage,
                                                              platform::Instant at);
  Result<SignInOutcome> admit(store::Transaction& transaction, const Drawn& drawn,
                              const store::Account& account, const store::SignInSession& pending,
                              std::string_view how, const From& from);
  Result<SignInOutcome> wrong_code(store::Transaction& transaction, const store::Account& account,
                                   const store::SignInSession& pending, std::string_view what,
                                   const From& from);
  Result<bool> password_is(const std::optional<store::Account>& account, std::string_view password);
  Result<std::string> hash_of_chosen(const store::Account& account, std::string_view chosen);
  Result<store::Account> known(domain::PersonId person, const From& from);
  Result<OfferedFactor> offer(const store::Account& account, const From& from);
  Result<std::optional<std::string>> offered_seed(const store::Account& account);
  Status confirm(store::Transaction& transaction, const store::Account& account,
                 std::string_view seed, std::int64_t step, const std::vector<std::string>& codes,
                 const From& from);
  std::string account_key(std::string_view sign_in_name) const;
  std::string address_key(const From& from) const;
  std::string code_key(domain::PersonId person) const;
  std::string recovery_hash(domain::PersonId person, std::string_view code) const;
  std::vector<std::string> recovery_hashes(domain::PersonId person,
                                           const std::vector<std::string>& codes) const;

  store::Database& database_;
  const platform::Keys& keys_;
  platform::PasswordHasher& hasher_;
  CommonPasswordsFile& common_passwords_;
  SignInLimits limits_;
};

/// A link for somebody to choose their first password, or a new one when it is lost: the part of
/// the address after /set-up/. Earlier links of theirs end. The caller writes the audit trail.
Result<std::string> make_setup_link(store::Transaction& transaction, const platform::Keys& keys,
                                    domain::PersonId person, platform::Instant at,
                                    std::chrono::hours lasts = SignInLimits{}.set_up_link,
                                    std::optional<domain::PersonId> made_by = {});

/// For the demonstration alone, whose passwords and seeds stand on its start page: set without the
/// rules that people's own passwords keep.
Status set_password(store::Transaction& transaction, domain::PersonId person,
                    std::string_view password_hash, platform::Instant at);
/// `seed`: 20 bytes. Confirmed at once, without recovery codes.
Status set_one_time_seed(store::Transaction& transaction, const platform::Keys& keys,
                         domain::PersonId person, std::string_view seed, platform::Instant at);

}  // namespace northlight::accounts
