#include "domain/read_bank_holidays.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "domain/read_status.hpp"

namespace northlight::domain {
namespace {

/// A day may leave status and source to its year.
void read_day(TomlFields& fields, std::int64_t year, std::set<Date>& days) {
  const auto on = fields.date("on");
  fields.text("name");
  check_status(fields, fields.optional_text("status").value_or(""));
  fields.optional_text("source");
  if (on) {
    const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{*on}}.c_encoding();
    if (static_cast<int>(on->year()) != year) {
      fields.refuse("on", words(*on) + " is not in " + std::to_string(year));
    } else if (weekday == 0 || weekday == 6) {
      fields.refuse(
          "on", words(*on) + " is a " + weekday_name(*on) + ": give the substitute day instead");
    } else if (!days.insert(*on).second) {
      fields.refuse("on", words(*on) + " is there twice");
    }
  }
  fields.finish();
}

std::optional<std::int64_t> read_year(TomlFields& fields, std::set<Date>& days) {
  auto year = fields.whole("year");
  check_status(fields, fields.text("status").value_or(""));
  fields.text("source");
  if (year && (*year < 1900 || *year > 2999)) {
    fields.refuse("year", "Write the year in four figures");
    year.reset();
  }
  for (auto& day : fields.tables("days"))
    if (year) read_day(day, *year, days);
  fields.finish();
  return year;
}

}  // namespace

Result<BankHolidays> parse_bank_holidays(std::string_view text, std::string_view name) {
  NL_TRY(file, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(file, std::string(name), "", problems);
  fields.optional_text("title");
  std::set<Date> days;
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  for (auto& table : fields.tables("year")) {
    const auto year = read_year(table, days);
    if (!year) continue;
    if (last && *year != *last + 1)
      table.refuse("year", "The year after " + std::to_string(*last) + " should be " +
                               std::to_string(*last + 1) + ": years stand in order, without gaps");
    if (!first) first = year;
    last = year;
  }
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  if (!first) return Error{ErrorCode::Invalid, "There is no year", std::string(name)};
  using namespace std::chrono;
  NL_TRY(known, DateRange::of(Date{year{static_cast<int>(*first)} / January / day{1}},
                              Date{year{static_cast<int>(*last)} / December / day{31}}));
  return BankHolidays{known, std::move(days)};
}

Result<BankHolidays> read_bank_holidays(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{ErrorCode::NotFound, "The bank holidays cannot be read: there is no such file",
                 file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_bank_holidays(text, file.filename().string());
}

}  // namespace northlight::domain
