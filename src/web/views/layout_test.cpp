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

TEST_CASE("an error page that does not know who reads leads to their account or to signing in") {
  const auto made =
      views::error_page({.can_sign_in = true, .whoever_reads = true}, {.status = 404});
  CHECK(made.view().find(R"(href="/sign-in">go to your account, or sign in</a>)") !=
        std::string::npos);
  CHECK(made.view().find(">Your account</a>") != std::string::npos);
  CHECK(made.view().find(">Sign in</a>") == std::string::npos);
  // Where nobody can sign in, nobody is sent to.
  CHECK(views::error_page({}, {.status = 403}).view().find("/sign-in") == std::string::npos);
}

TEST_CASE("an error page leads whoever is known to the parts of the service that are theirs") {
  views::Shell shell{.can_sign_in = true};
  shell.person = views::SignedInAs{
      .name = Sensitive<std::string>("Robin Invented"),
      .form_token = "token",
      .sections = {views::Section::Children, views::Section::People, views::Section::Inspections},
      .seconds_left = 1000};
  const auto shown = views::error_page(shell, {.status = 404});
  for (const auto* const way :
       {R"(href="/children">Children</a></li>)", R"(href="/people">People</a></li>)",
        R"(href="/account">Your account</a></li>)"})
    CHECK(shown.view().find(way) != std::string::npos);
  CHECK(shown.view().find("look for an inspection") == std::string::npos);
  // The same to the byte each time: nothing of the time that is left.
  CHECK(shown.view().find("data-seconds-left") == std::string::npos);
}

TEST_CASE("an error page of a child leads back to their own page and nowhere else") {
  const auto shown = views::error_page({.can_sign_in = true}, {.status = 404, .by_link = true});
  CHECK(shown.view().find(R"(href="/mine">go back to your page</a>)") != std::string::npos);
  CHECK(shown.view().find("/sign-in") == std::string::npos);
  CHECK(shown.view().find("/inspections") == std::string::npos);
}

TEST_CASE("each kind of error says what it is: asking too often is not a busy service") {
  const auto often = views::error_page(
      {}, {.status = 429, .message = "There were too many. Wait 30 seconds and try again."});
  CHECK(often.view().find("You have asked too often") != std::string::npos);
  CHECK(often.view().find("Wait 30 seconds") != std::string::npos);
  CHECK(often.view().find("Wait a minute") == std::string::npos);
  const auto gone = views::error_page(
      {}, {.status = 503, .message = "This file is missing or damaged on the server."});
  CHECK(gone.view().find("This cannot be done just now") != std::string::npos);
  CHECK(gone.view().find("busy") == std::string::npos);
  // A page that says what to do is not contradicted by what can be said of every page.
  const auto refused = views::error_page({}, {.status = 403, .message = "Your role is no."});
  CHECK(refused.view().find("speak with your manager") != std::string::npos);
  const auto stale = views::error_page(
      {}, {.status = 403, .message = "Nothing was changed. Load the page again."});
  CHECK(stale.view().find("speak with your manager") == std::string::npos);
  const auto changed = views::error_page({}, {.status = 409});
  CHECK(changed.view().find("our fault") == std::string::npos);
  CHECK(changed.view().find("load the page again") != std::string::npos);
}

TEST_CASE("an error page says what happened where that is known better than by its status") {
  const auto page = views::error_page({}, {.status = 403,
                                           .message = "Nothing was sent.",
                                           .heading = "This page belonged to somebody else"})
                        .take();
  CHECK(page.find("<h1 class=\"govuk-heading-l\">This page belonged to somebody else</h1>") !=
        std::string::npos);
  CHECK(page.find("You cannot see this page") == std::string::npos);
  CHECK(page.find("Nothing was sent.") != std::string::npos);
}

TEST_CASE("a fault of ours gives a number to quote") {
  const auto shown = views::error_page({}, {.status = 500, .request = "0abc"});
  CHECK(shown.view().find("0abc") != std::string::npos);
  CHECK(views::error_page({}, {.status = 404, .request = "0abc"}).view().find("0abc") ==
        std::string::npos);
}

TEST_CASE("a fault that is understood says what is wrong, and sends nobody to try again") {
  const auto shown =
      views::error_page({}, {.status = 500, .message = "Tell your manager.", .request = "0abc"});
  CHECK(shown.view().find("This page cannot be shown</h1>") != std::string::npos);
  CHECK(shown.view().find("Tell your manager.") != std::string::npos);
  CHECK(shown.view().find("0abc") != std::string::npos);
  CHECK(shown.view().find("Try again") == std::string::npos);
}
