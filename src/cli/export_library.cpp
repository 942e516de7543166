#include <algorithm>

#include "cli/commands.hpp"
#include "cli/open_database.hpp"
#include "framework/read_framework.hpp"
#include "report/attribution.hpp"
#include "report/computed_ratings.hpp"
#include "report/inspection_json.hpp"
#include "store/sql_library.hpp"

namespace northlight::cli {

ExitStatus export_library(const ExportOptions& options, const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto editions = framework::read_editions(data.frameworks());
  if (!editions) return say_error(streams, editions.error());
  const auto edition_of = [&](const store::KeptInspection& kept) -> const framework::Edition* {
    const auto found = std::ranges::find_if(*editions, [&](const framework::Edition& edition) {
      return edition.code.text() == kept.facts.edition;
    });
    return found == editions->end() ? nullptr : &*found;
  };
  store::SqlLibrary library(**database);
  Json inspections = Json::array();
  const auto seen = library.each({}, [&](const store::KeptInspection& kept) {
    inspections.add(
        report::inspection_document({kept.id, kept.service_slug, kept.facts,
                                     report::computed_ratings(edition_of(kept), kept.facts)}));
    return done();
  });
  if (!seen) return say_error(streams, seen.error());
  Json document = report::attributed();
  document.set("inspections", std::move(inspections));
  print(streams, document);
  return ExitStatus::Done;
}

}  // namespace northlight::cli
