#include "cli/commands.hpp"
#include "cli/open_database.hpp"
#include "report/attribution.hpp"
#include "report/inspection_json.hpp"
#include "store/sql_library.hpp"

namespace northlight::cli {

ExitStatus export_library(const ExportOptions& options, const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  store::SqlLibrary library(**database);
  Json inspections = Json::array();
  const auto seen = library.each({}, [&](const store::KeptInspection& kept) {
    inspections.add(report::inspection_document({kept.id, kept.service_slug, kept.facts, {}}));
    return done();
  });
  if (!seen) return say_error(streams, seen.error());
  Json document = report::attributed();
  document.set("inspections", std::move(inspections));
  print(streams, document);
  return ExitStatus::Done;
}

}  // namespace northlight::cli
