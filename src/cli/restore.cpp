#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/erasure_commands.hpp"
#include "cli/open_database.hpp"
#include "store/backup.hpp"
#include "store/read_migrations.hpp"
#include "store/uploads.hpp"

namespace northlight::cli {
namespace {

ExitStatus erase_again(const RestoreOptions& options, const std::string& ledger,
                       const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto applied = apply_erasures(**database,
                                      {.ledger = ledger,
                                       .database = options.database,
                                       .uploads = options.uploads,
                                       .public_key = options.public_key},
                                      streams);
  return applied ? ExitStatus::Done : say_error(streams, applied.error());
}

}  // namespace

ExitStatus restore(const RestoreOptions& options, const DataFolders& data, Streams& streams) {
  const auto schema = store::read_migrations(data.schema());
  if (!schema) return say_error(streams, schema.error());
  if (options.erasures) {  // Told before anything is restored: erasing again takes documents away.
    const auto url = store::DatabaseUrl::parse(options.database);
    if (!url) return say_error(streams, url.error());
    const auto folder = store::UploadFolder::of(*url, options.uploads);
    if (!folder) return say_error(streams, folder.error());
  }
  const auto manifest = store::restore(options.file, options.database, *schema, options.uploads);
  if (!manifest) return say_error(streams, manifest.error());
  streams.words << "Restored "
                << counted(static_cast<long long>(manifest->tables.size()), "table", "tables")
                << " at step " << manifest->schema << " and compared each with the backup.\n";
  if (manifest->schema < static_cast<std::int64_t>(schema->size())) {
    say_note(streams, "the backup is of an older schema: run northlight migrate next");
    if (options.erasures)
      say_note(streams,
               "nothing is erased again yet: after migrating, run northlight erasures apply");
    return ExitStatus::Done;
  }
  if (options.erasures) return erase_again(options, *options.erasures, data, streams);
  return ExitStatus::Done;
}

}  // namespace northlight::cli
