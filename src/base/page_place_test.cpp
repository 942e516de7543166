#include "base/page_place.hpp"

#include <doctest/doctest.h>

#include <vector>

using northlight::PagePlace;

TEST_CASE("a long list is cut into pages, and what lies beyond the last page is the last") {
  const std::vector<int> rows{1, 2, 3, 4, 5};
  const auto part = [&](std::size_t number) {
    const auto cut = PagePlace{number, 2}.of(std::span(rows));
    return std::vector<int>(cut.begin(), cut.end());
  };
  CHECK(part(1) == std::vector{1, 2});
  CHECK(part(3) == std::vector{5});
  CHECK(part(9) == std::vector{5});
  CHECK(part(0) == std::vector{1, 2});
  CHECK(PagePlace{1, 2}.pages(4) == 2);
  CHECK(PagePlace{1, 2}.pages(0) == 1);
  CHECK(PagePlace{1, 2}.of(std::span<const int>{}).empty());
}
