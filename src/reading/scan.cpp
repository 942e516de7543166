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

enum SignKind : unsigned char { other_sign, word_sign, number_letter, digit_sign };

/// What each byte is to a search for numbers: number words open with a few letters only.
constexpr std::array<unsigned char, 256> sign_kinds = [] {
  std::array<unsigned char, 256> kinds{};
  for (std::size_t sign = 0; sign < 256; ++sign)
    if (in_word(static_cast<char>(sign))) kinds[sign] = word_sign;
  for (const char sign : std::string_view{"otfsenOTFSEN"})
    kinds[static_cast<unsigned char>(sign)] = number_letter;
  for (char sign = '0'; sign <= '9'; ++sign) kinds[static_cast<unsigned char>(sign)] = digit_sign;
  return kinds;
}();

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

/// How rare each sign is in English: what is not listed is rarest.
constexpr std::array<unsigned char, 256> rareness = [] {
  std::array<unsigned char, 256> ranks{};
  constexpr std::string_view frequent = " etaoinsrhldcumfpgwybvkxjqz";
  ranks.fill(static_cast<unsigned char>(frequent.size() + 1));
  for (std::size_t at = 0; at < frequent.size(); ++at)
    ranks[static_cast<unsigned char>(frequent[at])] = static_cast<unsigned char>(at + 1);
  return ranks;
}();

/// The places of the two rarest signs of a phrase.
std::pair<std::size_t, std::size_t> rarest_signs(std::string_view part) {
  std::size_t first = 0;
  std::size_t second = 0;
  unsigned best = 0;
  unsigned next = 0;
  for (std::size_t at = 0; at < part.size(); ++at) {
    const unsigned rank = rareness[static_cast<unsigned char>(part[at])];
    if (rank > best) {
      next = best;
      second = first;
      best = rank;
      first = at;
    } else if (rank > next) {
      next = rank;
      second = at;
    }
  }
  return {first, second};
}

/// Whether a number word may stand there, told by its first three letters.
bool may_open_number(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return false;
  const auto letters = [](char a, char b, char c) {
    return static_cast<unsigned>(static_cast<unsigned char>(a)) << 16U |
           static_cast<unsigned>(static_cast<unsigned char>(b)) << 8U |
           static_cast<unsigned>(static_cast<unsigned char>(c));
  };
  constexpr char bit = case_bit;
  switch (letters(static_cast<char>(text[at] | bit), static_cast<char>(text[at + 1] | bit),
                  static_cast<char>(text[at + 2] | bit))) {
    case letters('o', 'n', 'e'):
    case letters('t', 'w', 'o'):
    case letters('t', 'w', 'e'):
    case letters('t', 'e', 'n'):
    case letters('t', 'h', 'r'):
    case letters('t', 'h', 'i'):
    case letters('s', 'i', 'x'):
    case letters('s', 'e', 'v'):
    case letters('f', 'o', 'u'):
    case letters('f', 'o', 'r'):
    case letters('f', 'i', 'v'):
    case letters('f', 'i', 'f'):
    case letters('n', 'i', 'n'):
    case letters('e', 'i', 'g'):
    case letters('e', 'l', 'e'):
      return true;
    default:
      return false;
  }
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

std::size_t find_words(std::string_view text, std::string_view part, std::size_t from) {
  constexpr auto nowhere = std::string_view::npos;
  if (part.empty() || text.size() < part.size() || from > text.size() - part.size()) return nowhere;
  const auto [first, second] = rarest_signs(part);
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
    while (start <= last) {
      // The last block may overlap the one before it.
      start = std::min(start, last - (block_size - 1));
      const Block fits = (block_at(text, start + first) == first_sign) &
                         (block_at(text, start + second) == second_sign);
      if (any_in(fits))
        for (std::size_t at = 0; at < block_size; ++at)
          if (fits[at] != 0 && is_at(start + at)) return start + at;
      start += block_size;
    }
    return nowhere;
  }
  for (; start <= last; ++start)
    if ((text[start + first] | case_bit) == (part[first] | case_bit) && is_at(start)) return start;
  return nowhere;
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
  std::size_t at = from;
  const auto kind = [&](std::size_t place) {
    return sign_kinds[static_cast<unsigned char>(text[place])];
  };
  if (at > 0 && at < text.size() && in_word(text[at - 1]))
    while (at < text.size() && kind(at) != other_sign) ++at;
  while (at < text.size()) {
    const auto here = kind(at);
    if (here == other_sign) {
      ++at;
      continue;
    }
    if (here == digit_sign) {
      if (const auto number = number_in_figures(text, at)) return number;
      while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
    } else if (here == number_letter && may_open_number(text, at)) {
      if (const auto number = number_in_letters(text, at)) return number;
    }
    while (at < text.size() && kind(at) != other_sign) ++at;
  }
  return std::nullopt;
}

}  // namespace northlight::reading
