#include "web/pages/list_request.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t longest_search = 100;
constexpr std::size_t most_choices = 20;

// At most so many bytes, cut between two letters of UTF-8.
std::string shortened(std::string text) {
  if (text.size() <= longest_search) return text;
  auto end = longest_search;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

template <typename T>
void add_once(std::vector<T>& all, T one) {
  if (all.size() < most_choices && std::ranges::find(all, one) == all.end())
    all.push_back(std::move(one));
}

bool is_rating(const Site& site, std::string_view name) {
  return std::ranges::any_of(site.editions, [&](const framework::Edition& edition) {
    return std::ranges::find(edition.scale, name, &framework::Level::name) != edition.scale.end();
  });
}

}  // namespace

views::ListQuery read_list_query(const Site& site, const Fields& fields) {
  views::ListQuery query;
  query.text = shortened(fields.text("search"));
  for (auto& rating : fields.all("rating"))
    if (is_rating(site, rating)) add_once(query.ratings, std::move(rating));
  for (auto& edition : fields.all("edition"))
    if (site.find_edition(edition) != nullptr) add_once(query.editions, std::move(edition));
  for (const auto& year : fields.all("year")) {
    const auto number = parse_whole_number(year);
    if (number && *number >= 1900 && *number <= 2200)
      add_once(query.years, static_cast<std::int64_t>(*number));
  }
  const auto joint = fields.text("joint");
  if (joint == "yes" || joint == "no") query.joint = joint == "yes";
  const auto sort = fields.text("sort");
  const auto& known = views::sort_names();
  if (std::ranges::find(known, sort) != known.end()) query.sort = sort;
  const auto page = parse_whole_number(fields.text("page"));
  if (page && *page >= 1 && *page <= 100'000) query.page = *page;
  return query;
}

std::vector<store::RatingPlace> rating_places(const std::vector<framework::Edition>& editions) {
  std::vector<store::RatingPlace> places;
  std::vector<store::RatingPlace> without_edition;
  for (const auto& edition : editions) {
    const auto steps = std::max<std::size_t>(edition.scale.size(), 2) - 1;
    for (std::size_t place = 0; place < edition.scale.size(); ++place) {
      const auto& name = edition.scale[place].name;
      const auto height = static_cast<std::int64_t>(place * 1000 / steps);
      places.push_back({edition.code.text(), name, height});
      if (std::ranges::find(without_edition, name, &store::RatingPlace::rating) ==
          without_edition.end())
        without_edition.push_back({"", name, height});
    }
  }
  places.insert(places.end(), without_edition.begin(), without_edition.end());
  return places;
}

Result<views::ListFrame> list_frame(const Site& site, const Request& request) {
  views::ListFrame frame{.query = read_list_query(site, request.query()),
                         .page_size = static_cast<std::int64_t>(site.limits.page_size),
                         .editions = site.editions};
  NL_TRY(facets, site.library.facets(frame.query.filter()));
  frame.facets = std::move(facets);
  return frame;
}

}  // namespace northlight::web
