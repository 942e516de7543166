#pragma once

#include <cstdint>
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
  std::int64_t longest_days = 0;  ///< How many days from today a link ends at the latest.
  Date today{};
  const Fields& typed;
  Wrong wrong{};
};
html::Html links_page(const Shell& shell, const LinksModel& model);

/// A link that was given.
struct GivenLinkModel {
  std::string address;
  domain::Relation relation = domain::Relation::Themself;
  Date last_day{};
  bool ended_before = false;
};
/// Once, after a link was given.
html::Html given_link_page(const Shell& shell, const RecordPlace& place,
                           const GivenLinkModel& given);

}  // namespace northlight::web::views
