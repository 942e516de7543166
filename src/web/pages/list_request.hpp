#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/site.hpp"
#include "web/views/list_query.hpp"
#include "web/views/list_view.hpp"

namespace northlight::web {

/// Reads search, filters, sort and page from the address. What no list knows (an unknown rating, a
/// year that is none, "page=-1", ten thousand years) is passed over, so that no address can do
/// harm.
views::ListQuery read_list_query(const Site& site, const Fields& query);

/// The query with what the form beside the list needs.
Result<views::ListFrame> list_frame(const Site& site, const Request& request);

/// Where each edition's ratings stand on its scale, and where those of an inspection without a
/// known edition do: on the first scale that has the word.
std::vector<store::RatingPlace> rating_places(const std::vector<framework::Edition>& editions);

}  // namespace northlight::web
