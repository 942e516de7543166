#pragma once

#include <string>

#include "accounts/sign_in.hpp"

/// What the files of SignIn share among themselves.
namespace northlight::accounts {

/// Random bits, drawn before a transaction, which may be run more than once.
struct SignIn::Drawn {
  std::string token;
  std::string token_hash;
  store::SignInSessionId id;
};

/// What came before a password is looked at.
struct SignIn::Tried {
  std::optional<TryLater> later{};
  std::optional<store::Account> account{};
  std::string by_account;
};

/// What came of a look at a password. `changed`: somebody chose another, or it was hashed anew,
/// while it was looked at; it is to be looked at once more.
struct SignIn::Looked {
  SignInOutcome outcome = NotRight{};
  std::optional<store::Account> changed{};
};

/// The last try was none: nobody could look at it.
Status take_back(store::Transaction& transaction, std::string_view key, platform::Instant at);

/// Figures alone: people type "042 517".
std::string figures_of(std::string_view code);

/// "JBSW Y3DP EHPK 3PXP"
std::string in_fours(std::string_view text);

/// Ten of them, in letters and figures that are not mistaken for each other: "k7dm2-3pwqh".
std::vector<std::string> draw_recovery_codes();

/// A recovery code as it was given out, whatever was typed between its letters.
std::string plain_recovery_code(std::string_view code);

}  // namespace northlight::accounts
