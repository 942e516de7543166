#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// The kinds of operation that section 62 of the Data Protection Act 2018 names, and what surrounds
/// them: who came in, and who was given which powers.
enum class AuditOperation {
  Collection,
  Alteration,
  Consultation,
  Disclosure,
  Combination,
  Erasure,
  SignIn,      ///< And out, and what was refused.
  Permission,  ///< Roles, cover, marks, links, settings.
};

enum class AuditOutcome { Allowed, Denied, ReasonAsked, Failed };

/// As the trail keeps them: "consultation", "sign-in"; "reason-asked".
std::string_view code(AuditOperation operation);
std::string_view code(AuditOutcome outcome);
std::optional<AuditOperation> parse_audit_operation(std::string_view code);
std::optional<AuditOutcome> parse_audit_outcome(std::string_view code);

/// One line of the audit trail. It holds ids and what the person gave as a reason, never content.
struct AuditEntry {
  /// Whose chain: the service that the file is of. Empty: the installation's own chain (sign-ins
  /// of unknown accounts, the command line).
  std::optional<domain::OrganisationId> service{};
  platform::Instant at{};
  std::optional<domain::PersonId> person{};  ///< Empty: nobody who is known, or the command line.
  std::string role{};                        ///< In which they acted: "practitioner".
  std::optional<domain::OrganisationId> organisation{};  ///< That they acted for.
  AuditOperation operation = AuditOperation::Consultation;
  std::string action{};  ///< domain::code(Action), or what happened: "sign-in", "second-factor".
  AuditOutcome outcome = AuditOutcome::Allowed;
  std::optional<domain::FileId> file{};
  std::optional<domain::RecordId> record{};
  std::optional<std::int64_t> version{};
  std::optional<domain::PersonId> about{};  ///< The person whose account was changed or looked at.
  std::vector<domain::FileId> listed{};     ///< What a list showed.
  std::optional<std::string> justification{};
  std::optional<std::string> recipient{};  ///< Of a disclosure.
  std::string source{};   ///< The address that the request came from, or "command line".
  std::string request{};  ///< The request's id, as in the log.
};

/// Adds the next line to its chain inside the transaction of what it tells of, so that neither is
/// kept without the other.
Status append_audit(Transaction& transaction, const AuditEntry& entry);
/// One after another.
Status append_audit(Transaction& transaction, std::span<const AuditEntry> entries);

}  // namespace northlight::store
