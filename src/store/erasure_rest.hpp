#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

#include "base/result.hpp"
#include "platform/clock.hpp"
#include "platform/signature.hpp"
#include "store/database.hpp"
#include "store/erasure_ledger.hpp"
#include "store/uploads.hpp"

namespace northlight::store {

/// Where the ledger stands and what signs it, which outlives this: a key that is made in passing is
/// refused.
struct LedgerPlace {
  LedgerPlace(std::filesystem::path where, const platform::SigningKey& signs)
      : file(std::move(where)), key(signs) {}
  LedgerPlace(std::filesystem::path where, const platform::SigningKey&& signs) = delete;

  std::filesystem::path file;
  const platform::SigningKey& key;
};

/// Whether nothing is left to do, or what still lies in SQLite's log.
enum class Finished { Wholly, LogWaits };

/// What an erasure leaves to do outside its transaction: its line of the ledger, content of uploads
/// that no file holds any longer, and what still lies in SQLite's log. Each is noted in the
/// database until it is done, so that a crash puts it off and loses nothing. May be asked from any
/// thread; one works at a time.
class ErasureRest {
 public:
  ErasureRest(Database& database, LedgerPlace ledger, std::optional<UploadFolder> uploads)
      : database_(database), ledger_(std::move(ledger)), uploads_(std::move(uploads)) {}

  /// Does all that is due. An erasure is answered for once this has returned. `LogWaits` while
  /// somebody reads SQLite's database as it was before: its log holds it until the next time.
  Result<Finished> finish(platform::Instant now);
  /// The same where the last time could not do all of it; nothing otherwise.
  Status finish_put_off(platform::Instant now);

  /// Erasures of the ledger that this database has not seen: it was restored from a backup that is
  /// older than they are, and must not serve before they are done again.
  Result<std::vector<Erasure>> not_done_here();

 private:
  Database& database_;
  LedgerPlace ledger_;
  std::optional<UploadFolder> uploads_;
  std::mutex one_at_a_time_;
  bool put_off_ = false;
};

/// Of these, those that the database does not know.
Result<std::vector<Erasure>> not_done_in(Session& session, const std::vector<LedgerLine>& lines);

/// Does them again, each in a transaction of its own; says how many there were to do.
Result<std::size_t> erase_all_again(Database& database, const std::vector<Erasure>& erasures,
                                    platform::Instant now);

/// Takes away content that no file holds any longer. Says how much was taken away.
Result<std::size_t> remove_uploads(Database& database, const UploadFolder& folder);

/// Rewrites what the database keeps on the disk, so that nothing of what was erased is left in its
/// pages: SQLite's file and log (Conflict while somebody reads it); PostgreSQL's tables (its own
/// write-ahead log and backups go their own way: docs/operations.md). By the owner of the database,
/// while nobody is served.
Status sweep(const DatabaseUrl& url);

}  // namespace northlight::store
