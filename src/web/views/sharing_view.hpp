#pragma once

#include "casework/links.hpp"
#include "web/fields.hpp"
#include "web/views/people_view.hpp"
#include "web/views/record_view.hpp"

namespace northlight::web::views {

/// What is shared of a file and with whom, and who was asked in for a time.
struct SharingModel {
  RecordPlace place;
  const casework::SharingDesk& desk;
  const Names& names;
  const Fields& typed;
  Wrong wrong{};
  platform::Instant at{};
};
html::Html sharing_page(const Shell& shell, const SharingModel& model);

}  // namespace northlight::web::views
