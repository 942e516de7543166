#include "reading/scan.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/text.hpp"

namespace northlight::reading {

namespace {

struct NumberWord {
  std::string_view word;
  std::int64_t value;
};

/// By length, so that a word is compared with few others.
constexpr std::array<NumberWord, 27> number_words{{
    {"one", 1},       {"two", 2},        {"six", 6},       {"ten", 10},      {"four", 4},
    {"five", 5},      {"nine", 9},       {"three", 3},     {"seven", 7},     {"eight", 8},
    {"forty", 40},    {"fifty", 50},     {"sixty", 60},    {"eleven", 11},   {"twelve", 12},
    {"twenty", 20},   {"thirty", 30},    {"eighty", 80},   {"ninety", 90},   {"fifteen", 15},
    {"sixteen", 16},  {"seventy", 70},   {"thirteen", 13}, {"fourteen", 14}, {"eighteen", 18},
    {"nineteen", 19}, {"seventeen", 17},
}};
constexpr std::array<std::size_t, 11> first_of_length{0, 0, 0, 0, 4, 7, 13, 19, 22, 26, 27};

std::optional<std::int64_t> value_of_word(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return std::nullopt;
  for (auto at = first_of_length[word.size()]; at < first_of_length[word.size() + 1]; ++at) {
    const auto& known = number_words[at];
    if (lowered(word[0]) == known.word[0] && lowered(word[1]) == known.word[1] &&
        equals_ignoring_case(known.word, word))
      return known.value;
  }
  return std::nullopt;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}

/// Past "%", " %", " per cent" or " percent"; nothing when the number is no percentage.
std::optional<std::size_t> percent_end(std::string_view text, std::size_t at) {
  auto next = at;
  while (next < text.size() && is_space(text[next]) && next < at + 3) ++next;
  if (next < text.size() && text[next] == '%') return next + 1;
  for (const std::string_view words : {"per cent", "percent", "per-cent"})
    if (starts_with_ignoring_case(text.substr(next), words)) return next + words.size();
  return std::nullopt;
}

Number with_percent(Number number, std::string_view text) {
  if (const auto end = percent_end(text, number.end)) {
    number.percent = true;
    number.end = *end;
  }
  return number;
}

/// Twenty-one to ninety-nine are one number.
std::optional<Number> number_in_letters(std::string_view text, std::size_t at) {
  auto end = word_end(text, at);
  const auto first = value_of_word(text.substr(at, end - at));
  if (!first) return std::nullopt;
  auto value = *first;
  if (value >= 20 && end + 1 < text.size() && text[end] == '-') {
    const auto second_end = word_end(text, end + 1);
    const auto second = value_of_word(text.substr(end + 1, second_end - end - 1));
    if (second && *second < 10) {
      value += *second;
      end = second_end;
    }
  }
  if (end < text.size() && in_word(text[end])) return std::nullopt;
  // "one-to-one", "two-thirds" and "first-tier" count nothing.
  if (end + 1 < text.size() && text[end] == '-' && is_letter(text[end + 1])) return std::nullopt;
  Number number;
  number.value = value;
  number.begin = at;
  number.end = end;
  number.printed = text.substr(at, end - at);
  number.in_words = true;
  return with_percent(number, text);
}

std::optional<Number> number_in_figures(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::int64_t value = 0;
  bool commas_fit = true;
  std::size_t since_comma = 0;
  bool comma = false;
  while (end < text.size()) {
    if (is_digit(text[end])) {
      if (end - at < 15) value = value * 10 + (text[end] - '0');
      ++since_comma;
      ++end;
      continue;
    }
    if (text[end] == ',' && end + 3 < text.size() && is_digit(text[end + 1]) &&
        is_digit(text[end + 2]) && is_digit(text[end + 3]) && since_comma <= 3 &&
        (end + 4 >= text.size() || !is_digit(text[end + 4]))) {
      comma = true;
      since_comma = 0;
      ++end;
      continue;
    }
    break;
  }
  commas_fit = !comma || since_comma == 3;
  if (!commas_fit || end - at > 15) return std::nullopt;
  Number number;
  number.value = value;
  number.begin = at;
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    auto decimals = end + 1;
    while (decimals < text.size() && is_digit(text[decimals])) ++decimals;
    // "2.1.3" is a reference, not a number.
    if (decimals + 1 < text.size() && text[decimals] == '.' && is_digit(text[decimals + 1]))
      return std::nullopt;
    number.fraction = true;
    end = decimals;
  }
  if (end < text.size() && is_letter(text[end]) && !text.substr(end).starts_with("per"))
    return std::nullopt;
  number.end = end;
  number.printed = text.substr(at, end - at);
  return with_percent(number, text);
}

/// Sixteen signs that are compared at once. Capitals and small letters differ in one bit; what else
/// that bit makes alike is told apart afterwards.
constexpr std::size_t block_size = 16;
constexpr char case_bit = 0x20;
using Block = signed char __attribute__((vector_size(block_size)));

Block block_of(char sign) { return Block{} + static_cast<signed char>(sign | case_bit); }

Block block_at(std::string_view text, std::size_t at) {
  Block block;
  std::memcpy(&block, text.data() + at, block_size);
  return block | static_cast<signed char>(case_bit);
}

bool any_in(const Block& block) {
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &block, block_size);
  return (halves[0] | halves[1]) != 0;
}

