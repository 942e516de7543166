#pragma once

#include <string>
#include <vector>

#include "domain/inspection.hpp"

/// Inspections for tests, as a reader would have made them.
namespace northlight::testing {

/// The published ratings and figures of East Sussex, September 2024, with findings in our own
/// words.
domain::PublishedInspection east_sussex();

/// An invented service whose report was read as text, with findings that point at its lines.
domain::PublishedInspection northmarsh_report();

/// So many invented services of which only the headline is known, as a ratings table has them.
std::vector<domain::PublishedInspection> headlines(int count);

}  // namespace northlight::testing
