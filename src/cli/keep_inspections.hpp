#pragma once

#include <span>

#include "base/result.hpp"
#include "cli/streams.hpp"
#include "domain/inspection.hpp"
#include "store/database.hpp"

namespace northlight::cli {

/// Keeps all of them or none, and says how many were new, changed or known already.
Status keep_inspections(store::Database& database,
                        std::span<const domain::PublishedInspection> inspections, Streams& streams);

}  // namespace northlight::cli
