#include "platform/qr_code.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace northlight::platform;

TEST_CASE("a QR code has the three corner marks that readers look for") {
  const auto code = qr_code("otpauth://totp/Northlight:a?secret=GEZDGNBVGY3TQOJQ");
  REQUIRE(code);
  CHECK(code->size >= 21);
  CHECK(code->dark.size() == static_cast<std::size_t>(code->size * code->size));
  for (const auto& [row, column] :
       {std::pair{0, 0}, std::pair{0, code->size - 7}, std::pair{code->size - 7, 0}})
    for (int i = 0; i < 7; ++i) {
      CHECK(code->is_dark(row, column + i));
      CHECK(code->is_dark(row + 6, column + i));
      CHECK(code->is_dark(row + i, column));
      CHECK(code->is_dark(row + i, column + 6));
    }
  CHECK_FALSE(code->is_dark(1, 1));
  CHECK(code->is_dark(3, 3));
}

TEST_CASE("other text is another code, and too much text is refused") {
  CHECK(qr_code("a")->dark != qr_code("b")->dark);
  CHECK_FALSE(qr_code(std::string(5'000, 'x')).has_value());
}
