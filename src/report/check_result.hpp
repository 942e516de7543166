#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "reading/check_press.hpp"
#include "reading/check_report.hpp"
#include "report/library_entry.hpp"

/// What a reader is shown of a published report that was read and checked.
namespace northlight::report {

/// One line of the text that was handed in.
struct TextLine {
  domain::Line number = 0;
  std::string text;
  bool is_meant = false;  ///< The line that the finding is about.
};

/// Something found, with the place in the text.
struct PlacedFinding {
  std::string code;  ///< Empty of a question.
  std::string where;
  std::string message;
  std::optional<domain::Line> line{};
  std::vector<TextLine> context{};
};

struct CheckedStandard {
  domain::StandardResult published;
  std::string domain;   ///< "Court disposals"; empty when the edition is not known.
  std::string by_rule;  ///< What the rule gives; empty where it cannot be said.
  bool departs = false;
  std::vector<std::string> lens_names{};  ///< One for each key question, in their order.
};

struct CheckResult {
  domain::PublishedInspection inspection;
  std::string edition_title;  ///< Empty when the edition is not known.
  std::vector<CheckedStandard> standards{};
  std::vector<PlacedFinding> errors{};
  std::vector<PlacedFinding> notices{};
  std::vector<PlacedFinding> questions{};
  std::vector<std::string>
      not_found{};  ///< What such a report usually states and this one does not.
  std::optional<reading::PressText> press{};
  std::vector<PlacedFinding> press_findings{};
  std::string note;  ///< What had to be done to read the file; often empty.

  std::size_t percentages() const;
  std::size_t rated() const;
};

/// The lines of a text, without their line ends; a carriage return before a line feed is part of
/// the line end.
std::vector<std::string> lines_of(std::string_view text);

/// Arranges what reading and checking gave. `lines` is the text that was read.
CheckResult check_result(domain::PublishedInspection inspection, const reading::Checked& checked,
                         const framework::Edition* edition, const std::vector<std::string>& lines,
                         std::vector<ComputedRating> computed);

/// The press text's own findings and claims, beside the report's.
void add_press(CheckResult& result, reading::PressText press,
               const std::vector<domain::Finding>& findings,
               const std::vector<std::string>& press_lines);

}  // namespace northlight::report
