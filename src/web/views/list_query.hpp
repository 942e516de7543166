#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/url.hpp"
#include "store/library.hpp"
#include "web/paths.hpp"

namespace northlight::web::views {

/// Which list it is: both are searched, filtered and sorted in the same way.
enum class ListOf { Inspections, Services };

/// What a reader asks of a list, already freed of what no list knows. Written into every link of
/// the list, so that filters are kept.
struct ListQuery {
  std::string text{};
  std::vector<std::string> ratings{};
  std::vector<std::string> editions{};
  std::vector<std::int64_t> years{};
  std::optional<bool> joint{};
  std::string sort{};  ///< One of sort_names(); empty for the list's own order.
  std::int64_t page = 1;

  bool is_filtered() const;
  store::InspectionFilter filter() const;
  friend bool operator==(const ListQuery&, const ListQuery&) = default;
};

/// The sorts that an address may name: "newest", "oldest", "service", "highest", "lowest" (by
/// score), "highest-rating", "lowest-rating".
const std::vector<std::string_view>& sort_names();
store::InspectionSort inspection_sort(const ListQuery& query);
store::ServiceSort service_sort(const ListQuery& query);

/// The address of the list with that query; what is as it would be anyway is left out.
html::Url list_address(ListOf list, const ListQuery& query);

/// The same list from its first page, sorted so.
ListQuery sorted_by(ListQuery query, std::string_view sort);
ListQuery on_page(ListQuery query, std::int64_t page);

/// "rated Good or Outstanding, published in 2024, named like “sussex”": what was chosen, in words.
std::string choice_in_words(const ListQuery& query, const std::vector<std::string>& edition_titles);

}  // namespace northlight::web::views
