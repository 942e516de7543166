#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/acts.hpp"
#include "store/audit_log.hpp"
#include "web/views/deed_words.hpp"

/// The codes of the audit trail in words for people. Whatever is put on the trail has words here
/// (audit_words_test.cpp reads the sources to see that it does).
namespace northlight::web::views {

/// "Looked at", "Signed in or out": what kind of operation a line tells of.
std::string_view operation_in_words(store::AuditOperation operation);
std::string_view outcome_in_words(store::AuditOutcome outcome);

/// What ids on the trail are called: by id, and roles by code. What is not here stands as it is,
/// an id by its first letters.
struct AuditNames {
  std::map<std::string, std::string> people{};
  std::map<std::string, std::string> teams{};
  std::map<std::string, std::string> roles{};
};

/// "Read the file" for "read-file"; "Gave somebody a role: practitioner, from 5 January 2026" for
/// "role-given:role=practitioner;from=2026-01-05". Empty for a code that nobody knows.
std::string action_on_trail(std::string_view action, const AuditNames& names = {},
                            Deed deed = Deed::Done);
/// What an act was about, behind its sentence: "practitioner, from 5 January 2026". Empty where
/// nothing is said.
std::string facts_in_words(const accounts::ActParts& act, const AuditNames& names = {});
/// Never empty: an unknown code as it stands.
std::string shown_action(std::string_view action, const AuditNames& names = {},
                         Deed deed = Deed::Done);

/// Every kind, in the order of lists.
const std::vector<store::AuditOperation>& audit_operations();

}  // namespace northlight::web::views