using Bytes = unsigned char __attribute__((vector_size(block_size)));

Bytes bytes_at(std::string_view text, std::size_t at) {
  Bytes bytes;
  std::memcpy(&bytes, text.data() + at, block_size);
  return bytes;
}

/// Where a number may begin among the sixteen signs from `at`, of which there is one before and two
/// behind: a figure, or the first three letters of a number word, not within a word.
Block number_openings(std::string_view text, std::size_t at) {
  const auto before = bytes_at(text, at - 1);
  const auto here = bytes_at(text, at);
  constexpr auto small = static_cast<unsigned char>(case_bit);
  const Bytes zeroth = before | small;
  const Bytes first = here | small;
  const Bytes second = bytes_at(text, at + 1) | small;
  const Bytes third = bytes_at(text, at + 2) | small;
  // In unsigned figures, one comparison tells a range.
  const Block within = (zeroth - 'a' <= 25) | (before - '0' <= 9) | (before - 0xC3 <= 0x1C);
  const Block letters =
      ((first == 'o') & (second == 'n') & (third == 'e')) |
      ((first == 't') & ((second == 'w') | ((second == 'e') & (third == 'n')) |
                         ((second == 'h') & ((third == 'r') | (third == 'i'))))) |
      ((first == 's') & (((second == 'i') & (third == 'x')) | ((second == 'e') & (third == 'v')))) |
      ((first == 'f') & (((second == 'o') & ((third == 'u') | (third == 'r'))) |
                         ((second == 'i') & ((third == 'v') | (third == 'f'))))) |
      ((first == 'n') & (second == 'i') & (third == 'n')) |
      ((first == 'e') & (((second == 'i') & (third == 'g')) | ((second == 'l') & (third == 'e'))));
  return ~within & ((here - '0' <= 9) | letters);
}

/// The first place at or after `at` where a number may begin; the text's end when there is none.
std::size_t number_opening(std::string_view text, std::size_t at) {
  // Near either end of the text, every word is looked at.
  const auto may_open = [&](std::size_t place) {
    return (is_digit(text[place]) || is_letter(text[place])) &&
           (place == 0 || !in_word(text[place - 1]));
  };
  if (at == 0 && !text.empty()) {
    if (may_open(0)) return 0;
    at = 1;
  }
  for (; at + block_size + 1 < text.size(); at += block_size) {
    const auto openings = number_openings(text, at);
    if (!any_in(openings)) continue;
    for (std::size_t place = 0; place < block_size; ++place)
      if (openings[place] != 0) return at + place;
  }
  while (at < text.size() && !may_open(at)) ++at;
  return std::min(at, text.size());
}

}  // namespace

bool starts_with_ignoring_case(std::string_view text, std::string_view opening) {
  return text.size() >= opening.size() &&
         std::equal(opening.begin(), opening.end(), text.begin(),
                    [](char a, char b) { return lowered(a) == lowered(b); });
}

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         starts_with_ignoring_case(text.substr(text.size() - ending.size()), ending);
}

std::size_t find_words(std::string_view text, const Phrase& phrase, std::size_t from) {
  constexpr auto nowhere = std::string_view::npos;
  const auto part = phrase.text();
  if (part.empty() || text.size() < part.size() || from > text.size() - part.size()) return nowhere;
  const auto first = phrase.rarest();
  const auto second = phrase.next_rarest();
  const auto last = text.size() - part.size();
  const auto is_at = [&](std::size_t start) {
    std::size_t same = 0;
    while (same < part.size() && lowered(text[start + same]) == part[same]) ++same;
    return same == part.size();
  };
  auto start = from;
  if (last - from >= block_size - 1) {
    const auto first_sign = block_of(part[first]);
    const auto second_sign = block_of(part[second]);
    const auto fits_at = [&](std::size_t place) -> Block {
      return (block_at(text, place + first) == first_sign) &
             (block_at(text, place + second) == second_sign);
    };
    const auto found_in = [&](const Block& fits, std::size_t place) {
      for (std::size_t at = 0; at < block_size; ++at)
        if (fits[at] != 0 && is_at(place + at)) return place + at;
      return nowhere;
    };
    while (start <= last) {
      // The last block may overlap the one before it.
      start = std::min(start, last - (block_size - 1));
      const auto fits = fits_at(start);
      if (any_in(fits))
        if (const auto found = found_in(fits, start); found != nowhere) return found;
      start += block_size;
    }
    return nowhere;
  }
  for (; start <= last; ++start)
    if ((text[start + first] | case_bit) == (part[first] | case_bit) && is_at(start)) return start;
  return nowhere;
}

