#include "base/date.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace northlight;
using namespace std::chrono;

namespace {

/// Any day of the years 1 to 9999.
rc::Gen<Date> any_date() {
  const auto first = sys_days{1y / January / 1}.time_since_epoch().count();
  const auto last = sys_days{9999y / December / 31}.time_since_epoch().count();
  return rc::gen::map(rc::gen::inRange(first, last + 1),
                      [](int since) { return Date{sys_days{std::chrono::days{since}}}; });
}

std::string refusal(const Result<Date>& date) { return date ? "accepted" : date.error().message; }

}  // namespace

TEST_CASE("a date is read as ISO 8601 writes it") {
  CHECK(*parse_date("2024-06-10") == Date{2024y / June / 10});
  CHECK(*parse_date("2024-02-29") == Date{2024y / February / 29});
  for (const auto* text : {"", "2024", "2024-6-10", "2024-06-1", "24-06-10", "2024/06/10",
                           "2024-06-10 ", " 2024-06-10", "2024-06-1x", "-024-06-10", "2024-+6-10",
                           "2024--6-10", "10-06-2024", "２０２４"})
    CHECK_MESSAGE(!parse_date(text), text);
}

TEST_CASE("a day that does not exist is refused as such") {
  for (const auto* text : {"2024-02-30", "2023-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
                           "2024-01-00", "2024-01-32", "1900-02-29"})
    CHECK(refusal(parse_date(text)) == "'" + std::string(text) + "' is a day that does not exist");
}

TEST_CASE("what people write is read, day before month") {
  const Date june{2024y / June / 10};
  for (const auto* text : {"10 June 2024", "10 june 2024", "10 Jun 2024", "Monday 10 June 2024",
                           "Monday, 10 June 2024", "monday 10 JUNE 2024", "10/06/2024", "10/6/2024",
                           "10.06.2024", "10.6.2024", "2024-06-10", "  10   June\t2024 "})
    CHECK_MESSAGE(parse_written_date(text).value_or(Date{}) == june, text);
  CHECK(*parse_written_date("01/02/2024") == Date{2024y / February / 1});
}

TEST_CASE("a written date that is unclear or wrong is refused") {
  for (const auto* text : {"10 June 24", "June 10 2024", "06/13/2024", "10/06/24", "31 June 2024",
                           "10 Juno 2024", "10th June 2024", "10 06 2024", "10/06", "1/2/3/2024",
                           "tomorrow", "", "10 June", "10-06-2024"})
    CHECK_MESSAGE(!parse_written_date(text), text);
  CHECK(refusal(parse_written_date("Tuesday 10 June 2024")) ==
        "10 June 2024 is a Monday, not a Tuesday: check the date");
}

TEST_CASE("months are read and printed") {
  CHECK(*parse_month("2024-09") == Month{2024y / September});
  CHECK(*parse_written_month(" september 2024 ") == Month{2024y / September});
  CHECK(*parse_written_month("2024-09") == Month{2024y / September});
  for (const auto* text : {"2024-13", "2024-00", "2024-9", "2024", "Septembre 2024", ""})
    CHECK_MESSAGE(!parse_written_month(text), text);
  CHECK(words(Month{2024y / September}) == "September 2024");
  CHECK(iso(Month{2024y / September}) == "2024-09");
}

TEST_CASE("a date is printed in words and in figures, with its weekday") {
  const Date date{2024y / June / 5};
  CHECK(words(date) == "5 June 2024");
  CHECK(iso(date) == "2024-06-05");
  CHECK(weekday_name(date) == "Wednesday");
}

TEST_CASE("every date comes back from what is printed") {
  CHECK(rc::check("iso", [] {
    const Date date = *any_date();
    RC_ASSERT(*parse_date(iso(date)) == date);
  }));
  CHECK(rc::check("words, for years of four figures", [] {
    const Date date = *rc::gen::suchThat(any_date(), [](Date d) { return d.year() >= 1000y; });
    RC_ASSERT(*parse_written_date(words(date)) == date);
    RC_ASSERT(*parse_written_date(weekday_name(date) + " " + words(date)) == date);
  }));
}

TEST_CASE("days are added and counted back") {
  CHECK(add_days(2024y / February / 28, 2) == Date{2024y / March / 1});
  CHECK(add_days(2024y / January / 1, -1) == Date{2023y / December / 31});
  CHECK(rc::check("adding and counting agree", [] {
    const Date from =
        *rc::gen::suchThat(any_date(), [](Date d) { return d.year() > 1000y && d.year() < 9000y; });
    const auto days = *rc::gen::inRange<std::int64_t>(-100'000, 100'000);
    RC_ASSERT(days_between(from, add_days(from, days)) == days);
  }));
}

TEST_CASE("a range includes both its ends") {
  const auto one_day = *DateRange::of(2023y / June / 12, 2023y / June / 12);
  CHECK(one_day.days() == 1);
  CHECK(one_day.holds(2023y / June / 12));
  const auto year = *DateRange::of(2023y / June / 12, 2024y / April / 5);
  CHECK(year.text() == "12 June 2023 to 5 April 2024");
  CHECK(year.holds(2024y / April / 5));
  CHECK_FALSE(year.holds(2024y / April / 6));
  CHECK_FALSE(year.holds(2023y / June / 11));
  const auto backwards = DateRange::of(2024y / April / 5, 2023y / June / 12);
  REQUIRE_FALSE(backwards);
  CHECK(backwards.error().message ==
        "The last day (12 June 2023) is before the first (5 April 2024)");
}

TEST_CASE("two ranges overlap exactly when some day is in both") {
  const auto day = [](int d) { return Date{sys_days{2024y / January / 1} + std::chrono::days{d}}; };
  CHECK(rc::check("overlap", [&] {
    const int a = *rc::gen::inRange(0, 12);
    const int b = *rc::gen::inRange(a, 12);
    const int c = *rc::gen::inRange(0, 12);
    const int d = *rc::gen::inRange(c, 12);
    const auto first = *DateRange::of(day(a), day(b));
    const auto second = *DateRange::of(day(c), day(d));
    bool shared = false;
    for (int i = 0; i < 12; ++i) shared = shared || (first.holds(day(i)) && second.holds(day(i)));
    RC_ASSERT(first.overlaps(second) == shared);
    RC_ASSERT(second.overlaps(first) == shared);
  }));
}
