#include "store/migrate.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "store/read_migrations.hpp"

namespace northlight::cli {

ExitStatus migrate(const MigrateOptions& options, const DataFolders& data, Streams& streams) {
  const auto schema = store::read_migrations(data.schema());
  if (!schema) return say_error(streams, schema.error());
  auto database = store::Database::open(options.database);
  if (!database) return say_error(streams, database.error());
  const auto steps = store::migrate(**database, *schema);
  if (!steps) return say_error(streams, steps.error());
  const std::string step = std::to_string(schema->size());
  streams.words << (*steps == 0 ? "Nothing to do: the database is at step " + step + ".\n"
                                : "Ran " + counted(*steps, "step", "steps") +
                                      ": the database is at step " + step + ".\n");
  return ExitStatus::Done;
}

}  // namespace northlight::cli
