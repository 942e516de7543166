#include "base/result.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "base/error_code.hpp"

using namespace northlight;

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{ErrorCode::Invalid, "An odd number has no half", "number"};
  return number / 2;
}

Result<int> quarter(int number) {
  NL_TRY(once, half(number));
  return half(once);
}

Status even(int number) {
  NL_CHECK(half(number));
  return done();
}

Result<std::unique_ptr<int>> boxed(int number) {
  NL_TRY(value, half(number));
  return std::make_unique<int>(value);
}

}  // namespace

TEST_CASE("a result is a value or why there is none") {
  CHECK(*half(8) == 4);
  REQUIRE_FALSE(half(7));
  CHECK(half(7).error() == Error{ErrorCode::Invalid, "An odd number has no half", "number"});
  CHECK(half(7).value_or(-1) == -1);
  CHECK(half(8).value_or(-1) == 4);
}

TEST_CASE("an error passes through every caller unchanged") {
  CHECK(*quarter(8) == 2);
  CHECK(quarter(6).error() == half(3).error());
  CHECK(even(2));
  CHECK(even(3).error().where == "number");
}

TEST_CASE("what can only be moved is moved") {
  auto box = boxed(8);
  REQUIRE(box);
  const std::unique_ptr<int> taken = *std::move(box);
  CHECK(*taken == 4);
}

TEST_CASE("every kind of error has one HTTP status and leaves the program with 2") {
  for (const auto code : {ErrorCode::Invalid, ErrorCode::NotFound, ErrorCode::Conflict,
                          ErrorCode::Forbidden, ErrorCode::Incomplete, ErrorCode::Unavailable}) {
    CHECK(leaves_as(code).exit_status == 2);
    CHECK(leaves_as(code).http_status >= 400);
    CHECK(leaves_as(code).name != "unknown");
  }
  CHECK(leaves_as(ErrorCode::NotFound).http_status == 404);
  CHECK(leaves_as(ErrorCode::Invalid).http_status == 422);
}
