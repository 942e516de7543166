#include "web/pages/kept_pages.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace northlight;
using namespace northlight::web;

TEST_CASE("a page is given again while the library stands as it did, and not after") {
  KeptPages pages;
  CHECK_FALSE(pages.find("northmarsh-2023-05", 7));
  pages.keep("northmarsh-2023-05", 7, "the page");
  REQUIRE(pages.find("northmarsh-2023-05", 7));
  CHECK(*pages.find("northmarsh-2023-05", 7)->bytes == "the page");
  CHECK_FALSE(pages.find("northmarsh-2023-05", 8));
  CHECK_FALSE(pages.find("elsewhere-2023-05", 7));
  pages.keep("northmarsh-2023-05", 8, "the page, corrected");
  CHECK_FALSE(pages.find("northmarsh-2023-05", 7));
  CHECK(*pages.find("northmarsh-2023-05", 8)->bytes == "the page, corrected");
}

TEST_CASE("a kept page is sent with its own ETag, packed where that is shorter") {
  KeptPages pages;
  const auto small = pages.keep("small", 1, "x");
  CHECK(small.packed == nullptr);
  const auto large = pages.keep("large", 1, std::string(5'000, 'x'));
  REQUIRE(large.packed);
  CHECK(large.packed->size() < 5'000);
  const auto sent = large.response();
  CHECK(sent.headers.value("ETag") == large.etag);
  CHECK(sent.headers.value("Cache-Control") == "public, no-cache");
  CHECK(sent.content() == std::string(5'000, 'x'));
  CHECK(sent.packed == large.packed);
  CHECK(small.etag != large.etag);
}

TEST_CASE("no more pages are kept than were asked for") {
  KeptPages pages(1);
  pages.keep("one", 1, "one");
  pages.keep("one", 2, "one again");
  CHECK(pages.find("one", 2));
  pages.keep("two", 2, "two");
  CHECK_FALSE(pages.find("one", 2));
  CHECK(*pages.find("two", 2)->bytes == "two");
}
