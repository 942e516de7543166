#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::accounts {

/// Who has this value in that claim is given the role at each sign-in, and loses it at the first
/// sign-in without it. Roles that an administrator gave are not touched.
struct RoleByClaim {
  std::string claim;                ///< "groups"
  std::string value;                ///< The claim is this text, or a list that holds it.
  std::string role;                 ///< As policy/roles.toml names it.
  std::string organisation;         ///< Its short name in addresses.
  std::optional<std::string> team;  ///< Its name; in the whole organisation when left out.
};

/// How strangers' accounts elsewhere become known to be somebody here. An account that somebody
/// connected by themselves, signed in or with their set-up link, counts always.
struct MatchByEmail {
  std::vector<std::string> domains;  ///< "hollowbeck.example"; none: never matched by e-mail.

  bool holds(std::string_view address) const;
};

/// What the provider must say for its own second factor to be taken for ours.
struct SecondFactorElsewhere {
  std::vector<std::string> acr;  ///< Any of these as "acr",
  std::vector<std::string> amr;  ///< or any of these among "amr".

  bool is_taken() const { return !acr.empty() || !amr.empty(); }
};

/// One OpenID Connect provider of policy/identity-providers.toml.
struct IdentityProvider {
  std::string id;         ///< As in addresses: "council".
  std::string name;       ///< On the button: "Hollowbeck Council".
  std::string issuer;     ///< Its identifier, character by character.
  std::string client_id;  ///< What it calls Northlight.
  /// Where the operator hands over the secret: taken in at the start and at each use, so that a new
  /// one needs no restart. None: a public client, which has nothing but PKCE to prove itself with.
  std::optional<std::filesystem::path> client_secret_file;
  std::vector<std::string> scopes;
  std::string subject_claim;  ///< Which claim names the person, for ever: "sub".
  bool reads_user_info;       ///< Asks for the claims that the token leaves out.
  std::chrono::seconds clock_skew;
  bool plain_http_on_loopback;  ///< For tests alone.
  MatchByEmail match_by_email;
  SecondFactorElsewhere second_factor;
  std::vector<RoleByClaim> roles;
};

}  // namespace northlight::accounts
