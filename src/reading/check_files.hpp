#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "reading/check_press.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

/// A text with the name of the file that it came from.
struct NamedText {
  std::string file;
  std::string text;
};

/// What was found in one file.
struct CheckedFile {
  std::string file;
  std::vector<domain::Finding> findings{};
  std::vector<domain::ReaderQuestion> questions{};
  PressText press{};  ///< What a press text claims; empty for the report.
  bool is_press = false;
};

/// The whole of `report check FILE --press FILE…`: the report first, then each press text, compared
/// with the report where it is about the same service. A text that is no report has the one finding
/// not-a-report.
std::vector<CheckedFile> check_files(const NamedText& report, std::span<const NamedText> press,
                                     const Vocabulary& vocabulary,
                                     std::span<const framework::Edition> editions);

}  // namespace northlight::reading
