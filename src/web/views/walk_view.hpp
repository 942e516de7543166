#pragma once

#include <string>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "report/walk.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

struct WalkModel {
  report::Walk walk;
  std::string inspection;  ///< Its identifier.
  const framework::Edition& edition;
};

/// The guide that walks through one inspection in short steps.
html::Html walk_page(const Shell& shell, const WalkModel& model);

/// "How was East Sussex Good with Inadequate planning?"
std::string walk_title(const report::Walk& walk);

}  // namespace northlight::web::views
