#include "reading/furniture.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

bool only_digits(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, is_digit);
}

bool divides_footer(char sign) { return is_space(sign) || sign == '|' || sign == '/'; }

/// A line without the page number at either end ("East Sussex | Page 3 of 40", "3 East Sussex"),
/// for telling that two footers are one. Nothing is left of a line that is a page number alone.
std::string_view without_page_number(std::string_view text) {
  const auto before_number = [&] {
    while (!text.empty() && (is_digit(text.back()) || divides_footer(text.back())))
      text.remove_suffix(1);
  };
  before_number();
  if (text.size() > 4 && ends_with_ignoring_case(text, " of") && is_digit(text[text.size() - 4])) {
    text.remove_suffix(3);
    before_number();
  }
  while (!text.empty() && (is_digit(text.front()) || divides_footer(text.front())))
    text.remove_prefix(1);
  if (ends_with_ignoring_case(text, "page") &&
      (text.size() == 4 || divides_footer(text[text.size() - 5])))
    text.remove_suffix(4);
  while (!text.empty() && divides_footer(text.back())) text.remove_suffix(1);
  return text;
}

/// "Page 3 of 40", "3 | Page": a page number and nothing else. A number alone says less: it may be
/// a figure of a table.
bool is_page_number(std::string_view text) {
  return text.size() <= 20 && std::ranges::any_of(text, is_digit) && has_words(text, "page") &&
         without_page_number(text).empty();
}

/// A line that may carry its page's number: what is the same on every page, and the number.
struct PageLine {
  std::string_view words;
  int number = 0;
};

/// "Youth justice in Ambermere   14", "14 | Youth justice in Ambermere", "14/40".
std::optional<PageLine> page_line(std::string_view text) {
  if (text.size() > 140 || text.empty()) return std::nullopt;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  std::string_view number = text.substr(0, digits);
  auto words = without_page_number(text);
  if (words.empty()) {
    words = text.substr(digits);  // "/40": the same for every page too.
    if (!words.starts_with('/')) return std::nullopt;
  } else if (digits == 0) {
    const auto begins = static_cast<std::size_t>(words.data() - text.data()) + words.size();
    const auto first = text.find_first_of("0123456789", begins);
    if (first == std::string_view::npos) return std::nullopt;
    const auto end = text.find_first_not_of("0123456789", first);
    number = text.substr(first, end == std::string_view::npos ? end : end - first);
  } else if (digits == text.size() || !divides_footer(text[digits])) {
    return std::nullopt;  // "2.1 Assessment"
  }
  constexpr std::size_t shortest = 12;
  if (!words.starts_with('/') && (words.size() < shortest || words.back() == '?'))
    return std::nullopt;
  const auto whole = parse_whole_number(number);
  if (!whole || *whole > 999) return std::nullopt;
  return PageLine{words, static_cast<int>(*whole)};
}

/// Lines with the same words and a number that goes up through the whole report, pages apart.
void mark_numbered_pages(std::vector<TextLine>& lines) {
  struct Seen {
    std::size_t at;
    int number;
  };
  std::unordered_map<std::string_view, std::vector<Seen>> found;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto& text = lines[at].text;
    if (lines[at].bullet != 0 || text.empty() || !(is_digit(text.front()) || is_digit(text.back())))
      continue;
    if (const auto page = page_line(text)) found[page->words].push_back({at, page->number});
  }
  constexpr std::size_t fewest = 3;
  constexpr std::size_t shortest_page = 8;
  for (const auto& [words, seen] : found) {
    const bool of_pages = seen.size() >= fewest &&
                          std::ranges::adjacent_find(seen, [](const Seen& one, const Seen& next) {
                            return next.number <= one.number || next.at < one.at + shortest_page;
                          }) == seen.end();
    if (!of_pages) continue;
    for (const auto& one : seen) lines[one.at].furniture = true;
  }
}

/// Whether it may be what stands over or under every page, if it comes again there.
bool may_be_running(const TextLine& line, std::string_view words) {
  return line.bullet == 0 && words.size() >= 4 && words.size() <= 120 && words.back() != '.' &&
         words.back() != ':';
}

