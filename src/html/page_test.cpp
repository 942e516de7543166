#include "html/page.hpp"

#include <doctest/doctest.h>

using namespace northlight::html;

namespace {

bool contains(const Html& page, std::string_view part) {
  return page.view().find(part) != std::string_view::npos;
}

std::size_t place_of(const Html& page, std::string_view part) { return page.view().find(part); }

}  // namespace

TEST_CASE("a page is a whole document in its language") {
  const auto shown = page({.title = "Plans & people", .language = "cy", .content = text("x")});
  CHECK(shown.view().starts_with("<!DOCTYPE html>\n<html lang=\"cy\" class=\"govuk-template\">"));
  CHECK(contains(shown, "<title>Plans &amp; people</title>"));
  CHECK(shown.view().ends_with("</html>\n"));
}

TEST_CASE("the first thing in the body is the way past what every page begins with") {
  const auto shown = page({.title = "T", .content = element("h1", {}, "Heading")});
  CHECK(contains(shown,
                 "<body class=\"govuk-template__body\"><a href=\"#main-content\" "
                 "class=\"govuk-skip-link\""));
  CHECK(contains(shown, "<main class=\"govuk-main-wrapper\" id=\"main-content\"><h1>Heading</h1>"));
  CHECK(place_of(shown, "govuk-skip-link") < place_of(shown, "<header"));
}

TEST_CASE("a page has no script and no style inside it") {
  const auto shown = page({.title = "T",
                           .assets = {.style_sheet = "/assets/a-1.css", .script = "/assets/a-2.js"},
                           .navigation = {.items = {{.text = "Home", .href = "/"}}},
                           .phase_banner = PhaseBanner{.tag = {.text = "Beta"}, .text = "New"},
                           .content = text("x")});
  CHECK_FALSE(contains(shown, "<style"));
  CHECK_FALSE(contains(shown, " style="));
  CHECK_FALSE(contains(shown, "<script>"));
  CHECK(contains(shown, "<script type=\"module\" src=\"/assets/a-2.js\"></script>"));
  CHECK(contains(shown, "<link rel=\"stylesheet\" href=\"/assets/a-1.css\">"));
}

TEST_CASE("a page bears neither the crown nor the royal arms of GOV.UK") {
  const auto shown = page({.title = "T", .content = text("x")});
  CHECK_FALSE(contains(shown, "crown"));
  CHECK_FALSE(contains(shown, "copyright-logo"));
  CHECK(contains(shown, "govuk-generic-header"));
}

TEST_CASE("a page without parts to go to has no navigation") {
  CHECK_FALSE(contains(page({.title = "T"}), "govuk-service-navigation"));
}
