#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/asker.hpp"
#include "accounts/gate.hpp"
#include "accounts/unusual_access.hpp"
#include "base/sensitive.hpp"
#include "store/audit_head.hpp"
#include "store/audit_reading.hpp"

/// What the auditor of the log does with it: for the protection of those whom it is about, and for
/// nothing else. Each reading is itself a row of the trail. Only web/pages/audit_pages may include
/// this (tools/check_layers).
namespace northlight::accounts {

struct AuditPage {
  std::vector<store::AuditLine> lines{};
  std::optional<std::int64_t> older{};               ///< Give it as `before` for the next page.
  std::map<domain::PersonId, std::string> people{};  ///< Whom the lines are about or name.
  std::map<domain::TeamId, std::string> teams{};
};

/// Somebody whose lines of the trail can be asked for.
struct AuditedPerson {
  domain::PersonId person;
  std::string name;
  std::string sign_in_name;  ///< Empty for whoever cannot sign in.
  std::optional<Date> left_on{};
  /// By name, of somebody who never worked in the service and has lines in its log; their address
  /// and their days are their own organisation's, and empty here.
  std::optional<std::string> elsewhere{};
};

/// A child whose lines of the trail can be asked for. Of the day the page shows the year, which is
/// enough to tell one from another.
struct AuditedChild {
  domain::FileId file;
  Sensitive<std::string> family_name;
  Sensitive<std::string> given_names;
  Sensitive<std::optional<std::string>> known_as{};
  Sensitive<std::optional<Date>> born_on{};
};
struct AuditedChildren {
  std::vector<AuditedChild> found{};  ///< Who answers best comes first.
  bool more = false;                  ///< More answer than are shown.
  std::string service{};              ///< Whose files they are, by name.
};

/// The organisation whose trail the asker may read; nothing where there is none.
std::optional<domain::OrganisationId> audited_by(const Policy& policy, const Asker& asker);

/// The organisation for which the asker may read the installation's own trail.
std::optional<domain::OrganisationId> installation_audited_by(const Policy& policy,
                                                              const Asker& asker);

class AuditReading {
 public:
  /// By the keys it is told whose address is whose.
  AuditReading(store::Database& database, Gate& gate, const platform::Keys& keys)
      : database_(database), gate_(gate), keys_(keys) {}

  /// Who has looked at this child, what has this person looked at: by the filter, which names the
  /// service. The newest first.
  Result<AuditPage> lines(const Asker& asker, const store::AuditFilter& filter,
                          std::optional<std::int64_t> before, std::size_t page_size);

  /// That one row.
  Result<AuditPage> line(const Asker& asker, domain::OrganisationId service, std::int64_t number);

  /// The installation's own chain, which belongs to no organisation: guesses at accounts that
  /// nobody has, faults of identity providers, what was asked for and is not there. For whoever may
  /// read it for `organisation`; the filter's service, file and person are not asked after. Of
  /// whoever is known and never worked in that organisation a line says when, what and how it
  /// ended, and no more: who they are is their own organisation's.
  Result<AuditPage> installation_lines(const Asker& asker, domain::OrganisationId organisation,
                                       const store::AuditFilter& filter,
                                       std::optional<std::int64_t> before, std::size_t page_size);

  /// That one row of it, told no further than in the list.
  Result<AuditPage> installation_line(const Asker& asker, domain::OrganisationId organisation,
                                      std::int64_t number);

  /// The signed heads that the database keeps, the newest first: of other services the digest
  /// alone.
  Result<std::vector<store::AuditHead>> heads(const Asker& asker, domain::OrganisationId service,
                                              std::int64_t most);

  /// People who work or worked there, by part of their name or the beginning of the address that
  /// they sign in with; by name. Then those of other organisations who have a line in the log, by
  /// part of their name: nobody else of elsewhere is found, whatever is typed. Invalid (where:
  /// "who") when nothing is typed.
  Result<std::vector<AuditedPerson>> people(const Asker& asker, domain::OrganisationId service,
                                            std::string_view typed);

  /// Children of that service by name, or by the number of their file; at most `most`. What a mark
  /// closes to the asker is not found, nor a victim's file, nor one that was erased. Invalid
  /// (where: "child") when nothing is typed. The row names the files that were shown, not what was
  /// typed.
  Result<AuditedChildren> children(const Asker& asker, domain::OrganisationId service,
                                   std::string_view typed, std::size_t most);

  /// Of the days from `from` to just before `until`, the newest first.
  Result<std::vector<UnusualAccess>> unusual(const Asker& asker, domain::OrganisationId service,
                                             platform::Instant from, platform::Instant until,
                                             const UnusualWhen& when);

  /// For somebody outside: the row that names the recipient and the purpose is kept before any line
  /// is given out. Invalid (where: "recipient", "purpose") when either is not said.
  Result<std::vector<store::AuditLine>> disclose(const Asker& asker,
                                                 const store::AuditFilter& filter,
                                                 const std::string& recipient,
                                                 const std::string& purpose);

 private:
  store::Database& database_;
  Gate& gate_;
  const platform::Keys& keys_;
};

}  // namespace northlight::accounts
