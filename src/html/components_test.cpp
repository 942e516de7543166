#include <doctest/doctest.h>

#include "html/heading.hpp"
#include "html/pagination.hpp"
#include "html/sortable_table.hpp"
#include "html/textarea.hpp"

using namespace northlight::html;

namespace {

bool contains(const Html& shown, std::string_view part) {
  return shown.view().find(part) != std::string_view::npos;
}

/// The pages that a list's pagination shows, with "…" for those left out and brackets for its own.
std::string pages(int current, int count) {
  std::string out;
  const auto shown = pagination_of_list(
      current, count, [](int page) { return Url("/?page=" + std::to_string(page)); });
  const auto view = shown.view();
  for (auto at = view.find("<li"); at != std::string_view::npos; at = view.find("<li", at + 1)) {
    const auto item = view.substr(at, view.find("</li>", at) - at);
    if (!out.empty()) out += ' ';
    if (item.find("ctdot") != std::string_view::npos) {
      out += "...";
      continue;
    }
    const auto number = item.substr(item.rfind("\">") + 2);
    const std::string text(number.substr(0, number.find('<')));
    out += item.find("aria-current") != std::string_view::npos ? "[" + text + "]" : text;
  }
  return out;
}

Html sorted(const std::string& key, SortOrder order) {
  return sortable_table(
      {.columns = {{.text = "Name", .key = "name"},
                   {.text = "Score", .key = "score", .first_order = SortOrder::Descending},
                   {.text = "Remarks"}},
       .sorted_by = key,
       .order = order,
       .address = [](const std::string& by, SortOrder next) {
         return Url("/" + by + (next == SortOrder::Ascending ? "/up" : "/down"));
       }});
}

}  // namespace

TEST_CASE("a heading's level is kept within one to six") {
  CHECK(heading(3, {}, "x").view() == "<h3>x</h3>");
  CHECK(heading(0, {}, "x").view() == "<h1>x</h1>");
  CHECK(heading(9, {}, "x").view() == "<h6>x</h6>");
}

TEST_CASE("a list on one page has no pagination") {
  CHECK(pagination_of_list(1, 1, [](int) { return Url("/"); }).empty());
}

TEST_CASE("pagination shows the first, the last and the neighbours of the current page") {
  CHECK(pages(1, 2) == "[1] 2");
  CHECK(pages(1, 10) == "[1] 2 ... 10");
  CHECK(pages(6, 12) == "1 ... 5 [6] 7 ... 12");
  CHECK(pages(10, 10) == "1 ... 9 [10]");
}

TEST_CASE("pagination never puts an ellipsis in the place of a single page") {
  CHECK(pages(4, 7) == "1 2 3 [4] 5 6 7");
  CHECK(pages(3, 9) == "1 2 [3] 4 ... 9");
}

TEST_CASE("the column that a table is sorted by offers the other order") {
  const auto shown = sorted("name", SortOrder::Ascending);
  CHECK(contains(shown, "aria-sort=\"ascending\""));
  CHECK(contains(shown, "href=\"/name/down\""));
  CHECK(contains(sorted("name", SortOrder::Descending), "href=\"/name/up\""));
}

TEST_CASE("another column offers its own first order, and one without a key none") {
  const auto shown = sorted("name", SortOrder::Ascending);
  CHECK(contains(shown, "aria-sort=\"none\""));
  CHECK(contains(shown, "href=\"/score/down\""));
  CHECK(contains(shown, "<th scope=\"col\" class=\"govuk-table__header\">Remarks</th>"));
}

TEST_CASE("a text that begins with an empty line keeps it in its field") {
  CHECK(contains(textarea({.name = "note", .value = "\nSecond line"}),
                 ">\n\nSecond line</textarea>"));
  CHECK(contains(textarea({.name = "note", .value = "First"}), ">First</textarea>"));
}
