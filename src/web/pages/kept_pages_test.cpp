#include "web/pages/kept_pages.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::web;

namespace {

store::KeptInspection with_share(std::int64_t yes, std::int64_t of) {
  store::KeptInspection kept;
  kept.id = "northmarsh-2023-05";
  kept.facts.standards = {{.id = "2.2", .title = "Planning"}};
  kept.facts.standards[0].key_questions = {{.lens = "safety", .share = *Share::of(yes, of)}};
  return kept;
}

}  // namespace

TEST_CASE("a page is given again for the facts it was made from, and for no others") {
  KeptPages pages;
  CHECK(pages.find(with_share(4, 8)) == nullptr);
  pages.keep(with_share(4, 8), "the page");
  REQUIRE(pages.find(with_share(4, 8)) != nullptr);
  CHECK(*pages.find(with_share(4, 8)) == "the page");
  CHECK(pages.find(with_share(5, 8)) == nullptr);
  auto noted = with_share(4, 8);
  noted.facts.notes = "Corrected.";
  CHECK(pages.find(noted) == nullptr);
}

TEST_CASE("the same share of more cases is another page") {
  KeptPages pages;
  pages.keep(with_share(4, 8), "the page");
  CHECK(pages.find(with_share(8, 16)) == nullptr);
}

TEST_CASE("no more pages are kept than were asked for") {
  KeptPages pages(1);
  pages.keep(with_share(4, 8), "one");
  auto other = with_share(4, 8);
  other.id = "other";
  pages.keep(other, "two");
  CHECK(pages.find(with_share(4, 8)) == nullptr);
  CHECK(*pages.find(other) == "two");
}
