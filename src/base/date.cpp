#include "base/date.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/text.hpp"

namespace northlight {
namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

Error not_a_date(std::string_view text) {
  return Error{ErrorCode::Invalid, "'" + std::string(text) +
                                       "' is not a date: write it like 10 June 2024 or 2024-06-10"};
}

Error no_such_day(std::string_view text) {
  return Error{ErrorCode::Invalid, "'" + std::string(text) + "' is a day that does not exist"};
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-')
    return std::nullopt;
  return value;
}

Result<Date> checked(int year, int month, int day, std::string_view text) {
  if (month < 1 || day < 1) return no_such_day(text);
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return no_such_day(text);
  return date;
}

std::optional<int> month_number(std::string_view name) {
  for (std::size_t i = 0; i < month_names.size(); ++i) {
    if (equals_ignoring_case(name, month_names[i])) return static_cast<int>(i) + 1;
    if (name.size() == 3 && equals_ignoring_case(name, month_names[i].substr(0, 3)))
      return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return not_a_date(text);
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return not_a_date(text);
  return checked(*year, *month, *day, text);
}

Result<Date> parse_written_date(std::string_view written) {
  const auto text = trim(written);
  if (text.size() == 10 && text[4] == '-') return parse_date(text);
  if (text.find_first_of("/.") != std::string_view::npos) {
    const auto parts = split(text, text.find('/') != std::string_view::npos ? '/' : '.');
    if (parts.size() != 3 || parts[2].size() != 4) return not_a_date(text);
    const auto day = number(parts[0]);
    const auto month = number(parts[1]);
    const auto year = number(parts[2]);
    if (!year || !month || !day) return not_a_date(text);
    return checked(*year, *month, *day, text);
  }
  std::vector<std::string_view> parts = split_words(text);
  std::optional<std::string_view> weekday;
  if (parts.size() == 4) {
    weekday = parts[0];
    if (weekday->ends_with(',')) weekday->remove_suffix(1);
    parts.erase(parts.begin());
  }
  if (parts.size() != 3 || parts[2].size() != 4) return not_a_date(text);
  const auto day = number(parts[0]);
  const auto month = month_number(parts[1]);
  const auto year = number(parts[2]);
  if (!year || !month || !day) return not_a_date(text);
  NL_TRY(date, checked(*year, *month, *day, text));
  if (weekday && !equals_ignoring_case(*weekday, weekday_name(date)))
    return Error{ErrorCode::Invalid, words(date) + " is a " + weekday_name(date) + ", not a " +
                                         std::string(*weekday) + ": check the date"};
  return date;
}

Result<Month> parse_month(std::string_view text) {
  if (text.size() == 7 && text[4] == '-') {
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    if (year && month && *month >= 1 && *month <= 12)
      return Month{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}};
  }
  return Error{ErrorCode::Invalid, "'" + std::string(text) +
                                       "' is not a month: write it like 2024-09 or September 2024"};
}

Result<Month> parse_written_month(std::string_view written) {
  const auto text = trim(written);
  const auto parts = split_words(text);
  if (parts.size() == 2 && parts[1].size() == 4) {
    const auto month = month_number(parts[0]);
    const auto year = number(parts[1]);
    if (month && year)
      return Month{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}};
  }
  return parse_month(text);
}

std::string iso(Date date) {
  const int year = static_cast<int>(date.year());
  const bool is_plain = year >= 0 && year <= 9999;
  std::string text = is_plain ? "0000-00-00" : std::to_string(year) + "-00-00";
  if (is_plain) put_figures(text, 0, 4, static_cast<unsigned>(year));
  put_figures(text, text.size() - 5, 2, static_cast<unsigned>(date.month()));
  put_figures(text, text.size() - 2, 2, static_cast<unsigned>(date.day()));
  return text;
}

std::string iso(Month month) { return iso(Date{month / std::chrono::day{1}}).substr(0, 7); }

std::string words(Date date) {
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         words(date.year() / date.month());
}

std::string words(Month month) {
  return std::string(month_names[static_cast<unsigned>(month.month()) - 1]) + " " +
         std::to_string(static_cast<int>(month.year()));
}

std::string weekday_name(Date date) {
  return std::string(weekday_names[std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()]);
}

Date add_days(Date date, std::int64_t days) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

std::int64_t days_between(Date from, Date to) {
  return (std::chrono::sys_days{to} - std::chrono::sys_days{from}).count();
}

Result<DateRange> DateRange::of(Date from, Date to) {
  if (to < from)
    return Error{ErrorCode::Invalid,
                 "The last day (" + words(to) + ") is before the first (" + words(from) + ")"};
  return DateRange{from, to};
}

bool DateRange::holds(Date date) const { return from_ <= date && date <= to_; }

bool DateRange::overlaps(const DateRange& other) const {
  return from_ <= other.to_ && other.from_ <= to_;
}

std::string DateRange::text() const { return words(from_) + " to " + words(to_); }

Result<bool> is_working_day(Date date, const BankHolidays& holidays) {
  if (!holidays.known.holds(date))
    return Error{ErrorCode::Incomplete, "The bank holidays are known for " + holidays.known.text() +
                                            " only; add those of " + words(date) +
                                            " to policy/bank-holidays.toml"};
  const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding();
  return weekday != 0 && weekday != 6 && !holidays.days.contains(date);
}

Result<Date> add_working_days(Date date, int count, const BankHolidays& holidays) {
  if (count < 0) return Error{ErrorCode::Invalid, "Working days are counted forwards only"};
  while (count > 0) {
    date = add_days(date, 1);
    NL_TRY(working, is_working_day(date, holidays));
    if (working) --count;
  }
  return date;
}

Result<int> working_days_between(Date from, Date to, const BankHolidays& holidays) {
  if (to < from) return Error{ErrorCode::Invalid, "Working days are counted forwards only"};
  int count = 0;
  for (Date date = from; date != to;) {
    date = add_days(date, 1);
    NL_TRY(working, is_working_day(date, holidays));
    if (working) ++count;
  }
  return count;
}

}  // namespace northlight