std::size_t find_stop(std::string_view text, std::size_t from) {
  constexpr auto is_stop = [](char sign) { return sign == '.' || sign == '!' || sign == '?'; };
  for (; from + block_size <= text.size(); from += block_size) {
    const auto signs = bytes_at(text, from);
    const Block stops = (signs == '.') | (signs == '!') | (signs == '?');
    if (any_in(stops)) break;
  }
  while (from < text.size() && !is_stop(text[from])) ++from;
  return std::min(from, text.size());
}

std::string_view without_footnote(std::string_view text) {
  while (!text.empty()) {
    const auto before = text.size();
    text = trim(text);
    if (text.empty()) break;
    if (text.back() == '*') text.remove_suffix(1);
    // Superscript ¹ ² ³ (C2 B9, B2, B3) and ⁰, ⁴ to ⁹ (E2 81 B0 to B9).
    if (text.size() >= 2) {
      const auto last = static_cast<unsigned char>(text.back());
      const auto prior = static_cast<unsigned char>(text[text.size() - 2]);
      if (prior == 0xC2 && (last == 0xB9 || last == 0xB2 || last == 0xB3))
        text.remove_suffix(2);
      else if (text.size() >= 3 && prior == 0x81 && last >= 0xB0 && last <= 0xB9 &&
               static_cast<unsigned char>(text[text.size() - 3]) == 0xE2)
        text.remove_suffix(3);
    }
    if (text.size() >= 3 && (text.back() == ']' || text.back() == ')')) {
      const char open = text.back() == ']' ? '[' : '(';
      auto at = text.size() - 1;
      while (at > 0 && is_digit(text[at - 1])) --at;
      if (at > 0 && at < text.size() - 1 && text.size() - at <= 4 && text[at - 1] == open)
        text = text.substr(0, at - 1);
    }
    auto at = text.size();
    while (at > 0 && is_digit(text[at - 1])) --at;
    if (at > 0 && text.size() - at <= 2 && at < text.size() &&
        (is_letter(text[at - 1]) || text[at - 1] == '.') && at >= 2 && is_letter(text[at - 2]))
      text = text.substr(0, at);
    if (text.size() == before) break;
  }
  return text;
}

std::size_t quote_at(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == '"' || text.front() == '\'') return 1;
  if (text.size() >= 3 && text[0] == '\xE2' && text[1] == '\x80' &&
      (static_cast<unsigned char>(text[2]) >= 0x98 && static_cast<unsigned char>(text[2]) <= 0x9F))
    return 3;
  if (text.size() >= 2 && text[0] == '\xC2' && (text[1] == '\xAB' || text[1] == '\xBB')) return 2;
  return 0;
}

std::string_view without_quotes(std::string_view text) {
  text = trim(text);
  while (const auto length = quote_at(text)) text.remove_prefix(length);
  for (;;) {
    if (!text.empty() && (text.back() == '"' || text.back() == '\''))
      text.remove_suffix(1);
    else if (text.size() >= 3 && quote_at(text.substr(text.size() - 3)) == 3)
      text.remove_suffix(3);
    else
      return trim(text);
  }
}

bool is_finished(std::string_view text) {
  text = without_footnote(text);
  for (;;) {
    if (text.empty()) return false;
    if (text.back() == ')' || text.back() == ']' || text.back() == '"' || text.back() == '\'') {
      text.remove_suffix(1);
      continue;
    }
    if (text.size() >= 3 && quote_at(text.substr(text.size() - 3)) == 3) {
      text.remove_suffix(3);
      continue;
    }
    break;
  }
  return text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ':' ||
         text.back() == ';';
}

std::optional<Number> number_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (is_digit(text[at])) return number_in_figures(text, at);
  if (is_letter(text[at])) return number_in_letters(text, at);
  return std::nullopt;
}

std::optional<Number> next_number(std::string_view text, std::size_t from) {
  for (auto at = number_opening(text, from); at < text.size(); at = number_opening(text, at)) {
    if (const auto number = number_at(text, at)) return number;
    if (is_letter(text[at])) {
      ++at;
      continue;
    }
    // Past a reference ("2.1.3"), which counts nothing.
    while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
  }
  return std::nullopt;
}

}  // namespace northlight::reading
