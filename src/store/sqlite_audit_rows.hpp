#pragma once

#include <cstdint>
#include <functional>

#include "base/result.hpp"
#include "store/audit_rows.hpp"

namespace northlight::store {

/// As each_audit_row, past the copies that a general statement makes of each column: columns look
/// at SQLite's own memory. A million rows are proved in a third of the time.
Status each_sqlite_audit_row(Session& session, std::int64_t chain, std::int64_t from,
                             const std::function<bool(const AuditRow&)>& see);

/// As each_audit_name, in the same way.
Status each_sqlite_audit_name(Session& session, std::int64_t chain, const SeeAuditName& see);

}  // namespace northlight::store
