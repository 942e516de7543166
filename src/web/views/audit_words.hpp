#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/audit_log.hpp"

/// The codes of the audit trail in words for people. Whatever is put on the trail has words here
/// (audit_words_test.cpp reads the sources to see that it does).
namespace northlight::web::views {

/// "Looked at", "Signed in or out": what kind of operation a line tells of.
std::string_view operation_in_words(store::AuditOperation operation);
std::string_view outcome_in_words(store::AuditOutcome outcome);

/// "Read the file" for "read-file"; "Given a role by an identity provider (practitioner)" for
/// "provider-role-given:practitioner". Empty for a code that nobody knows.
std::string action_on_trail(std::string_view code);
/// Never empty: an unknown code as it stands.
std::string shown_action(std::string_view code);

/// Every kind, in the order of lists.
const std::vector<store::AuditOperation>& audit_operations();

}  // namespace northlight::web::views
