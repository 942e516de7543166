#include "domain/read_bank_holidays.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace northlight;
using namespace northlight::domain;
using namespace std::chrono;

namespace {

BankHolidays shipped() {
  const auto read = read_bank_holidays(NORTHLIGHT_SOURCE_DIR "/policy/bank-holidays.toml");
  REQUIRE(read);
  return *read;
}

/// Easter Sunday by the anonymous Gregorian algorithm, as printed in Meeus, Astronomical
/// Algorithms.
sys_days easter(int y) {
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month_and_day = h + l - 7 * m + 114;
  return sys_days{year{y} / month{static_cast<unsigned>(month_and_day / 31)} /
                  day{static_cast<unsigned>(month_and_day % 31 + 1)}};
}

/// The days that the Act of 1971 and the yearly proclamations give where nothing special happens.
std::set<Date> ordinary(int y) {
  std::set<Date> days;
  const auto add = [&](sys_days date) {
    while (weekday{date} == Saturday || weekday{date} == Sunday || days.contains(Date{date}))
      date += std::chrono::days{1};
    days.insert(Date{date});
  };
  add(year{y} / January / 1);
  add(easter(y) - std::chrono::days{2});
  add(easter(y) + std::chrono::days{1});
  add(sys_days{year{y} / May / Monday[1]});
  add(sys_days{year{y} / May / Monday[last]});
  add(sys_days{year{y} / August / Monday[last]});
  add(year{y} / December / 25);
  add(year{y} / December / 26);
  return days;
}

std::string refusal(const std::string& toml) {
  const auto read = parse_bank_holidays(toml, "days.toml");
  return read ? "accepted" : read.error().where + ": " + read.error().message;
}

const std::string good_year =
    "[[year]]\nyear = 2024\nstatus = \"unverified\"\nsource = \"s\"\n"
    "days = [ { on = 2024-01-01, name = \"New Year\" } ]\n";

}  // namespace

TEST_CASE("the bank holidays that ship are those of the rules, but for what was proclaimed") {
  const auto holidays = shipped();
  CHECK(holidays.known.text() == "1 January 2018 to 31 December 2027");
  std::set<Date> expected;
  for (int y = 2018; y <= 2027; ++y) expected.merge(ordinary(y));
  // 2020: the early May holiday moved to VE Day. 2022: the spring holiday moved to make four days
  // of the Platinum Jubilee, and a day of mourning. 2023: the coronation.
  expected.erase(2020y / May / 4);
  expected.insert(2020y / May / 8);
  expected.erase(2022y / May / 30);
  expected.insert({2022y / June / 2, 2022y / June / 3, 2022y / September / 19, 2023y / May / 8});
  CHECK(holidays.days == expected);
}

TEST_CASE("working days step over Easter and Christmas") {
  const auto holidays = shipped();
  CHECK(*add_working_days(2024y / March / 28, 1, holidays) == Date{2024y / April / 2});
  CHECK(*add_working_days(2021y / December / 24, 1, holidays) == Date{2021y / December / 29});
  CHECK(*working_days_between(2022y / May / 27, 2022y / June / 6, holidays) == 4);
}

TEST_CASE("what is wrong in the file is refused with file, line and key") {
  const auto starts = [](const std::string& toml, std::string_view with) {
    const auto said = refusal(toml);
    CHECK_MESSAGE(said.starts_with(with), said);
  };
  CHECK(refusal(good_year) == "accepted");
  starts("", "days.toml:1: year: \"year\" is missing");
  starts("colour = 1\n" + good_year, "days.toml:1: colour: \"colour\" is not a key");
  starts("[[year]]\nyear = 2024\nstatus = \"unverified\"\ndays = []\n",
         "days.toml:1: year[1].source: \"source\" is missing");
  starts("[[year]]\nyear = 2024\nstatus = \"likely\"\nsource = \"s\"\ndays = []\n",
         "days.toml:3: year[1].status: The status is published, computed or unverified");
  const std::string head =
      "[[year]]\nyear = 2024\nstatus = \"unverified\"\nsource = \"s\"\ndays = [\n";
  const std::string day = "days.toml:6: year[1].days[1].";
  starts(head + "{ on = 2024-01-06, name = \"x\" } ]",
         day + "on: 6 January 2024 is a Saturday: give the substitute day instead");
  starts(head + "{ on = 2023-01-02, name = \"x\" } ]", day + "on: 2 January 2023 is not in 2024");
  starts(head + "{ on = \"2024-01-01\", name = \"x\" } ]", day + "on: \"on\" is a text here");
  starts(head + "{ on = 2024-01-01, name = \"\" } ]", day + "name: \"name\" is empty");
  starts(head + "{ on = 2024-01-01, name = \"x\", colour = 1 } ]", day + "colour: \"colour\"");
  starts(head + "{ on = 2024-01-01, name = \"x\" },\n{ on = 2024-01-01, name = \"y\" } ]",
         "days.toml:7: year[1].days[2].on: 1 January 2024 is there twice");
  starts(head + "{ on = 2024-02-30, name = \"x\" } ]", "days.toml:6");
  starts("title = \"a\"\ntitle = \"b\"\n", "days.toml:2");
}

TEST_CASE("years stand in order, without a gap") {
  const std::string later =
      "[[year]]\nyear = 2026\nstatus = \"unverified\"\nsource = \"s\"\n"
      "days = [ { on = 2026-01-01, name = \"New Year\" } ]\n";
  CHECK(refusal(good_year + later) ==
        "days.toml:7: year[2].year: The year after 2024 should be 2025: years stand in order, "
        "without gaps");
}

TEST_CASE("a file that is not there is named") {
  const auto read = read_bank_holidays("/nowhere/bank-holidays.toml");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::NotFound);
  CHECK(read.error().where == "/nowhere/bank-holidays.toml");
}
