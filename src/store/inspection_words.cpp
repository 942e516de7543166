#include "store/inspection_words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::store {

using domain::SourceKind;

std::string_view word_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::PublishedReport:
      return "published-report";
    case SourceKind::OurSummary:
      return "our-summary";
    case SourceKind::RatingsTable:
      return "ratings-table";
  }
  return "ratings-table";
}

SourceKind source_kind_of(std::string_view word) {
  if (word == word_of(SourceKind::PublishedReport)) return SourceKind::PublishedReport;
  if (word == word_of(SourceKind::OurSummary)) return SourceKind::OurSummary;
  return SourceKind::RatingsTable;
}

std::optional<std::string> iso_or_nothing(const std::optional<Date>& date) {
  return date ? std::optional(iso(*date)) : std::nullopt;
}

std::optional<std::string> iso_or_nothing(const std::optional<Month>& month) {
  return month ? std::optional(iso(*month)) : std::nullopt;
}

std::optional<Date> date_or_nothing(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const auto date = parse_date(*text);
  return date ? std::optional(*date) : std::nullopt;
}

std::optional<Month> month_or_nothing(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const auto month = parse_month(*text);
  return month ? std::optional(*month) : std::nullopt;
}

std::optional<std::int64_t> year_of(const domain::Published& published) {
  if (published.day) return int{published.day->year()};
  if (published.month) return int{published.month->year()};
  const auto text = std::string_view(published.text).substr(0, 4);
  if (text.size() < 4) return std::nullopt;
  return parse_whole_number(text);
}

std::string order_of(const domain::Published& published) {
  if (published.day) return iso(*published.day);
  if (published.month) return iso(*published.month) + "-~";
  const auto year = year_of(published);
  return year ? std::to_string(*year) + "-~" : "";
}

}  // namespace northlight::store
