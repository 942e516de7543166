#pragma once

#include "store/database.hpp"
#include "store/library.hpp"

namespace northlight::store {

/// The library in the tables of schema/0001-library.sql. The database must outlive it and be
/// migrated; it may be used from many threads.
class SqlLibrary final : public Library {
 public:
  explicit SqlLibrary(Database& database) : database_(database) {}

  Result<std::vector<PutResult>> put_all(
      std::span<const domain::PublishedInspection> inspections) override;
  Result<Listed<ServiceSummary>> services(const ServiceFilter& filter, const ServiceOrder& order,
                                          Page page) override;
  Result<ServiceHistory> service(std::string_view slug) override;
  Result<Listed<InspectionSummary>> inspections(const InspectionFilter& filter,
                                                const InspectionOrder& order, Page page) override;
  Result<Facets> facets(const InspectionFilter& filter) override;
  Result<std::int64_t> changes() override;
  Result<KeptInspection> inspection(std::string_view id) override;
  Result<std::vector<std::string>> source_lines(std::string_view id, domain::Line first,
                                                domain::Line last) override;
  Status each(const InspectionFilter& filter,
              const std::function<Status(const KeptInspection&)>& see) override;

 private:
  Database& database_;
};

}  // namespace northlight::store
