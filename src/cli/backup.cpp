#include "store/backup.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/open_database.hpp"
#include "cli/people_parts.hpp"
#include "platform/clock.hpp"
#include "store/audit_log.hpp"

namespace northlight::cli {

ExitStatus backup(const BackupOptions& options, const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  // Before it is made: a copy of every file is never without its line, and holds it.
  const auto noted = (*database)->write([](store::Transaction& transaction) {
    return store::append_audit(transaction, {.at = platform::SystemClock().now(),
                                             .operation = store::AuditOperation::Disclosure,
                                             .action = "backup-begun",
                                             .recipient = "whoever holds the backup",
                                             .source = std::string(from_here)});
  });
  if (!noted) return say_error(streams, noted.error());
  const auto manifest = store::backup(**database, options.file, options.uploads);
  if (!manifest) return say_error(streams, manifest.error());
  streams.words << options.file << " holds "
                << counted(static_cast<long long>(manifest->tables.size()), "table", "tables")
                << " at step " << manifest->schema << ", as they stood at one moment.\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
