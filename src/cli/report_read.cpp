#include "cli/commands.hpp"
#include "cli/open_document.hpp"
#include "cli/progress.hpp"
#include "cli/reading_text.hpp"
#include "cli/reading_tools.hpp"
#include "reading/check_report.hpp"
#include "report/reading_json.hpp"

namespace northlight::cli {
namespace {

/// What the file holds, with the findings of the check. A text that is no report has but the one
/// finding that says so.
domain::PublishedInspection read_one(const std::string& text, const ReadingTools& tools) {
  auto inspection = reading::read_and_check(text, tools.vocabulary, tools.editions);
  if (inspection) return *std::move(inspection);
  domain::PublishedInspection nothing;
  nothing.findings.push_back(reading::not_a_report_finding(inspection.error()));
  return nothing;
}

}  // namespace

ExitStatus report_read(const ReportReadOptions& options, const DataFolders& data,
                       Streams& streams) {
  const auto tools = reading_tools(data);
  if (!tools) return say_error(streams, tools.error());

  Json documents = Json::array();
  bool unusable = false;
  bool found = false;
  std::size_t read = 0;
  Progress progress(streams, "Reading", options.files.size());
  for (const auto& file : options.files) {
    progress.step(file);
    const auto text = open_document(file, streams, progress);
    if (!text) {
      say_error(streams, text.error());
      unusable = true;
      continue;
    }
    const auto inspection = read_one(*text, *tools);
    progress.clear();
    found = found || reading::has_errors(inspection.findings);
    if (options.format == Format::Json) {
      documents.add(report::reading_json(file, inspection));
    } else if (inspection.standards.empty()) {
      streams.data << check_text(file, inspection.findings, {});
    } else {
      streams.data << (read == 0 ? "" : "\n") << reading_text(file, inspection);
    }
    ++read;
  }
  // Of several files, those that could be read are printed even when another could not.
  if (options.format == Format::Json && read > 0) print(streams, documents);
  if (unusable) return ExitStatus::Unusable;
  return found ? ExitStatus::Found : ExitStatus::Done;
}

}  // namespace northlight::cli
