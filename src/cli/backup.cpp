#include "store/backup.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/open_database.hpp"

namespace northlight::cli {

ExitStatus backup(const BackupOptions& options, const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto manifest = store::backup(**database, options.file, options.uploads);
  if (!manifest) return say_error(streams, manifest.error());
  streams.words << options.file << " holds "
                << counted(static_cast<long long>(manifest->tables.size()), "table", "tables")
                << " at step " << manifest->schema << ", as they stood at one moment.\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
