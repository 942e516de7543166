#include "reading/check_repeats.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "base/text.hpp"
#include "reading/check_words.hpp"

namespace northlight::reading {

namespace {

bool has_at_least(std::string_view text, char sign, int times) {
  auto at = text.find(sign);
  while (at != std::string_view::npos && --times > 0) at = text.find(sign, at + 1);
  return at != std::string_view::npos;
}

/// Whether enough signs divide the text for three items or more.
bool may_be_list(std::string_view text) {
  return has_at_least(text, ',', 3) || has_at_least(text, ';', 2);
}

/// One item of a list, without the words that only join it.
std::string_view bare_item(std::string_view item) {
  item = trim(item);
  while (!item.empty() && (item.back() == '.' || item.back() == ')')) item.remove_suffix(1);
  for (const std::string_view word : {"and ", "or ", "the ", "a ", "an "})
    if (starts_with_ignoring_case(item, word)) item = trim(item.substr(word.size()));
  return item;
}

bool names_something(std::string_view item, bool by_commas) {
  if (item.size() < 6 || item.size() > 90) return false;
  if (std::ranges::any_of(item, is_digit)) return false;
  if (!by_commas) return true;
  if (item.find(' ') == std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 32> joining{
      "for ",   "in ",  "on ",   "at ",     "by ",   "with ",     "where ", "when ",
      "which ", "who ", "that ", "however", "such ", "including", "as ",    "to ",
      "of ",    "if ",  "but ",  "their ",  "his ",  "her ",      "they ",  "it ",
      "is ",    "are ", "was ",  "were ",   "both ", "not "};
  for (const auto word : joining)
    if (starts_with_ignoring_case(item, word)) return false;
  return true;
}

std::string_view find_repeated(std::string_view list, char separator, bool by_commas) {
  std::unordered_set<std::string> seen;
  std::size_t items = 0;
  std::string_view repeated;
  for (std::size_t at = 0; at <= list.size() && items < 400;) {
    auto end = list.find(separator, at);
    if (end == std::string_view::npos) end = list.size();
    const auto item = bare_item(list.substr(at, end - at));
    at = end + 1;
    ++items;
    if (!names_something(item, by_commas)) continue;
    if (!seen.insert(lower(item)).second && repeated.empty()) repeated = item;
  }
  return items >= 3 ? repeated : std::string_view{};
}

}  // namespace

std::string_view repeated_item(std::string_view sentence) {
  if (!may_be_list(sentence)) return {};
  // What introduces the list is no part of its first item.
  std::size_t start = 0;
  static constexpr std::array<Phrase, 5> openings{"include ", "includes ", "included ",
                                                  "including ", "such as "};
  for (const auto& words : openings) {
    const auto at = find_words(sentence, words);
    if (at == std::string_view::npos) continue;
    start = start == 0 ? at + words.size() : std::min(start, at + words.size());
  }
  if (const auto colon = sentence.find(": "); colon != std::string_view::npos)
    start = std::max(start, colon + 2);
  const auto list = sentence.substr(start);
  if (std::ranges::count(list, ';') >= 2) {
    if (const auto item = find_repeated(list, ';', false); !item.empty()) return item;
  }
  if (start == 0 || std::ranges::count(list, ',') < 3) return {};
  return find_repeated(list, ',', true);
}

void check_repeats(const ReadingInProgress& reading, Checked& into) {
  for (const auto& paragraph : reading.flat.paragraphs()) {
    const auto& section = reading.sections[paragraph.section];
    if (section.kind == SectionKind::Ratings || section.kind == SectionKind::Front) continue;
    const auto text = reading.flat.text_of(paragraph);
    if (!may_be_list(text)) continue;
    if (text.find(';') == std::string_view::npos && !has_words(text, "nclud") &&
        !has_words(text, "such as"))
      continue;
    for (const auto sentence : reading.flat.sentences_of(paragraph)) {
      const auto item = repeated_item(sentence);
      if (item.empty()) continue;
      into.findings.push_back({"repeated-item", domain::Severity::Notice, where_of(section),
                               reading.flat.line_of(item),
                               "One list names \xE2\x80\x9C" + std::string(item) +
                                   "\xE2\x80\x9D twice in the same sentence."});
    }
  }
}

}  // namespace northlight::reading
