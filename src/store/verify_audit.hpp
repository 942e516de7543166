#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/audit_head.hpp"
#include "store/database.hpp"

namespace northlight::store {

enum class AuditFault {
  Changed,      ///< What the row says is not what its hash was made over.
  Missing,      ///< There is no row of this number, and there are later ones.
  OutOfOrder,   ///< The row is whole, and was written after another than the one before it.
  Truncated,    ///< Rows are gone from the end.
  Rewritten,    ///< The chain is whole in itself, and is not the one whose head was signed.
  UnknownForm,  ///< The row was written by a newer version of the program.
  Index,        ///< The row is whole, and the index of who was listed says something else.
};

/// "changed", "missing", "out-of-order", "truncated", "rewritten", "unknown-form", "index"
std::string_view code(AuditFault fault);

/// Where a chain breaks first.
struct AuditBreak {
  std::string service;  ///< "" for the installation's own chain.
  std::int64_t number = 0;
  AuditFault fault = AuditFault::Changed;
  std::string message;  ///< What does not agree, in a sentence.
};

struct AuditProof {
  std::int64_t chains = 0;
  std::int64_t rows = 0;             ///< That were read.
  std::vector<AuditBreak> breaks{};  ///< The first of each chain; none when all is whole.
  /// Where the index of who was shown whom does not say what the rows of its chain do: the first of
  /// each chain. The rows are proved apart from it.
  std::vector<AuditBreak> index{};

  bool rows_whole() const { return breaks.empty(); }
  bool whole() const { return rows_whole() && index.empty(); }
};

/// Reads every row and makes its hash again, at one moment of the database; with a signed head, and
/// with those that the database keeps (store/kept_heads.hpp), also whether each chain still holds
/// the row that was its last when each of them was signed.
Result<AuditProof> verify_audit(Database& database, const std::optional<AuditHead>& head = {});
Result<AuditProof> verify_audit(Session& session, const std::optional<AuditHead>& head = {},
                                const std::vector<AuditHead>& kept = {});

}  // namespace northlight::store
