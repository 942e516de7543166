#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/data_folders.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "reading/check_report.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::cli {

/// The editions and the words in them that a report is read with.
struct ReadingTools {
  std::vector<framework::Edition> editions;
  reading::Vocabulary vocabulary;

  const framework::Edition* find(const std::optional<std::string>& edition) const;
};
Result<ReadingTools> reading_tools(const DataFolders& data);

/// A report that was read and checked. A text that is no report is not an error but has the one
/// finding "not-a-report".
struct OpenedReport {
  domain::PublishedInspection inspection;
  std::vector<std::string> notes{};  ///< What had to be done to read the file.
  bool is_report = true;
};

/// Opens a PDF or text, reads and checks it; the inspection holds its findings and questions.
/// Fails when the file cannot be opened or holds no text.
Result<OpenedReport> open_report(const std::string& file, const ReadingTools& tools);

bool has_errors(const std::vector<domain::Finding>& findings);

}  // namespace northlight::cli
