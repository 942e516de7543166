#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"
#include "store/audit_log.hpp"
#include "store/session.hpp"

/// Reading the audit trail. It is read to see whether it was right to look, and for nothing else:
/// only accounts/audit_reading may include this (tools/check_layers), so that no workload and no
/// performance figure is ever made of it.
namespace northlight::store {

/// What of one chain is asked for; what is empty is left open, but for whose chain it is.
struct AuditFilter {
  std::optional<domain::OrganisationId> service{};  ///< Empty: the installation's own.
  std::optional<domain::FileId> file{};             ///< Looked at, changed, or shown in a list.
  std::optional<domain::PersonId> person{};         ///< Who did it.
  std::optional<domain::PersonId> about{};          ///< Whose account it was about.
  std::optional<AuditOperation> operation{};
  std::optional<platform::Instant> from{};
  std::optional<platform::Instant> until{};  ///< Not itself included.
};

/// One row, with the name of who did it.
struct AuditLine {
  std::int64_t number = 0;
  platform::Instant at{};
  std::optional<domain::PersonId> person{};
  std::string name{};  ///< Empty: nobody who is known.
  std::string role{};
  AuditOperation operation = AuditOperation::Consultation;
  std::string action{};
  AuditOutcome outcome = AuditOutcome::Allowed;
  std::optional<domain::FileId> file{};
  std::optional<domain::RecordId> record{};
  std::optional<std::int64_t> version{};
  std::optional<domain::PersonId> about{};
  std::vector<domain::FileId> listed{};
  std::optional<std::string> justification{};
  std::optional<std::string> recipient{};
  std::string source{};
  std::string request{};
  std::string hash{};
};

/// The newest first, from just before the row `before`; at most `most`. By file and by person they
/// are found as far as the index is made (store/audit_index.hpp).
Result<std::vector<AuditLine>> audit_lines(Session& session, const AuditFilter& filter,
                                           std::optional<std::int64_t> before, std::size_t most);

/// NotFound where the chain has no such row. Without a service: of the installation's own.
Result<AuditLine> audit_line(Session& session, const std::optional<domain::OrganisationId>& service,
                             std::int64_t number);

/// Somebody with lines in the trail of a service, whosever staff they are.
struct WhoseLines {
  domain::PersonId person;
  std::string name{};
  std::optional<domain::OrganisationId> organisation{};  ///< For which they did the last of them.
};
/// By name, as far as the index is made (store/audit_index.hpp). Whoever has no line there is not
/// among them, and nobody who came by a link is.
Result<std::vector<WhoseLines>> people_with_lines(Session& session, domain::OrganisationId service);

/// Of these people and files: where what the person is called last is a word of the child's family
/// name, of today or before, capitals and accents apart. Neither name is given out.
struct SameName {
  domain::PersonId person;
  domain::FileId file;
};
Result<std::vector<SameName>> same_names(Session& session, const std::vector<SameName>& pairs);

/// Of these people and files: where the person gave an address that is the child's, or in whose
/// postcode the child lives or lived in these days. No address is given out.
struct SameAddress {
  domain::PersonId person;
  domain::FileId file;
  bool same_house = false;  ///< Otherwise the postcode alone.
};
Result<std::vector<SameAddress>> same_addresses(Session& session, const platform::Keys& keys,
                                                const std::vector<SameName>& pairs, Date from,
                                                Date until);

}  // namespace northlight::store
