#include "cli/commands.hpp"
#include "cli/open_database.hpp"
#include "cli/server_run.hpp"

namespace northlight::cli {

ExitStatus serve(const ServeOptions& options, const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  return run_server(**database,
                    {.listen = options.listen,
                     .metrics = options.metrics,
                     .base_url = options.base_url,
                     .behind_tls = options.behind_tls},
                    data, streams);
}

}  // namespace northlight::cli
