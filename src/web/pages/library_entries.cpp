#include "web/pages/library_entries.hpp"

#include <algorithm>
#include <map>

#include "report/computed_ratings.hpp"

namespace northlight::web {
namespace {

report::InspectionEntry entry_of(const Site& site, const store::KeptInspection& kept) {
  const auto* edition = site.find_edition(kept.facts.edition.value_or(std::string()));
  return {.id = kept.id,
          .service = kept.service_slug,
          .inspection = kept.facts,
          .computed = report::computed_ratings(edition, kept.facts)};
}

}  // namespace

Result<std::vector<report::InspectionEntry>> inspection_entries(const Site& site,
                                                                const EntryQuery& query) {
  std::vector<report::InspectionEntry> out;
  NL_CHECK(site.library.each(query.filter, [&](const store::KeptInspection& kept) {
    if (query.service.empty() || kept.service_slug == query.service)
      out.push_back(entry_of(site, kept));
    return done();
  }));
  return out;
}

Result<std::vector<report::ServiceEntry>> service_entries(const Site& site) {
  std::map<std::string, report::ServiceEntry> by_id;
  NL_CHECK(site.library.each({}, [&](const store::KeptInspection& kept) {
    auto& service = by_id[kept.service_slug];
    service.id = kept.service_slug;
    if (service.name.empty()) service.name = kept.facts.service;
    if (service.full_name.empty()) service.full_name = kept.facts.service_full_name;
    service.inspections.push_back(kept.id);
    return done();
  }));
  std::vector<report::ServiceEntry> out;
  for (auto& [id, service] : by_id) out.push_back(std::move(service));
  std::ranges::stable_sort(out, {}, &report::ServiceEntry::name);
  return out;
}

Result<report::InspectionEntry> inspection_entry(const Site& site, std::string_view id) {
  NL_TRY(kept, site.library.inspection(id));
  return entry_of(site, kept);
}

}  // namespace northlight::web
