#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::testing {

/// What stands between two pages of a report: under the one, and over the next.
struct PageDress {
  std::string_view name;
  std::function<std::string(int page)> between;
};

/// The ways in which pages are told apart; none of them is a part of what the report says.
inline const std::vector<PageDress>& page_dresses() {
  static const std::string header = "Youth justice inspection: Ambermere";
  static const std::vector<PageDress> all{
      {"a number of so many, and a header",
       [](int page) { return "\nPage " + std::to_string(page) + " of 40\n\n" + header + "\n\n"; }},
      {"a number and a header after a form feed",
       [](int page) { return "\nPage " + std::to_string(page) + "\n\f" + header + "\n"; }},
      {"a number and a header with nothing between",
       [](int page) { return "Page " + std::to_string(page) + " of 40\n" + header + "\n"; }},
      {"a footer with its number in front",
       [](int page) { return "\n" + std::to_string(page) + " | " + header + "\n\n"; }},
      {"a footer with its number behind, after a form feed",
       [](int page) { return "\n" + header + " | Page " + std::to_string(page) + "\n\f\n"; }},
      {"a share of all pages", [](int page) { return "\n" + std::to_string(page) + "/40\n\n"; }},
  };
  return all;
}

/// The text cut into pages of so many lines, from the first page on as far as `offset` shifts it.
inline std::string on_pages(std::string_view text, const PageDress& dress, int lines, int offset) {
  std::string paged;
  int line = 0;
  int page = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    paged += text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    if (++line > 12 && (line + offset) % lines == 0) {
      if (paged.back() != '\n') paged += '\n';
      paged += dress.between(++page);
    }
  }
  return paged;
}

}  // namespace northlight::testing
