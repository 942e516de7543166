#pragma once

#include <string>
#include <vector>

#include "store/personal_links.hpp"
#include "web/fields.hpp"
#include "web/views/people_view.hpp"
#include "web/views/record_view.hpp"

/// For those who work with a child: who has a personal link to what is shared, and giving one.
namespace northlight::web::views {

struct LinksModel {
  RecordPlace place;
  const std::vector<store::LinkInList>& links;
  const Fields& typed;
  Wrong wrong{};
};
html::Html links_page(const Shell& shell, const LinksModel& model);

/// Once, after a link was given.
html::Html given_link_page(const Shell& shell, const RecordPlace& place, const std::string& address,
                           domain::Relation relation, Date last_day);

}  // namespace northlight::web::views
