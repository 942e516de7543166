#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/benchmark.hpp"
#include "web/views/inspection_model.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// Where a service lies among those inspected under the same edition.
struct BenchmarkModel {
  const framework::Edition& edition;
  const report::Benchmark* benchmark = nullptr;  ///< Null where the edition gives no points.
  std::string why_not{};
  std::string service{};                        ///< Slug of the service asked for; may be empty.
  const InspectionModel* inspection = nullptr;  ///< Of that service, for its counts; may be null.
  std::vector<std::string> errors{};
};

html::Html benchmark_page(const Shell& shell, const BenchmarkModel& model);

/// Every inspection as a mark on one line, the service's own taller and named.
html::Html benchmark_strip(const framework::Edition& edition, const report::Benchmark& benchmark,
                           const report::Placed* own);

/// What lies between the lowest key questions of the service: only where counts are known.
html::Html benchmark_intervals(const InspectionModel& inspection);

}  // namespace northlight::web::views
