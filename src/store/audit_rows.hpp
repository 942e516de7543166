#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/result.hpp"
#include "store/audit_encoding.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// One kept row, valid until the next is read.
struct AuditRow {
  std::int64_t number = 0;
  std::int64_t form = 0;
  std::string_view hash{};
  AuditColumns columns{};
};

/// Every row of a chain with a number of at least `from`, in order, until `see` says false. Reads
/// in parts, so that a chain of any length takes little memory on either engine.
Status each_audit_row(Session& session, std::int64_t chain, std::int64_t from,
                      const std::function<bool(const AuditRow&)>& see);

/// The number of a row, and one file or person that the index has it name.
using SeeAuditName = std::function<void(std::int64_t number, std::string_view id)>;

/// All that the index (store/audit_index.hpp) holds of a chain, in no order.
Status each_audit_name(Session& session, std::int64_t chain, const SeeAuditName& see);

}  // namespace northlight::store
