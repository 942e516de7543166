#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/inspection.hpp"

// What the tables call the alternatives of the domain's values, and how dates lie in them.
namespace northlight::store {

std::string_view word_of(domain::SourceKind kind);
domain::SourceKind source_kind_of(std::string_view word);

std::optional<std::string> iso_or_nothing(const std::optional<Date>& date);
std::optional<std::string> iso_or_nothing(const std::optional<Month>& month);
std::optional<Date> date_or_nothing(const std::optional<std::string>& text);
std::optional<Month> month_or_nothing(const std::optional<std::string>& text);

/// The year in which it was published: of "2025/26" the first.
std::optional<std::int64_t> year_of(const domain::Published& published);

/// Sorts by publication as far as it is known; a month sorts after its days, a year after its
/// months.
std::string order_of(const domain::Published& published);

}  // namespace northlight::store
