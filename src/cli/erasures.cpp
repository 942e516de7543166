#include "base/text.hpp"
#include "cli/erasure_commands.hpp"
#include "cli/open_database.hpp"
#include "store/erasure_rest.hpp"

namespace northlight::cli {

Status apply_erasures(store::Database& database, const ErasuresApplyOptions& options,
                      Streams& streams) {
  // Told before anything is erased: what is erased has its documents in that folder.
  NL_TRY(folder, store::UploadFolder::of(database.url(), options.uploads));
  std::optional<std::string_view> key;
  if (options.public_key) key = *options.public_key;
  NL_TRY(lines, store::read_ledger(options.ledger, key));
  NL_TRY(missing, database.read(
                      [&](store::Session& session) { return store::not_done_in(session, lines); }));
  NL_TRY(count, store::erase_all_again(database, missing, platform::SystemClock().now()));
  NL_CHECK(store::remove_uploads(database, folder));
  NL_CHECK(store::sweep(database.url()));
  streams.words << "The ledger names "
                << counted(static_cast<long long>(lines.size()), "erasure", "erasures") << ". "
                << (count == 0 ? std::string("This database holds nothing of them.")
                               : "Erased again: " +
                                     counted(static_cast<long long>(count), "file", "files") + ".")
                << '\n';
  return done();
}

ExitStatus erasures_apply(const ErasuresApplyOptions& options, const DataFolders& data,
                          Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto applied = apply_erasures(**database, options, streams);
  return applied ? ExitStatus::Done : say_error(streams, applied.error());
}

ExitStatus erasures_ledger(const ErasuresLedgerOptions& options, const DataFolders& data,
                           Streams& streams) {
  const auto key = platform::SigningKey::read(options.signing_key);
  if (!key) return say_error(streams, key.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto all = (*database)->read(
      [](store::Session& session) { return store::erasures(session, store::Which::All); });
  if (!all) return say_error(streams, all.error());
  streams.data << store::made_ledger(*key, *all);
  return ExitStatus::Done;
}

ExitStatus erasures_sweep(const ErasuresSweepOptions& options, const DataFolders& data,
                          Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto swept = store::sweep((*database)->url());
  if (!swept) return say_error(streams, swept.error());
  streams.words << "The database is rewritten: what was erased is in none of its files.\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
