#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace northlight::reading {

/// A day or a month as running text states it.
struct DateInText {
  std::optional<Date> day{};
  Month month{};
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Every day and month of a text: "Monday 12 June 2023", "05 April 2024", "1st of May 2024",
/// "June 10, 2024", "17/09/2024", "September 2024". Of "10–14 June 2024", "10 and 14 June 2024" and
/// "30 September to 4 October 2024" both days. Days without a year anywhere are left out.
std::vector<DateInText> dates_in(std::string_view text);

/// Days named without a year ("June 10 and 14", "17 September"), as a press text has them.
struct DayInText {
  unsigned month = 0;
  std::vector<unsigned> days{};
  std::optional<int> year{};
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<DayInText> days_in(std::string_view text);

/// "june", "Jun", "Sept." at that place: the month, and how many bytes it takes.
struct MonthWord {
  unsigned month = 0;
  std::size_t length = 0;
};
std::optional<MonthWord> month_at(std::string_view text, std::size_t at);

}  // namespace northlight::reading
