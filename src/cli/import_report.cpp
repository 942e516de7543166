#include "cli/commands.hpp"
#include "cli/keep_inspections.hpp"
#include "cli/open_database.hpp"
#include "cli/open_document.hpp"
#include "cli/reading_tools.hpp"
#include "reading/check_report.hpp"

namespace northlight::cli {
namespace {

Error nothing_kept(Error error, const std::string& file) {
  error.where = file;
  error.message += "\nNothing was kept.";
  return error;
}

}  // namespace

ExitStatus import_report(const ImportReportOptions& options, const DataFolders& data,
                         Streams& streams) {
  const auto tools = reading_tools(data);
  if (!tools) return say_error(streams, tools.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());

  std::vector<domain::PublishedInspection> inspections;
  bool found = false;
  Progress progress(streams, "Reading", options.files.size());
  for (const auto& file : options.files) {
    progress.step(file);
    const auto text = open_document(file, streams, progress);
    if (!text) return say_error(streams, nothing_kept(text.error(), file));
    auto inspection = reading::read_and_check(*text, tools->vocabulary, tools->editions);
    if (!inspection) return say_error(streams, nothing_kept(inspection.error(), file));
    for (const auto& finding : inspection->findings)
      say_note(streams, file + ": " + finding.code + ": " + finding.message);
    found = found || reading::has_errors(inspection->findings);
    inspections.push_back(*std::move(inspection));
  }
  if (const auto kept = keep_inspections(**database, inspections, streams); !kept)
    return say_error(streams, kept.error());
  return found ? ExitStatus::Found : ExitStatus::Done;
}

}  // namespace northlight::cli
