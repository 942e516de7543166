#include "store/erasure_rest.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "store/file_handle.hpp"

namespace northlight::store {
namespace {

namespace fs = std::filesystem;

/// The log holds pages as they were before; taking it into the database empties it. While somebody
/// reads an older moment it stays, until the next time.
Result<Finished> empty_log(const DatabaseUrl& url) {
  if (url.engine != Engine::Sqlite) return Finished::Wholly;
  NL_TRY(session, Transaction::open(url, SessionUse::Write));
  NL_CHECK(session->run_as_is("pragma busy_timeout = 1000"));  // Somebody waits for the answer.
  NL_TRY(
      said,
      (session->row<std::int64_t, std::int64_t, std::int64_t>("pragma wal_checkpoint(truncate)")));
  const bool busy = !said || std::get<0>(*said) != 0;
  return busy ? Finished::LogWaits : Finished::Wholly;
}

Status write_ledger(Database& database, const LedgerPlace& ledger, platform::Instant now) {
  NL_TRY(due, database.read([](Session& session) { return erasures(session, Which::Unwritten); }));
  if (due.empty()) return done();
  // A crash between the two may have left it in the ledger already.
  std::vector<Erasure> fresh = due;
  if (fs::exists(ledger.file)) {
    NL_TRY(lines, read_ledger(ledger.file));
    std::erase_if(fresh, [&](const Erasure& each) {
      return std::ranges::find(lines, each, &LedgerLine::erasure) != lines.end();
    });
  }
  NL_CHECK(add_to_ledger(ledger.file, ledger.key, fresh));
  return database.write(
      [&](Transaction& transaction) { return note_written(transaction, due, now); });
}

Status remove_content(const fs::path& place) {
  if (::unlink(place.c_str()) != 0 && errno != ENOENT) return file_error(errno, "remove", place);
  return done();
}

}  // namespace

Result<std::size_t> remove_uploads(Database& database, const UploadFolder& folder) {
  NL_TRY(due, database.read([](Session& session) {
    return session.rows<std::string>("select hash from upload_to_remove order by hash");
  }));
  std::size_t removed = 0;
  for (const auto& hash : due) {
    // Whoever sends the same content in at this moment waits for this row, or this for them.
    NL_TRY(gone, database.write([&](Transaction& transaction) -> Result<bool> {
      NL_TRY(noted,
             transaction.run("delete from upload_to_remove where hash = :hash", {{"hash", hash}}));
      NL_TRY(held, transaction.value<std::int64_t>("select count(*) from upload where hash = :hash",
                                                   {{"hash", hash}}));
      if (noted == 0 || held > 0) return false;
      NL_CHECK(remove_content(folder.place_of(hash)));
      return true;
    }));
    if (gone) ++removed;
  }
  return removed;
}

Result<Finished> ErasureRest::finish(platform::Instant now) {
  const std::scoped_lock lock(one_at_a_time_);
  put_off_ = true;
  NL_CHECK(write_ledger(database_, ledger_, now));
  if (uploads_) NL_CHECK(remove_uploads(database_, *uploads_));
  NL_TRY(finished, empty_log(database_.url()));
  put_off_ = finished != Finished::Wholly;
  return finished;
}

Status ErasureRest::finish_put_off(platform::Instant now) {
  {
    const std::scoped_lock lock(one_at_a_time_);
    if (!put_off_) return done();
  }
  NL_CHECK(finish(now));
  return done();
}

Result<std::vector<Erasure>> not_done_in(Session& session, const std::vector<LedgerLine>& lines) {
  NL_TRY(known, erasures(session, Which::All));
  std::vector<Erasure> missing;
  for (const auto& line : lines) {
    if (std::ranges::find(known, line.erasure) != known.end()) continue;
    const auto file = line.erasure.file.text();
    NL_TRY(there,
           session.row<std::string>("select id from file where id = :file and erased_at is null",
                                    {{"file", file}}));
    if (there) missing.push_back(line.erasure);
  }
  return missing;
}

Result<std::size_t> erase_all_again(Database& database, const std::vector<Erasure>& erasures,
                                    platform::Instant now) {
  std::size_t count = 0;
  for (const auto& each : erasures) {
    NL_TRY(there, database.write([&](Transaction& transaction) {
      return erase_again(transaction, each, now);
    }));
    if (there) ++count;
  }
  return count;
}

Result<std::vector<Erasure>> ErasureRest::not_done_here() {
  if (!fs::exists(ledger_.file)) return std::vector<Erasure>{};
  NL_TRY(lines, read_ledger(ledger_.file));
  return database_.read([&](Session& session) { return not_done_in(session, lines); });
}

Status sweep(const DatabaseUrl& url) {
  NL_TRY(session, Transaction::open(url, SessionUse::Write));
  NL_CHECK(session->run_as_is(url.engine == Engine::Sqlite ? "vacuum" : "vacuum (full)"));
  NL_TRY(finished, empty_log(url));
  if (finished == Finished::LogWaits)
    return Error{ErrorCode::Conflict,
                 "The database was rewritten, but its log still holds what it was before: somebody "
                 "reads it. Stop whatever uses the database, and do this again",
                 url.shown()};
  return done();
}

}  // namespace northlight::store
