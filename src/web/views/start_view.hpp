#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "html/html.hpp"
#include "web/views/demo_people_view.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// An inspection in one line of a list.
struct RecentInspection {
  std::string id;
  std::string service;
  domain::Published published{};
  const framework::Edition* edition = nullptr;
  std::optional<std::string> overall{};
};

struct StartModel {
  std::int64_t services = 0;
  std::int64_t inspections = 0;
  std::string walk_title{};  ///< Of the first door; empty where the library lacks that inspection.
  std::vector<RecentInspection> recent{};
  std::span<const framework::Edition> editions{};
  std::vector<DemoSignIn> demo_people{};  ///< Empty but in a demonstration.
  std::vector<DemoLink> demo_links{};
};

/// What Northlight is, its three doors, and the library behind them.
html::Html start_page(const Shell& shell, const StartModel& model);

}  // namespace northlight::web::views
