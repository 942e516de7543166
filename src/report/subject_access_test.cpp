#include "report/subject_access.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::report;

namespace {

SubjectAnswer answer() {
  using namespace std::chrono_literals;
  domain::HeldLine line{.place = "secret-place"};
  line.label = "What happened?";
  line.text = "Met [hidden] & <Wren>.\nThen home.";
  line.hidden = 1;
  return {.service = "Hollowbeck Youth Justice Service",
          .whose = Sensitive<std::string>("Wren Exampleby"),
          .asked_by = "The child",
          .received_on = 2026y / 11 / 2,
          .given_on = 2026y / 11 / 20,
          .shown_as = "[hidden]",
          .held = {{{"part1", "Contact, begun on 3 June 2026", {{"Version 1", {line}}}}}}};
}

}  // namespace

TEST_CASE("the page holds every line, escaped, and stands by itself") {
  const auto page = subject_access_html(answer());
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  CHECK(page.find("<h1>What is held on Wren Exampleby</h1>") != std::string::npos);
  CHECK(page.find("Met [hidden] &amp; &lt;Wren&gt;.") != std::string::npos);
  CHECK(page.find("<p>Then home.</p>") != std::string::npos);
  CHECK(page.find("2 November 2026") != std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
  CHECK(page.find("secret-place") == std::string::npos);
}

TEST_CASE("the data file holds the same, and how much is hidden") {
  const auto json = subject_access_json(answer());
  CHECK(*json.find("about")->string() == "Wren Exampleby");
  const auto& part = json.find("parts")->items()->at(0);
  const auto& line = part.find("entries")->items()->at(0).find("lines")->items()->at(0);
  CHECK(*line.find("text")->string() == "Met [hidden] & <Wren>.\nThen home.");
  CHECK(*line.find("hidden")->whole() == 1);
  CHECK(json.text().find("secret-place") == std::string::npos);
}