/// "Inspection of youth justice services in East Sussex   14", the footer of every page.
bool is_report_footer(std::string_view text) {
  const auto words = without_page_number(text);
  if (words.size() == text.size() || words.size() > 120) return false;
  for (const std::string_view opening :
       {"Inspection of youth", "An inspection of youth", "A joint inspection of youth",
        "Joint inspection of youth"})
    if (starts_with_ignoring_case(words, opening)) return true;
  return equals_ignoring_case(words, "HM Inspectorate of Probation");
}

/// What a browser prints over and under a page: "14/11/2025, 08:41   An inspection …" and
/// "https://…   3/7".
bool is_browser_line(std::string_view text) {
  if (text.size() < 12) return false;
  if (text.starts_with("http") || text.starts_with("file:///"))
    return text.find("://") != std::string_view::npos && is_digit(text.back()) &&
           text.find(' ') != std::string_view::npos && text.rfind('/') > text.find(' ');
  if (!is_digit(text.front())) return false;
  const auto date = text.substr(0, text.find(','));
  if (date.size() < 6 || date.size() > 10 || std::ranges::count(date, '/') != 2 ||
      !std::ranges::all_of(date, [](char sign) { return is_digit(sign) || sign == '/'; }))
    return false;
  const auto time = trim(text.substr(std::min(text.size(), date.size() + 1), 6));
  return time.size() > 3 && is_digit(time.front()) && (time[1] == ':' || time[2] == ':');
}

/// What comes again at the edge of a page, or next to what was told to be its number.
void mark_running_lines(std::vector<TextLine>& lines, std::vector<std::size_t> places) {
  const auto add_next = [&](std::size_t from, auto step) {
    auto at = from;
    for (int looked = 0; looked < 4; ++looked) {
      at = step(at);  // Past the first line it is beyond the last one too.
      if (at >= lines.size()) return;
      if (lines[at].blank()) continue;
      if (!lines[at].furniture) places.push_back(at);
      return;
    }
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!lines[at].furniture) continue;
    add_next(at, [](std::size_t line) { return line - 1; });
    add_next(at, [](std::size_t line) { return line + 1; });
  }
  std::ranges::sort(places);
  const auto [gone, end] = std::ranges::unique(places);
  places.erase(gone, end);
  std::unordered_map<std::string_view, int> found;
  for (const auto at : places)
    if (const auto words = without_page_number(lines[at].text); may_be_running(lines[at], words))
      ++found[words];
  // Three times over are certain; twice will do where no more pages are told apart by their
  // numbers.
  const auto pages = std::ranges::count_if(
      lines, [](const TextLine& line) { return line.furniture && is_page_number(line.text); });
  for (const auto at : places) {
    const auto words = without_page_number(lines[at].text);
    if (!may_be_running(lines[at], words)) continue;
    const int times = found[words];
    if (times >= 3 || (times == 2 && pages >= 2 && pages <= 3)) lines[at].furniture = true;
  }
}

}  // namespace

void mark_furniture(std::vector<TextLine>& lines) {
  std::vector<std::size_t> page_edges;
  std::optional<std::size_t> last;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto& line = lines[at];
    if (line.blank()) continue;
    if (line.bullet == 0 &&
        (is_report_footer(line.text) || is_browser_line(line.text) || is_page_number(line.text)))
      line.furniture = true;
    if (line.starts_page && last) {
      page_edges.push_back(*last);
      page_edges.push_back(at);
    }
    last = at;
  }
  if (last) page_edges.push_back(*last);
  for (const auto at : page_edges)
    if (lines[at].bullet == 0 && only_digits(lines[at].text)) lines[at].furniture = true;
  // Texts copied from a web page keep the page number but not the page: a number alone between two
  // empty lines.
  for (std::size_t at = 1; at + 1 < lines.size(); ++at)
    if (lines[at].bullet == 0 && only_digits(lines[at].text) && lines[at - 1].blank() &&
        lines[at + 1].blank())
      lines[at].furniture = true;
  mark_numbered_pages(lines);
  mark_running_lines(lines, std::move(page_edges));
}

}  // namespace northlight::reading
