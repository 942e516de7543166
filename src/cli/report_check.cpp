#include <algorithm>

#include "cli/commands.hpp"
#include "cli/open_document.hpp"
#include "cli/reading_text.hpp"
#include "cli/reading_tools.hpp"
#include "reading/check_files.hpp"
#include "reading/check_report.hpp"
#include "report/reading_json.hpp"

namespace northlight::cli {
namespace {

Json as_json(const reading::CheckedFile& checked) {
  Json entry = Json::object({{"file", checked.file},
                             {"findings", report::findings_json(checked.findings)},
                             {"questions", report::questions_json(checked.questions)}});
  if (!checked.is_press) return entry;
  Json claims = Json::array();
  for (const auto& claim : checked.press.claims)
    claims.add(Json::object({{"what", claim.what}, {"value", claim.value}, {"line", claim.line}}));
  const auto& service = checked.press.service;
  entry.set("service", service.empty() ? Json{} : Json(service));
  return entry.set("claims", std::move(claims));
}

std::string as_text(const reading::CheckedFile& checked) {
  std::string text = check_text(checked.file, checked.findings, checked.questions);
  for (const auto& claim : checked.press.claims)
    text += checked.file + ":" + std::to_string(claim.line) + ": claims " + claim.what + ": " +
            claim.value + '\n';
  return text;
}

}  // namespace

ExitStatus report_check(const ReportCheckOptions& options, const DataFolders& data,
                        Streams& streams) {
  const auto tools = reading_tools(data);
  if (!tools) return say_error(streams, tools.error());
  Progress progress(streams, "Reading", 1 + options.press.size());
  progress.step(options.file);
  const auto report = open_document(options.file, streams, progress);
  if (!report) return say_error(streams, report.error());
  std::vector<reading::NamedText> press;
  for (const auto& file : options.press) {
    progress.step(file);
    auto text = open_document(file, streams, progress);
    if (!text) return say_error(streams, text.error());
    press.push_back({file, *std::move(text)});
  }

  const auto files =
      reading::check_files({options.file, *report}, press, tools->vocabulary, tools->editions);
  if (options.format == Format::Json) {
    Json documents = Json::array();
    for (const auto& checked : files) documents.add(as_json(checked));
    print(streams, documents);
  } else {
    for (const auto& checked : files) streams.data << as_text(checked);
  }
  const bool errors = std::ranges::any_of(files, [](const reading::CheckedFile& checked) {
    return reading::has_errors(checked.findings);
  });
  return errors ? ExitStatus::Found : ExitStatus::Done;
}

}  // namespace northlight::cli
