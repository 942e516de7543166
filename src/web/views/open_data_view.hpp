#pragma once

#include <cstdint>
#include <span>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "report/library_tables.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

struct OpenDataModel {
  std::int64_t services = 0;
  std::int64_t inspections = 0;
  std::span<const report::TableDescription> tables{};
  std::span<const framework::Edition> editions{};
};

/// What can be downloaded, in which form and on what terms.
html::Html open_data_page(const Shell& shell, const OpenDataModel& model);

}  // namespace northlight::web::views
