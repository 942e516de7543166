#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"

/// What somebody is told of on their account page, so that nobody is given what lets them in as
/// another, or what another sees, without two people knowing of it: what others did to their
/// account, cover that they give or get, and what those did whom they answer for (`told` in
/// policy/roles.toml: who added somebody, gave a role, made a link that sets up an account, reset a
/// second factor or arranged cover). For so many days as the policy says.
namespace northlight::accounts {

struct NewsItem {
  platform::Instant at{};
  std::optional<domain::PersonId> by{};  ///< Empty: from the command line.
  domain::PersonId about;
  std::string act;  ///< As the audit trail calls it: see accounts/acts.
};

struct AccountNews {
  std::vector<NewsItem> own{};     ///< That concern the asker themself; the newest first.
  std::vector<NewsItem> others{};  ///< By those whom they answer for.
  std::map<domain::PersonId, std::string> people{};
  std::map<domain::TeamId, std::string> teams{};

  bool empty() const { return own.empty() && others.empty(); }
};

/// Being told of others is a line of the audit trail.
Result<AccountNews> account_news(store::Database& database, Gate& gate, const Asker& asker);

}  // namespace northlight::accounts
