#include "web/views/layout.hpp"

#include <doctest/doctest.h>

#include "web/views/error_view.hpp"

using namespace northlight;
using namespace northlight::web;

TEST_CASE("the shell names the page, marks where it stands and holds its content") {
  const auto shown = views::document({}, {.title = "Services", .section = views::Section::Services},
                                     html::element("h1", {}, "Services"));
  CHECK(shown.starts_with("<!DOCTYPE html>"));
  CHECK(shown.find("<title>Services – Northlight</title>") != std::string::npos);
  const auto entry = shown.find(R"(href="/services")");
  REQUIRE(entry != std::string::npos);
  CHECK(shown.substr(entry, 50).find("aria-current") != std::string::npos);
  CHECK(shown.find("aria-current") == shown.rfind("aria-current"));
  CHECK(shown.find("<h1>Services</h1>") != std::string::npos);
}

TEST_CASE("a hostile title stays text") {
  const auto shown = views::document({}, {.title = "</title><script>x</script>"}, {});
  CHECK(shown.find("<script>x") == std::string::npos);
}

TEST_CASE("a page with errors says so in its title") {
  CHECK(views::document({}, {.title = "What if", .has_errors = true}, {})
            .find("<title>Error: What if") != std::string::npos);
}

TEST_CASE("an error page says what happened, what to do and where to go on") {
  const auto shown =
      views::error_page({}, {.status = 404, .message = "No inspection has this name."});
  CHECK(shown.view().find("Page not found") != std::string::npos);
  CHECK(shown.view().find("No inspection has this name.") != std::string::npos);
  CHECK(shown.view().find(R"(href="/inspections")") != std::string::npos);
}

TEST_CASE("an error page leads whoever is signed in back to their own pages") {
  const std::string way = R"(href="/sign-in">go back to your own pages, or sign in</a>)";
  const auto shown = views::error_page({.can_sign_in = true}, {.status = 403});
  CHECK(shown.view().find(way) != std::string::npos);
  const auto made =
      views::error_page({.can_sign_in = true, .whoever_reads = true}, {.status = 404});
  CHECK(made.view().find(">Your pages</a>") != std::string::npos);
  CHECK(made.view().find(">Sign in</a>") == std::string::npos);
  // Where nobody can sign in, nobody is sent to.
  CHECK(views::error_page({}, {.status = 403}).view().find("/sign-in") == std::string::npos);
}

TEST_CASE("a fault of ours gives a number to quote") {
  const auto shown = views::error_page({}, {.status = 500, .request = "0abc"});
  CHECK(shown.view().find("0abc") != std::string::npos);
  CHECK(views::error_page({}, {.status = 404, .request = "0abc"}).view().find("0abc") ==
        std::string::npos);
}
