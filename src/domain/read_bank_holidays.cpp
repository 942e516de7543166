#include "domain/read_bank_holidays.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>

namespace northlight::domain {
namespace {

/// Reads tables of one file; every refusal names the file, the line and the key.
class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name) {}

  Result<BankHolidays> read(const toml::table& file) const {
    NL_CHECK(only(file, {"title", "year"}, "file"));
    const auto* years = file["year"].as_array();
    if (years == nullptr || years->empty())
      return refuse(file, "year", "There is no year: add a [[year]] table");
    std::set<Date> days;
    std::optional<int> first;
    std::optional<int> last;
    for (const auto& entry : *years) {
      NL_TRY(year, read_year(entry, days));
      if (last && year != *last + 1)
        return refuse(entry, "year",
                      "The year after " + std::to_string(*last) + " should be " +
                          std::to_string(*last + 1) + ": years stand in order, without gaps");
      if (!first) first = year;
      last = year;
    }
    using namespace std::chrono;
    NL_TRY(known, DateRange::of(Date{year{*first} / January / day{1}},
                                Date{year{*last} / December / day{31}}));
    return BankHolidays{known, std::move(days)};
  }

 private:
  Error refuse(const toml::node& node, std::string_view key, std::string message) const {
    return Error{ErrorCode::Invalid, std::move(message),
                 name_ + ":" + std::to_string(node.source().begin.line) + ": " + std::string(key)};
  }

  Status only(const toml::table& table, std::initializer_list<std::string_view> known,
              std::string_view what) const {
    for (const auto& [key, value] : table)
      if (std::ranges::find(known, key.str()) == known.end())
        return refuse(value, key.str(), "A " + std::string(what) + " has no key of this name");
    return done();
  }

  /// A source and a status, which a day may leave to its year.
  Status check_source(const toml::table& table, bool required) const {
    if (required && table["source"].value_or(std::string{}).empty())
      return refuse(table, "source", "Say where these days come from");
    if (!required && !table.contains("status")) return done();
    static constexpr std::array<std::string_view, 3> statuses = {"published", "computed",
                                                                 "unverified"};
    if (std::ranges::find(statuses, table["status"].value_or(std::string{})) == statuses.end())
      return refuse(table, "status", "The status is published, computed or unverified");
    return done();
  }

  Result<int> read_year(const toml::node& entry, std::set<Date>& days) const {
    const auto* table = entry.as_table();
    if (table == nullptr) return refuse(entry, "year", "A year is a table: [[year]]");
    NL_CHECK(only(*table, {"year", "status", "source", "days"}, "year"));
    NL_CHECK(check_source(*table, true));
    const auto year = (*table)["year"].value_exact<std::int64_t>();
    if (!year || *year < 1900 || *year > 2999)
      return refuse(*table, "year", "Write the year in four figures");
    const auto* list = (*table)["days"].as_array();
    if (list == nullptr || list->empty())
      return refuse(*table, "days", "List the bank holidays of this year");
    for (const auto& day : *list) NL_CHECK(read_day(day, static_cast<int>(*year), days));
    return static_cast<int>(*year);
  }

  Status read_day(const toml::node& entry, int year, std::set<Date>& days) const {
    const auto* table = entry.as_table();
    if (table == nullptr) return refuse(entry, "days", "A day is { on = date, name = \"…\" }");
    NL_CHECK(only(*table, {"on", "name", "status", "source"}, "day"));
    NL_CHECK(check_source(*table, false));
    const auto on = (*table)["on"].value_exact<toml::date>();
    if (!on) return refuse(*table, "on", "Write the day as a date: on = 2024-12-25");
    if ((*table)["name"].value_or(std::string{}).empty())
      return refuse(*table, "name", "Say what the day is called");
    const Date date{std::chrono::year{on->year}, std::chrono::month{on->month},
                    std::chrono::day{on->day}};
    if (static_cast<int>(date.year()) != year)
      return refuse(*table, "on", words(date) + " is not in " + std::to_string(year));
    const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding();
    if (weekday == 0 || weekday == 6)
      return refuse(
          *table, "on",
          words(date) + " is a " + weekday_name(date) + ": give the substitute day instead");
    if (!days.insert(date).second) return refuse(*table, "on", words(date) + " is there twice");
    return done();
  }

  std::string name_;
};

}  // namespace

Result<BankHolidays> parse_bank_holidays(std::string_view toml_text, std::string_view name) {
  try {
    const toml::table file = toml::parse(toml_text, name);
    return Reader{name}.read(file);
  } catch (const toml::parse_error& error) {
    return Error{ErrorCode::Invalid,
                 "This is not TOML that can be read: " + std::string(error.description()),
                 std::string(name) + ":" + std::to_string(error.source().begin.line)};
  }
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
