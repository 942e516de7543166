#include "web/views/list_query.hpp"

#include "base/text.hpp"

namespace northlight::web::views {

bool ListQuery::is_filtered() const {
  return !text.empty() || !ratings.empty() || !editions.empty() || !years.empty() || joint;
}

store::InspectionFilter ListQuery::filter() const {
  return {.text = text, .ratings = ratings, .editions = editions, .years = years, .joint = joint};
}

const std::vector<std::string_view>& sort_names() {
  static const std::vector<std::string_view> names{
      "newest", "oldest", "service", "highest", "lowest", "highest-rating", "lowest-rating"};
  return names;
}

store::InspectionSort inspection_sort(const ListQuery& query) {
  if (query.sort == "newest") return store::InspectionSort::NewestFirst;
  if (query.sort == "oldest") return store::InspectionSort::OldestFirst;
  if (query.sort == "service") return store::InspectionSort::ServiceName;
  if (query.sort == "highest") return store::InspectionSort::HighestScore;
  if (query.sort == "lowest") return store::InspectionSort::LowestScore;
  if (query.sort == "highest-rating") return store::InspectionSort::HighestRating;
  if (query.sort == "lowest-rating") return store::InspectionSort::LowestRating;
  return store::InspectionSort::BestMatch;
}

store::ServiceSort service_sort(const ListQuery& query) {
  if (query.sort == "newest") return store::ServiceSort::NewestInspection;
  if (query.sort == "oldest" || query.sort == "service") return store::ServiceSort::Name;
  if (query.sort == "highest") return store::ServiceSort::HighestScore;
  if (query.sort == "lowest") return store::ServiceSort::LowestScore;
  if (query.sort == "highest-rating") return store::ServiceSort::HighestRating;
  if (query.sort == "lowest-rating") return store::ServiceSort::LowestRating;
  return query.text.empty() ? store::ServiceSort::Name : store::ServiceSort::BestMatch;
}

html::Url list_address(ListOf list, const ListQuery& query) {
  paths::Query fields;
  if (!query.text.empty()) fields.emplace_back("search", query.text);
  for (const auto& rating : query.ratings) fields.emplace_back("rating", rating);
  for (const auto& edition : query.editions) fields.emplace_back("edition", edition);
  for (const auto year : query.years) fields.emplace_back("year", std::to_string(year));
  if (query.joint) fields.emplace_back("joint", *query.joint ? "yes" : "no");
  if (!query.sort.empty()) fields.emplace_back("sort", query.sort);
  if (query.page > 1) fields.emplace_back("page", std::to_string(query.page));
  return list == ListOf::Inspections ? paths::inspections(fields) : paths::services(fields);
}

ListQuery sorted_by(ListQuery query, std::string_view sort) {
  query.sort = sort;
  query.page = 1;
  return query;
}

ListQuery on_page(ListQuery query, std::int64_t page) {
  query.page = page;
  return query;
}

std::string choice_in_words(const ListQuery& query,
                            const std::vector<std::string>& edition_titles) {
  std::vector<std::string> parts;
  if (!query.text.empty()) parts.push_back("named like “" + query.text + "”");
  if (!query.ratings.empty()) parts.push_back("rated " + list_in_words(query.ratings, "or"));
  if (!query.years.empty()) {
    std::vector<std::string> years;
    for (const auto year : query.years) years.push_back(std::to_string(year));
    parts.push_back("published in " + list_in_words(years, "or"));
  }
  if (!edition_titles.empty())
    parts.push_back("inspected under " + list_in_words(edition_titles, "or"));
  if (query.joint) parts.emplace_back(*query.joint ? "inspected jointly" : "not inspected jointly");
  return join(parts, ", ");
}

}  // namespace northlight::web::views
