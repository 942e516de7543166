#include "cli/open_database.hpp"
#include "cli/people_commands.hpp"
#include "cli/people_parts.hpp"

namespace northlight::cli {

ExitStatus organisation_add(const OrganisationAddOptions& options, const DataFolders& data,
                            Streams& streams) {
  const auto kind = kind_of(options.kind);
  if (!kind) return say_error(streams, kind.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto now = platform::SystemClock().now();
  const auto slug = options.slug.value_or(short_name_of(options.name));
  const auto added = (*database)->write([&](store::Transaction& transaction) -> Status {
    NL_TRY(id, accounts::add_organisation(transaction, {.at = now}, *kind, options.name, slug));
    return note(transaction, now, id, "organisation-add", std::nullopt);
  });
  if (!added) return say_error(streams, as_typed_here(added.error()));
  streams.words << "Added " << options.name << " as '" << slug
                << "'. To add its first administrator: northlight person add\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
