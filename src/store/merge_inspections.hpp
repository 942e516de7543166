#pragma once

#include <vector>

#include "domain/inspection.hpp"

namespace northlight::store {

/// One inspection out of what each kind of source states of it, in any order; at most one of each
/// kind.
///
/// A published report comes before our summary, that before a ratings table. The first decides, and
/// what it leaves unknown is filled from the next: nothing known is overwritten by unknown. Filled
/// in are single facts, each standard and each key question by its id, and whole lists that the
/// first has empty. Findings, questions and the text stand together: they come from the first that
/// has the text. A line number is kept only beside the text that it counts in.
///
/// To a published report, our summary adds headline facts alone: names, edition, dates, score,
/// ratings, cases and key questions. Words (strengths, areas, recommendations, notes) and the
/// figures between them are the report's or nobody's, so that ours never pass for its own.
///
/// Only other kinds of source fill in. A later reading of the same kind takes the place of the
/// earlier one, whole: what it no longer states is gone (store/put_inspection.hpp).
domain::PublishedInspection merge(std::vector<domain::PublishedInspection> sources);

}  // namespace northlight::store
