#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "reading/check_press.hpp"
#include "reading/check_report.hpp"
#include "web/request.hpp"
#include "web/site.hpp"

/// A report that came with a form, read and checked in memory. Nothing of it is kept.
namespace northlight::web {

struct UploadedReport {
  std::string text;  ///< As read, with line feeds alone.
  std::string note;  ///< What had to be done to read it; often empty.
  domain::PublishedInspection inspection;
  const framework::Edition* edition = nullptr;
  reading::Checked checked{};
  std::string press_text{};
  std::optional<reading::PressText> press{};
  std::vector<domain::Finding> press_findings{};
};

/// Reads the file "report" or, without one, the field "text"; and the field "press". The error's
/// `where` is "report" or "press": which of the two is at fault.
Result<UploadedReport> read_upload(const Request& request, const Site& site);

/// Whether a file was chosen at all: browsers send an empty one otherwise.
const UploadedFile* chosen_file(const Request& request, std::string_view field);

/// Line feeds alone, as forms send carriage returns before them.
std::string with_line_feeds(std::string_view text);

}  // namespace northlight::web
