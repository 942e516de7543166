#pragma once

#include <vector>

#include "base/json.hpp"
#include "report/library_entry.hpp"

/// The library as JSON, as `/api/v1` answers it. The schema of each document stands in
/// openapi.json; a fact that the source does not state is null, never nought and never left out.
namespace northlight::report {

/// Everything known of one inspection.
Json inspection_document(const InspectionEntry& entry);

/// One page of inspections, each in short.
Json inspections_document(const std::vector<InspectionEntry>& entries, const PageOfList& page);

/// One page of services.
Json services_document(const std::vector<ServiceEntry>& services, const PageOfList& page);

}  // namespace northlight::report
