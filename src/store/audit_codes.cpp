#include <algorithm>
#include <array>
#include <utility>

#include "store/audit_log.hpp"

namespace northlight::store {
namespace {

constexpr std::array operations{
    std::pair{AuditOperation::Collection, std::string_view("collection")},
    std::pair{AuditOperation::Alteration, std::string_view("alteration")},
    std::pair{AuditOperation::Consultation, std::string_view("consultation")},
    std::pair{AuditOperation::Disclosure, std::string_view("disclosure")},
    std::pair{AuditOperation::Combination, std::string_view("combination")},
    std::pair{AuditOperation::Erasure, std::string_view("erasure")},
    std::pair{AuditOperation::SignIn, std::string_view("sign-in")},
    std::pair{AuditOperation::Permission, std::string_view("permission")},
};

constexpr std::array outcomes{
    std::pair{AuditOutcome::Allowed, std::string_view("allowed")},
    std::pair{AuditOutcome::Denied, std::string_view("denied")},
    std::pair{AuditOutcome::ReasonAsked, std::string_view("reason-asked")},
    std::pair{AuditOutcome::Failed, std::string_view("failed")},
};

template <typename Table, typename Key>
std::string_view code_in(const Table& table, Key key) {
  const auto found = std::ranges::find(table, key, &Table::value_type::first);
  return found == table.end() ? std::string_view{} : found->second;
}

template <typename Table>
auto parsed(const Table& table, std::string_view code) {
  const auto found = std::ranges::find(table, code, &Table::value_type::second);
  return found == table.end() ? std::nullopt : std::optional(found->first);
}

}  // namespace

std::string_view code(AuditOperation operation) { return code_in(operations, operation); }
std::string_view code(AuditOutcome outcome) { return code_in(outcomes, outcome); }

std::optional<AuditOperation> parse_audit_operation(std::string_view code) {
  return parsed(operations, code);
}
std::optional<AuditOutcome> parse_audit_outcome(std::string_view code) {
  return parsed(outcomes, code);
}

}  // namespace northlight::store
