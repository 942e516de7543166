#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/find_keys.hpp"
#include "cli/open_database.hpp"
#include "forms/read_forms.hpp"
#include "store/audit_index.hpp"
#include "store/projections.hpp"
#include "store/prove_versions.hpp"

namespace northlight::cli {
namespace {

/// What was made, and which versions are not what was recorded.
struct Made {
  store::Reindexed tables;
  store::ProvedVersions proved{};
};

/// Proves first, where there are keys: that keeps nobody from writing. Only then are the tables
/// made.
Result<Made> make_again(store::Database& database, const forms::Forms& forms,
                        const Result<platform::Keys>& keys) {
  Made made;
  if (keys) {
    NL_TRY(proved, store::prove_versions(database, *keys));
    made.proved = std::move(proved);
  }
  NL_TRY(tables, database.write([&](store::Transaction& transaction) {
    return store::reindex(transaction, forms, made.proved);
  }));
  made.tables = tables;
  return made;
}

void tell_changed(const store::ProvedVersions& proved, Streams& streams) {
  for (const auto& one : proved.changed)
    streams.data << "Version " << one.n << " of record " << one.record.text() << " in file "
                 << one.file.text()
                 << " is not what was recorded: its hash does not agree. It was left out of the "
                    "tables. Look for it in a backup.\n";
  for (const auto& file : proved.unopened)
    streams.data << "The key of file " << file.text()
                 << " is gone or does not open with these keys: whether its versions are what was "
                    "recorded was not proved. What the tables hold of it was left as it is. Look "
                    "for the key in a backup.\n";
}

}  // namespace

ExitStatus reindex(const ReindexOptions& options, const DataFolders& data, Streams& streams) {
  const auto forms = forms::read_forms(data.forms());
  if (!forms) return say_error(streams, forms.error());
  auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto url = store::DatabaseUrl::parse(options.database);
  if (!url) return say_error(streams, url.error());
  const auto keys = find_keys(options.keys, *url);
  if (options.keys && !keys) return say_error(streams, keys.error());
  const auto done = make_again(**database, *forms, keys);
  if (!done) return say_error(streams, done.error());
  const auto* const made = &done->tables;
  streams.words << "Made " << counted(made->rows, "row", "rows") << " from "
                << counted(made->records, "record", "records") << ".\n";
  if (!keys && made->records > 0)
    say_note(streams,
             "whether each version is what was recorded was not proved. " + keys.error().message);
  tell_changed(done->proved, streams);
  // The auditor's: the account that serves may not take it away.
  const auto forgotten = (*database)->write(
      [](store::Transaction& transaction) { return store::forget_audit_index(transaction); });
  if (!forgotten)
    say_note(streams,
             "the index of the log, by which rows are found for a child or a person, was left as "
             "it is: its owner alone may make it anew");
  else if (const auto indexed = store::index_audit(**database); !indexed)
    return say_error(streams, indexed.error());
  if (made->unreadable == 0)
    return done->proved.changed.empty() && done->proved.unopened.empty() ? ExitStatus::Done
                                                                         : ExitStatus::Found;
  say_note(streams, counted(made->unreadable, "version was", "versions were") +
                        " left out: the form is not in " + data.forms().string());
  return ExitStatus::Found;
}

}  // namespace northlight::cli
