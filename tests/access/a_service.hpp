#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "accounts/gate.hpp"
#include "accounts/load_asker.hpp"
#include "accounts/people.hpp"
#include "accounts/policy.hpp"
#include "casework/children.hpp"
#include "store/audit_log.hpp"
#include "tests/store/engines.hpp"

namespace northlight::testing {

/// The policy that ships.
const accounts::Policy& shipped_policy();

/// A day at noon: "2026-11-23" and so on.
platform::Instant noon(std::string_view day);
Date day(std::string_view text);

/// An invented service with two teams in a database of its own, and the gate to it. Time stands
/// where `now` says.
class AService {
 public:
  explicit AService(store::Engine engine);

  domain::PersonId person(std::string_view role, std::string_view team = "",
                          std::string_view organisation = "service");
  accounts::Asker asker(domain::PersonId person) const;
  /// With which they sign in.
  std::string address(domain::PersonId person) const;
  /// Of a child whose case is that person's in that team.
  domain::FileId child(std::string_view family_name, std::string_view team,
                       std::optional<domain::PersonId> worker = {});
  domain::CaseId case_of(domain::FileId file);

  domain::OrganisationId organisation(std::string_view slug) const;
  domain::TeamId team(std::string_view name) const;

  /// What `northlight` would do without asking; stops the test when it fails.
  template <typename F>
  auto write(F change) {
    auto written = database->write(change);
    if (!written) stop(written.error());
    return *std::move(written);
  }

  struct Line {
    std::string action;
    std::string outcome;
    std::string role;
    std::optional<std::string> file;
    std::optional<std::string> justification;
    std::string listed;
    friend bool operator==(const Line&, const Line&) = default;
  };
  /// The audit trail, the oldest first.
  std::vector<Line> trail() const;
  Line last_line() const { return trail().back(); }

  std::unique_ptr<FreshDatabase> fresh;
  std::unique_ptr<store::Database> database;
  std::unique_ptr<accounts::Gate> gate;
  platform::Instant now = noon("2026-11-23");

 private:
  [[noreturn]] static void stop(const Error& error);
  std::vector<std::pair<std::string, domain::OrganisationId>> organisations_{};
  std::vector<std::pair<std::string, domain::TeamId>> teams_{};
  int count_ = 0;
  std::optional<domain::PersonId> founder_{};
};

}  // namespace northlight::testing
