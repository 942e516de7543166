#include "domain/words_in.hpp"

#include <array>
#include <cstdint>

namespace northlight::domain {
namespace {

/// U+00C0 to U+00FF, and U+0100 to U+017F: each sign's plain letter. '*' is no letter; the
/// ligatures, which are two, stand apart below.
constexpr std::string_view latin_1 =
    "aaaaaa*ceeeeiiiidnooooo*ouuuuyt*"
    "aaaaaa*ceeeeiiiidnooooo*ouuuuyty";
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 64 && latin_a.size() == 128);

struct Range {
  char32_t first;
  char32_t last;
  std::string_view plain;
};
constexpr std::array<Range, 20> others{
    {{0xC6, 0xC6, "ae"},    {0xE6, 0xE6, "ae"},    {0xDF, 0xDF, "ss"},    {0x132, 0x133, "ij"},
     {0x152, 0x153, "oe"},  {0x218, 0x219, "s"},   {0x21A, 0x21B, "t"},   {0x1CD, 0x1CE, "a"},
     {0x1CF, 0x1D0, "i"},   {0x1D1, 0x1D2, "o"},   {0x1D3, 0x1DC, "u"},   {0x1E80, 0x1E85, "w"},
     {0x1EA0, 0x1EB7, "a"}, {0x1EB8, 0x1EC7, "e"}, {0x1EC8, 0x1ECB, "i"}, {0x1ECC, 0x1EE3, "o"},
     {0x1EE4, 0x1EF1, "u"}, {0x1EF2, 0x1EF9, "y"}, {0x300, 0x36F, ""},    {0xD7, 0xD7, "*"}}};

struct Sign {
  char32_t point = 0;
  std::size_t bytes = 1;
};

/// What is no UTF-8 is a sign of its own, which is no letter.
Sign sign_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
  if (length == 0 || at + length > text.size()) return {0xFFFD, 1};
  char32_t point = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
    point = (point << 6U) | (byte(at + i) & 0x3FU);
  }
  return {point, length};
}

/// What the sign is compared by; "*" for what belongs to no word.
std::string folded(char32_t point, std::string_view bytes) {
  if (point >= 'A' && point <= 'Z') return {static_cast<char>(point + ('a' - 'A'))};
  if (point < 0x80) {
    const bool word = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    return word ? std::string(bytes) : "*";
  }
  for (const auto& range : others)
    if (point >= range.first && point <= range.last) return std::string(range.plain);
  if (point >= 0xC0 && point <= 0xFF) return {latin_1[point - 0xC0]};
  if (point >= 0x100 && point <= 0x17F) return {latin_a[point - 0x100]};
  if (point >= 0x410 && point <= 0x42F) {  // Cyrillic capitals
    const auto small = point + 0x20;
    return {static_cast<char>(0xC0U | (small >> 6U)), static_cast<char>(0x80U | (small & 0x3FU))};
  }
  const bool punctuation = point < 0xC0 || (point >= 0x2000 && point <= 0x206F) ||
                           (point >= 0x3000 && point <= 0x303F) || point >= 0xFF00;
  return punctuation ? "*" : std::string(bytes);
}

bool is_capital(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  if (point <= 0xFF) return point <= 0xDE;
  if (point <= 0x17F) return point % 2 == ((point >= 0x139 && point <= 0x148) || point >= 0x179);
  return point >= 0x410 && point <= 0x42F;
}

bool is_apostrophe(char32_t point) {
  return point == '\'' || point == 0x2019 || point == 0x2018 || point == 0x2BC;
}

}  // namespace

std::vector<WordIn> words_in(std::string_view text) {
  std::vector<WordIn> words;
  WordIn word;
  const auto end_word = [&] {
    if (!word.folded.empty()) words.push_back(std::move(word));
    word = {};
  };
  const auto plain_at = [&](std::size_t at) -> std::string {
    if (at >= text.size()) return "*";
    const auto sign = sign_at(text, at);
    return folded(sign.point, text.substr(at, sign.bytes));
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = sign_at(text, at);
    const auto next = at + sign.bytes;
    if (is_apostrophe(sign.point) && !word.folded.empty()) {
      const auto after = plain_at(next);
      const bool of_somebody = after == "s" && plain_at(next + 1) == "*";
      if (after == "*" || of_somebody) end_word();
      if (of_somebody)
        at = next + 1;
      else
        at = next;
      continue;
    }
    auto plain = folded(sign.point, text.substr(at, sign.bytes));
    if (plain == "*") {
      end_word();
    } else {
      if (word.folded.empty()) {
        word.from = at;
        word.capital = is_capital(sign.point);
      }
      word.until = next;
      word.folded += plain;
    }
    at = next;
  }
  end_word();
  return words;
}

}  // namespace northlight::domain
