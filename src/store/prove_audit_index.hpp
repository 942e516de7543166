#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/audit_rows.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Where the index first says something else than the rows of a chain.
struct AuditIndexFault {
  std::int64_t number = 0;
  std::string message;
};

/// Compares the index of one chain with its rows while these are read for their own proof, so that
/// both are read once. What each names is summed up, in whatever order, by hashes under a key that
/// is new each time: nobody can put two things into the index that make up for one.
class AuditIndexProof {
 public:
  static Result<AuditIndexProof> of(Session& session, std::int64_t chain);

  /// Each row of the chain.
  void see(const AuditRow& row);

  /// `last`: the number of the chain's last row. `saw_all`: whether each row was seen; otherwise,
  /// and where the sums differ, rows and index are compared part by part to say where. Nothing
  /// where all agrees, up to where the index is made.
  Result<std::optional<AuditIndexFault>> first_fault(Session& session, std::int64_t last,
                                                     bool saw_all) const;

 private:
  using Key = std::array<unsigned char, 16>;
  struct Sum {
    std::uint64_t hashes = 0;
    std::uint64_t count = 0;
    bool operator==(const Sum&) const = default;
  };

  AuditIndexProof(std::int64_t chain, std::optional<std::int64_t> made_to);
  void add(Sum& sum, std::int64_t number, std::string_view id) const;
  Result<bool> index_is_as_seen(Session& session) const;

  std::int64_t chain_;
  std::optional<std::int64_t> made_to_;  ///< Empty: not begun.
  Key key_{};
  Sum seen_{};
};

}  // namespace northlight::store
