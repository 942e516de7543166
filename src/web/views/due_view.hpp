#pragma once

#include <map>
#include <string>

#include "casework/due.hpp"
#include "casework/notices.hpp"
#include "web/views/children_view.hpp"
#include "web/views/record_view.hpp"

/// The pages that say what somebody has to do and to know, across files.
namespace northlight::web::views {

struct DueModel {
  const casework::Due& due;
  Whose whose = Whose::Mine;
  WorksIn works_in = WorksIn::Team;
  const std::map<std::string, std::string>& form_titles;  ///< By the form's code.
  const Names& names;
  Date today{};
};
html::Html due_page(const Shell& shell, const DueModel& model);

struct NoticesModel {
  const std::vector<casework::Notice>& notices;
  const Names& names;
  std::string form_token;
  WorksIn works_in = WorksIn::Team;
};
html::Html notices_page(const Shell& shell, const NoticesModel& model);

}  // namespace northlight::web::views
