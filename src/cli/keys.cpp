#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/find_keys.hpp"
#include "cli/open_database.hpp"
#include "platform/clock.hpp"
#include "store/sealed_columns.hpp"

namespace northlight::cli {

ExitStatus keys_make(const KeysMakeOptions& options, Streams& streams) {
  const auto made = platform::Keys::make(options.file, platform::SystemClock().now());
  if (!made) return say_error(streams, made.error());
  streams.words << "Made " << options.file
                << ". Keep a copy of it apart from the database and its backups.\n";
  return ExitStatus::Done;
}

ExitStatus keys_rotate(const KeysRotateOptions& options, const DataFolders& data,
                       Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto file = key_file(options.keys, (*database)->url());
  if (!file)
    return say_error(streams, {ErrorCode::NotFound,
                               "No key file is named: say --keys FILE, or set NORTHLIGHT_KEYS"});
  const auto keys = platform::Keys::rotate(*file, platform::SystemClock().now());
  if (!keys) return say_error(streams, keys.error());
  const auto sealed = (*database)->write(
      [&](store::Transaction& transaction) { return store::seal_again(transaction, *keys); });
  if (!sealed) return say_error(streams, sealed.error());
  streams.words << "Added a key to " << file->string() << " and sealed "
                << counted(*sealed, "secret", "secrets")
                << " again. Start the server anew, so that it uses the new key.\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
