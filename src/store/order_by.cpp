#include "store/order_by.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view share_of_maximum = "i.score * 1.0 / i.score_maximum";
constexpr std::string_view by_name = ", s.name, i.published_order desc, i.id";

// How high the overall rating stands; null where it is not known.
std::string height(const std::vector<RatingPlace>& ratings, Conditions& bound) {
  if (ratings.empty()) return "cast(null as integer)";
  std::string cases = "case";
  for (const auto& place : ratings) {
    cases += " when coalesce(i.edition, '') = " + bound.bind("place_edition", place.edition);
    cases += " and i.overall_rating = " + bound.bind("place_rating", place.rating);
    cases += " then " + std::to_string(place.height);
  }
  return cases + " end";
}

std::string by_rating(const InspectionOrder& order, Conditions& bound, std::string_view direction) {
  const auto last = std::string(direction) + " nulls last";
  return " order by " + height(order.ratings, bound) + last + ", " + std::string(share_of_maximum) +
         last + std::string(by_name);
}

InspectionSort as_inspection_sort(ServiceSort sort) {
  switch (sort) {
    case ServiceSort::BestMatch:
    case ServiceSort::Name:
      return InspectionSort::ServiceName;
    case ServiceSort::NewestInspection:
      return InspectionSort::NewestFirst;
    case ServiceSort::HighestScore:
      return InspectionSort::HighestScore;
    case ServiceSort::LowestScore:
      return InspectionSort::LowestScore;
    case ServiceSort::HighestRating:
      return InspectionSort::HighestRating;
    case ServiceSort::LowestRating:
      return InspectionSort::LowestRating;
  }
  return InspectionSort::ServiceName;
}

}  // namespace

std::string order_by(const InspectionOrder& order, Conditions& bound) {
  const auto by_score = " order by " + std::string(share_of_maximum);
  switch (order.sort) {
    case InspectionSort::BestMatch:
    case InspectionSort::NewestFirst:
      return std::string(newest_first);
    case InspectionSort::OldestFirst:
      return " order by i.published_order, s.name, i.id";
    case InspectionSort::ServiceName:
      return " order by s.name, i.published_order desc, i.id";
    case InspectionSort::HighestScore:
      return by_score + " desc nulls last" + std::string(by_name);
    case InspectionSort::LowestScore:
      return by_score + " nulls last" + std::string(by_name);
    case InspectionSort::HighestRating:
      return by_rating(order, bound, " desc");
    case InspectionSort::LowestRating:
      return by_rating(order, bound, "");
  }
  return "";
}

InspectionOrder as_inspection_order(const ServiceOrder& order) {
  return {as_inspection_sort(order.sort), order.ratings};
}

}  // namespace northlight::store
