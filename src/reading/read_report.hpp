#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

/// Reads the text of a published report, as `pdftotext -layout` prints it or as it is copied from a
/// web page: ratings, percentages with the counts behind them, score, findings, recommendations,
/// samples, dates and figures about the area, each with its line.
///
/// What the text does not state stays absent: nothing is guessed and nothing is worked out from the
/// rules. The edition is the one whose standards the report names; absent where several fit.
/// Refuses (Invalid) a text that is no such report, and says what was looked for.
///
///   NL_TRY(inspection, read_report(text, vocabulary));
///   inspection.standards[4].key_questions[0].share->text()  // "8 of 13"
Result<domain::PublishedInspection> read_report(std::string_view text,
                                                const Vocabulary& vocabulary);

}  // namespace northlight::reading
