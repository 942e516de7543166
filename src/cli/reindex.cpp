#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/open_database.hpp"
#include "forms/read_forms.hpp"
#include "store/audit_index.hpp"
#include "store/projections.hpp"

namespace northlight::cli {

ExitStatus reindex(const ReindexOptions& options, const DataFolders& data, Streams& streams) {
  const auto forms = forms::read_forms(data.forms());
  if (!forms) return say_error(streams, forms.error());
  auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto made = (*database)->write(
      [&](store::Transaction& transaction) { return store::reindex(transaction, *forms); });
  if (!made) return say_error(streams, made.error());
  streams.words << "Made " << counted(made->rows, "row", "rows") << " from "
                << counted(made->records, "record", "records") << ".\n";
  // The auditor's: the account that serves may not take it away.
  const auto forgotten = (*database)->write(
      [](store::Transaction& transaction) { return store::forget_audit_index(transaction); });
  if (!forgotten)
    say_note(streams,
             "the index of the log, by which rows are found for a child or a person, was left as "
             "it is: its owner alone may make it anew");
  else if (const auto indexed = store::index_audit(**database); !indexed)
    return say_error(streams, indexed.error());
  if (made->unreadable == 0) return ExitStatus::Done;
  say_note(streams, counted(made->unreadable, "version was", "versions were") +
                        " left out: the form is not in " + data.forms().string());
  return ExitStatus::Found;
}

}  // namespace northlight::cli
