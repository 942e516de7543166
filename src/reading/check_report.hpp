#pragma once

#include <vector>

#include "domain/inspection.hpp"

namespace northlight::framework {
struct Edition;
}

namespace northlight::reading {

/// What a check found, and what a lead inspector would want to look at again.
struct Checked {
  std::vector<domain::Finding> findings{};
  std::vector<domain::ReaderQuestion> questions{};

  bool has_errors() const;
};

/// Holds a published report against itself and against the rules of its edition.
///
/// Notices: rating-departs-from-rule (only when exact and printed percentages both disagree with
/// the published rating), quotation-missing, repeated-item. Errors: score-mismatch,
/// overall-mismatch, percent-impossible, sample-sum-mismatch, count-exceeds-sample,
/// recommendation-count-mismatch, recommendation-numbering. Without an edition, what needs its
/// rules is left out.
Checked check_report(const domain::PublishedInspection& inspection,
                     const framework::Edition* edition);

}  // namespace northlight::reading
