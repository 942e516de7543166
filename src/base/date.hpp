#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight {

/// A day of the calendar, not an instant: 10 June 2024. Always a day that exists.
using Date = std::chrono::year_month_day;

/// A month of a year, as a report's "September 2024".
using Month = std::chrono::year_month;

/// Reads "2024-06-10". Refuses any other shape and days that do not exist.
Result<Date> parse_date(std::string_view text);

/// Reads what people write: "10 June 2024", "Monday 10 June 2024" (the weekday must agree),
/// "10/06/2024", "10.6.2024", "2024-06-10". Day before month, always; the year in four figures.
Result<Date> parse_written_date(std::string_view text);

/// Reads "2024-09".
Result<Month> parse_month(std::string_view text);

/// Reads "September 2024" or "2024-09".
Result<Month> parse_written_month(std::string_view text);

std::string iso(Date date);      ///< "2024-06-10"
std::string iso(Month month);    ///< "2024-06"
std::string words(Date date);    ///< "10 June 2024"
std::string words(Month month);  ///< "June 2024"
std::string weekday_name(Date date);

Date add_days(Date date, std::int64_t days);
std::int64_t days_between(Date from, Date to);

/// Both ends are included: 12 June 2023 to 12 June 2023 is one day.
class DateRange {
 public:
  /// Refuses a range that ends before it starts.
  static Result<DateRange> of(Date from, Date to);

  Date from() const { return from_; }
  Date to() const { return to_; }
  std::int64_t days() const { return days_between(from_, to_) + 1; }
  bool holds(Date date) const;
  bool overlaps(const DateRange& other) const;
  std::string text() const;  ///< "12 June 2023 to 5 April 2024"

  friend auto operator<=>(const DateRange&, const DateRange&) = default;

 private:
  DateRange(Date from, Date to) : from_(from), to_(to) {}
  Date from_;
  Date to_;
};

/// The bank holidays of England and Wales for a stretch of years, read from policy/ as dated data.
struct BankHolidays {
  DateRange known;  ///< Outside this range nothing is known, and counting refuses.
  std::set<Date> days;
};

/// Whether people work on that day: not a Saturday, a Sunday or a bank holiday.
/// Refuses a date outside the range for which the bank holidays are known.
Result<bool> is_working_day(Date date, const BankHolidays& holidays);

/// The day that lies `count` working days after `date` (count 1: the next working day).
Result<Date> add_working_days(Date date, int count, const BankHolidays& holidays);

/// The working days after `from` up to and including `to`; `to` may not be before `from`.
Result<int> working_days_between(Date from, Date to, const BankHolidays& holidays);

}  // namespace northlight
