#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// Taking away what a file holds. What is left of it are ids: the row of `file` with the moment, a
/// row of `erasure` for the ledger outside the database, and the line of the audit trail, which
/// whoever calls adds in the same transaction (accounts::Gate does).
namespace northlight::store {

enum class ErasureKind {
  Erased,   ///< All of it.
  Reduced,  ///< Its records; who, when and which cases is left.
};

std::string_view code(ErasureKind kind);  ///< "erased", "reduced"
std::optional<ErasureKind> parse_erasure_kind(std::string_view code);

struct Erasure {
  domain::FileId file;
  domain::OrganisationId service;
  ErasureKind kind = ErasureKind::Erased;
  platform::Instant at{};

  friend bool operator==(const Erasure&, const Erasure&) = default;
};

/// Takes away every record, version, draft, projection, name, case, allocation, sight, mark, link,
/// share, kept form and decision of the file, and its key. Fails with Conflict while a legal hold
/// lies on it, and with NotFound where it is gone already.
Status erase_file(Transaction& transaction, const Grant& grant);

/// Takes away the records of the file, its key, its uploads, and what was shared and sent in; who,
/// when and which cases stays. Conflict under a legal hold.
Status reduce_file(Transaction& transaction, const Grant& grant);

/// Does to a restored database what was done after its backup was made, whatever marks lie on the
/// file in it, and adds the line to the trail. For `restore` alone. False where the file is not
/// there, or was erased already.
Result<bool> erase_again(Transaction& transaction, const Erasure& erasure, platform::Instant now);

/// Of this database, in the order of time; those that no ledger holds yet where `unwritten`.
enum class Which { All, Unwritten };
Result<std::vector<Erasure>> erasures(Session& session, Which which);
Status note_written(Transaction& transaction, const std::vector<Erasure>& written,
                    platform::Instant at);

/// Every table that holds something of a file, in the order in which it is taken away. A table that
/// is neither here nor among those that stay fails a test (tests/store/erasure_test.cpp).
std::vector<std::string_view> tables_of_a_file();

}  // namespace northlight::store
