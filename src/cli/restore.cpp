#include "base/text.hpp"
#include "cli/commands.hpp"
#include "store/backup.hpp"
#include "store/read_migrations.hpp"

namespace northlight::cli {

ExitStatus restore(const RestoreOptions& options, const DataFolders& data, Streams& streams) {
  const auto schema = store::read_migrations(data.schema());
  if (!schema) return say_error(streams, schema.error());
  const auto manifest = store::restore(options.file, options.database, *schema, options.uploads);
  if (!manifest) return say_error(streams, manifest.error());
  streams.words << "Restored "
                << counted(static_cast<long long>(manifest->tables.size()), "table", "tables")
                << " at step " << manifest->schema << " and compared each with the backup.\n";
  if (manifest->schema < static_cast<std::int64_t>(schema->size()))
    say_note(streams, "the backup is of an older schema: run northlight migrate next");
  return ExitStatus::Done;
}

}  // namespace northlight::cli
