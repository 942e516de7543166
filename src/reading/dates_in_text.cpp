#include "reading/dates_in_text.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

struct Digits {
  int value = 0;
  std::size_t length = 0;
};

Digits digits_at(std::string_view text, std::size_t at) {
  Digits digits;
  while (at + digits.length < text.size() && digits.length < 5 &&
         is_digit(text[at + digits.length]))
    digits.value = digits.value * 10 + (text[at + digits.length++] - '0');
  return digits;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// "2024" at that place, after spaces and commas.
std::optional<std::pair<int, std::size_t>> year_at(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  if (at < text.size() && text[at] == ',') at = skip_spaces(text, at + 1);
  const auto year = digits_at(text, at);
  if (year.length != 4 || year.value < 1990 || year.value > 2100) return std::nullopt;
  return std::pair{year.value, at + year.length};
}

/// The day that ends before `end`: "10", "05", "1st", "1st of"; with where it begins.
std::optional<std::pair<unsigned, std::size_t>> day_before(std::string_view text, std::size_t end) {
  while (end > 0 && is_space(text[end - 1])) --end;
  if (end >= 3 && equals_ignoring_case(text.substr(end - 2, 2), "of") && is_space(text[end - 3])) {
    end -= 2;
    while (end > 0 && is_space(text[end - 1])) --end;
  }
  if (end >= 3 && is_letter(text[end - 1]) && is_letter(text[end - 2]) && is_digit(text[end - 3]))
    end -= 2;  // st, nd, rd, th
  auto start = end;
  while (start > 0 && is_digit(text[start - 1]) && end - start < 3) --start;
  if (start == end || end - start > 2) return std::nullopt;
  if (start > 0 && (in_word(text[start - 1]) || text[start - 1] == '.' || text[start - 1] == '/'))
    return std::nullopt;
  const auto day = digits_at(text, start);
  if (day.value < 1 || day.value > 31) return std::nullopt;
  return std::pair{static_cast<unsigned>(day.value), start};
}

/// Before `end` stands what joins two days: a dash, "to" or "and".
std::optional<std::size_t> joint_before(std::string_view text, std::size_t end) {
  // A weekday may stand before the second day: "Monday 10 and Friday 14 June".
  auto at = end;
  while (at > 0 && is_space(text[at - 1])) --at;
  auto word = at;
  while (word > 0 && is_letter(text[word - 1])) --word;
  if (at - word >= 6 && ends_with_ignoring_case(text.substr(word, at - word), "day")) {
    at = word;
    while (at > 0 && is_space(text[at - 1])) --at;
  }
  if (at >= 1 && text[at - 1] == '-') return at - 1;
  if (at >= 3 && text[at - 3] == '\xE2' && text[at - 2] == '\x80') return at - 3;
  for (const std::string_view joint : {" to", " and"})
    if (at >= joint.size() &&
        equals_ignoring_case(text.substr(at - joint.size(), joint.size()), joint))
      return at - joint.size();
  return std::nullopt;
}

std::optional<Date> date_of(int year, unsigned month, unsigned day) {
  const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return date;
}

Month month_of(int year, unsigned month) {
  return Month{std::chrono::year{year}, std::chrono::month{month}};
}

/// "17/09/2024" at that place.
std::optional<DateInText> slashed_at(std::string_view text, std::size_t at) {
  const auto day = digits_at(text, at);
  auto next = at + day.length;
  if (day.length == 0 || day.length > 2 || next >= text.size() || text[next] != '/')
    return std::nullopt;
  const auto month = digits_at(text, next + 1);
  next += 1 + month.length;
  if (month.length == 0 || month.length > 2 || next >= text.size() || text[next] != '/')
    return std::nullopt;
  const auto year = digits_at(text, next + 1);
  if (year.length != 4 || month.value < 1 || month.value > 12 || day.value < 1) return std::nullopt;
  const auto date =
      date_of(year.value, static_cast<unsigned>(month.value), static_cast<unsigned>(day.value));
  if (!date) return std::nullopt;
  return DateInText{*date, month_of(year.value, static_cast<unsigned>(month.value)), at,
                    next + 1 + year.length};
}

}  // namespace

