#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/date.hpp"

using namespace northlight;
using namespace std::chrono;

namespace {

BankHolidays easter_2024() {
  return {*DateRange::of(2024y / January / 1, 2024y / December / 31),
          {2024y / March / 29, 2024y / April / 1}};
}

}  // namespace

TEST_CASE("people do not work on weekends and bank holidays") {
  const auto holidays = easter_2024();
  CHECK(*is_working_day(2024y / March / 28, holidays));
  CHECK_FALSE(*is_working_day(2024y / March / 29, holidays));
  CHECK_FALSE(*is_working_day(2024y / March / 30, holidays));
  CHECK_FALSE(*is_working_day(2024y / March / 31, holidays));
  CHECK_FALSE(*is_working_day(2024y / April / 1, holidays));
  CHECK(*is_working_day(2024y / April / 2, holidays));
}

TEST_CASE("one working day on is the next day that people work") {
  const auto holidays = easter_2024();
  CHECK(*add_working_days(2024y / March / 28, 1, holidays) == Date{2024y / April / 2});
  CHECK(*add_working_days(2024y / March / 30, 1, holidays) == Date{2024y / April / 2});
  CHECK(*add_working_days(2024y / March / 30, 0, holidays) == Date{2024y / March / 30});
  CHECK(*add_working_days(2024y / March / 25, 5, holidays) == Date{2024y / April / 3});
}

TEST_CASE("where the bank holidays are not known, counting refuses and says what to add") {
  const auto holidays = easter_2024();
  const auto refused = add_working_days(2024y / December / 31, 1, holidays);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::Incomplete);
  CHECK(refused.error().message ==
        "The bank holidays are known for 1 January 2024 to 31 December 2024 only; add those of 1 "
        "January 2025 to policy/bank-holidays.toml");
  CHECK_FALSE(is_working_day(2023y / December / 31, holidays));
  CHECK_FALSE(working_days_between(2024y / December / 1, 2025y / January / 1, holidays));
}

TEST_CASE("working days are counted forwards only") {
  const auto holidays = easter_2024();
  CHECK_FALSE(add_working_days(2024y / March / 28, -1, holidays));
  CHECK_FALSE(working_days_between(2024y / March / 28, 2024y / March / 27, holidays));
  CHECK(*working_days_between(2024y / March / 28, 2024y / March / 28, holidays) == 0);
}

TEST_CASE("adding working days and counting them agree") {
  const auto holidays = easter_2024();
  CHECK(rc::check("there and back", [&] {
    const auto from = add_days(2024y / January / 1, *rc::gen::inRange(0, 200));
    const int count = *rc::gen::inRange(0, 80);
    const Date to = *add_working_days(from, count, holidays);
    RC_ASSERT(*working_days_between(from, to, holidays) == count);
    RC_ASSERT(count == 0 || *is_working_day(to, holidays));
  }));
}
