#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

/// What a check found, and what a lead inspector would want to look at again.
struct Checked {
  std::vector<domain::Finding> findings{};
  std::vector<domain::ReaderQuestion> questions{};
};

bool has_errors(const std::vector<domain::Finding>& findings);

/// Holds a published inspection against itself and against the rules of its edition.
///
/// Notices: rating-departs-from-rule (only when exact and printed percentages both disagree with
/// the published rating), quotation-missing, repeated-item. Errors: score-mismatch,
/// overall-mismatch, percent-impossible, sample-sum-mismatch, count-exceeds-sample,
/// recommendation-count-mismatch, recommendation-numbering. Without an edition, what needs its
/// rules is left out; without the text of a report, what is found in its words.
Checked check_report(const domain::PublishedInspection& inspection,
                     const framework::Edition* edition);

/// Reads a report and checks it in one go: its findings and questions are in the inspection.
Result<domain::PublishedInspection> read_and_check(std::string_view text,
                                                   const Vocabulary& vocabulary,
                                                   std::span<const framework::Edition> editions);

/// The finding for a text that could not be read as a report.
domain::Finding not_a_report_finding(const Error& error);

}  // namespace northlight::reading