std::optional<MonthWord> month_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || (at > 0 && is_letter(text[at - 1]))) return std::nullopt;
  const char first = lowered(text[at]);
  if (first < 'a' || first > 's') return std::nullopt;
  for (std::size_t month = 0; month < months.size(); ++month) {
    const auto name = months[month];
    if (name.front() != first) continue;
    for (const auto word : {name, name.substr(0, 4), name.substr(0, 3)}) {
      if (!starts_with_ignoring_case(text.substr(at), word)) continue;
      const auto end = at + word.size();
      if (end < text.size() && is_letter(text[end])) continue;
      // "may" is also a verb and "mar", "dec" hardly words: a month has a capital.
      if (!is_upper(text[at])) continue;
      return MonthWord{static_cast<unsigned>(month) + 1, word.size()};
    }
  }
  return std::nullopt;
}

std::vector<DayInText> days_in(std::string_view text) {
  std::vector<DayInText> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_upper(text[at])) continue;
    const auto month = month_at(text, at);
    if (!month) continue;
    DayInText named;
    named.month = month->month;
    named.begin = at;
    named.end = at + month->length;
    if (const auto year = year_at(text, named.end)) {
      named.year = year->first;
      named.end = year->second;
    }
    if (auto day = day_before(text, at)) {
      named.days.push_back(day->first);
      named.begin = day->second;
      if (const auto joint = joint_before(text, day->second)) {
        if (const auto first = day_before(text, *joint)) {
          named.days.insert(named.days.begin(), first->first);
          named.begin = first->second;
        }
      }
    } else if (!named.year) {
      // "June 10 and 14", "September 17"
      auto next = skip_spaces(text, named.end);
      for (int days = 0; days < 2; ++days) {
        const auto digits = digits_at(text, next);
        if (digits.length == 0 || digits.length > 2 || digits.value < 1 || digits.value > 31) break;
        named.days.push_back(static_cast<unsigned>(digits.value));
        named.end = next + digits.length;
        if (named.end + 1 < text.size() && is_letter(text[named.end])) named.end += 2;
        next = skip_spaces(text, std::min(named.end, text.size()));
        const auto rest = text.substr(next);
        if (rest.starts_with("and "))
          next += 4;
        else if (rest.starts_with("to ") || rest.starts_with("\xE2\x80\x93"))
          next += 3;
        else if (rest.starts_with("-"))
          next += 1;
        else
          break;
        next = skip_spaces(text, next);
      }
      if (const auto year = year_at(text, std::min(named.end, text.size()));
          year && !named.days.empty()) {
        named.year = year->first;
        named.end = year->second;
      }
    }
    found.push_back(named);
    at = std::max(at, named.end - 1);
  }
  return found;
}

std::vector<DateInText> dates_in(std::string_view text) {
  std::vector<DateInText> dates;
  const auto named = days_in(text);
  for (std::size_t at = 0; at < named.size(); ++at) {
    auto year = named[at].year;
    // "30 September to 4 October 2024": the year stands with the second.
    if (!year && !named[at].days.empty() && at + 1 < named.size()) {
      const auto& next = named[at + 1];
      if (next.year && next.begin - named[at].end < 24)
        year = *next.year - (named[at].month > next.month ? 1 : 0);
    }
    if (!year) continue;
    const auto month = month_of(*year, named[at].month);
    if (named[at].days.empty()) {
      dates.push_back({std::nullopt, month, named[at].begin, named[at].end});
      continue;
    }
    for (const auto day : named[at].days)
      if (const auto date = date_of(*year, named[at].month, day))
        dates.push_back({*date, month, named[at].begin, named[at].end});
  }
  for (auto slash = text.find('/'); slash != std::string_view::npos;
       slash = text.find('/', slash + 1)) {
    auto start = slash;
    while (start > 0 && is_digit(text[start - 1]) && slash - start < 2) --start;
    if (start == slash || (start > 0 && (in_word(text[start - 1]) || text[start - 1] == '/')))
      continue;
    if (const auto date = slashed_at(text, start)) dates.push_back(*date);
  }
  return dates;
}

}  // namespace northlight::reading
