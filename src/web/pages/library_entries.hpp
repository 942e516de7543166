#pragma once

#include <string>
#include <vector>

#include "report/library_entry.hpp"
#include "store/library.hpp"
#include "web/site.hpp"

/// The library as the printers of report/ want it.
namespace northlight::web {

/// What one list of the read API asks for, beyond what the library itself can filter.
struct EntryQuery {
  store::InspectionFilter filter{};
  std::string service{};  ///< A service's stable identifier; empty for all.
};

/// Every inspection asked for, latest first, with what the rules give.
Result<std::vector<report::InspectionEntry>> inspection_entries(const Site& site,
                                                                const EntryQuery& query);

/// Every service by name, with its inspections.
Result<std::vector<report::ServiceEntry>> service_entries(const Site& site);

Result<report::InspectionEntry> inspection_entry(const Site& site, std::string_view id);

}  // namespace northlight::web
