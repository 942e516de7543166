#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "reading/check_press.hpp"

/// What `northlight report read` and `northlight report check` print. Pure: they are handed values.
namespace northlight::reading {

/// One object of `report read --format json`. What the report does not state is null.
Json report_json(std::string_view file, const domain::PublishedInspection& inspection);

/// The facts as lines that read well aloud, for a terminal or a screen reader.
std::string report_text(std::string_view file, const domain::PublishedInspection& inspection);

/// What was found in one file, for `report check`.
struct CheckedFile {
  std::string file;
  std::vector<domain::Finding> findings{};
  std::vector<domain::ReaderQuestion> questions{};
  PressText press{};  ///< Of a press text only.
  bool is_press = false;
};

/// The array of `report check --format json`: {"file", "findings", "questions"} each, and "claims"
/// and "service" for a press text.
Json checks_json(const std::vector<CheckedFile>& files);
std::string checks_text(const std::vector<CheckedFile>& files);

/// 0, or 1 when a finding of any file is an error.
int exit_status_of(const std::vector<CheckedFile>& files);

/// A text with the name of the file that it came from.
struct NamedText {
  std::string file;
  std::string text;
};

/// The whole of `report check FILE --press FILE…`: the report first, then each press text, compared
/// with the report where it is about the same service.
std::vector<CheckedFile> check_files(const NamedText& report, const std::vector<NamedText>& press,
                                     const Vocabulary& vocabulary,
                                     std::span<const framework::Edition> editions);

}  // namespace northlight::reading
