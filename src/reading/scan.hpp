#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "reading/phrase.hpp"

/// Hand-written scanners over ASCII signs of UTF-8 text; bytes above 127 are never letters here.
namespace northlight::reading {

constexpr bool is_space(char sign) { return sign == ' ' || sign == '\t'; }
constexpr bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
constexpr bool is_upper(char sign) { return sign >= 'A' && sign <= 'Z'; }
constexpr bool is_lower(char sign) { return sign >= 'a' && sign <= 'z'; }
constexpr bool is_letter(char sign) { return is_upper(sign) || is_lower(sign); }
/// Letters, digits and the first byte of an accented letter; marks and dashes are in no word.
constexpr bool in_word(char sign) {
  const auto byte = static_cast<unsigned char>(sign);
  return is_letter(sign) || is_digit(sign) || (byte >= 0xC3 && byte <= 0xDF);
}
constexpr char lowered(char sign) {
  return is_upper(sign) ? static_cast<char>(sign - 'A' + 'a') : sign;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view opening);
bool ends_with_ignoring_case(std::string_view text, std::string_view ending);

/// Where the phrase stands in the text, ignoring case; npos when nowhere.
std::size_t find_words(std::string_view text, const Phrase& phrase, std::size_t from = 0);
inline bool has_words(std::string_view text, const Phrase& phrase) {
  return find_words(text, phrase) != std::string_view::npos;
}
inline bool any_word(std::string_view text, std::initializer_list<Phrase> words) {
  return std::ranges::any_of(words, [&](const Phrase& word) { return has_words(text, word); });
}

/// The first ".", "!" or "?" at or after `from`; the text's end where there is none.
std::size_t find_stop(std::string_view text, std::size_t from);

/// The text without the footnote marks at its end: superscripts, "[3]", digits stuck to a word,
/// asterisks.
std::string_view without_footnote(std::string_view text);

/// Quotation marks of any kind at either end taken off.
std::string_view without_quotes(std::string_view text);
/// How many bytes of a quotation mark stand at the start; 0 when none does.
std::size_t quote_at(std::string_view text);

/// Whether a sentence or a list item is whole: it ends with a stop, or a closing mark after one.
bool is_finished(std::string_view text);

/// A number in figures or in words, and what it counts by.
struct Number {
  std::int64_t value = 0;      ///< The whole part.
  std::string_view printed{};  ///< "112,000", "32.4", "four".
  std::size_t begin = 0;
  std::size_t end = 0;   ///< Past the number; past the sign or words of a percentage.
  bool percent = false;  ///< "62%", "62 per cent", "62 %", "62 percent"
  bool in_words = false;
  bool fraction = false;  ///< It has a decimal part.
};

/// The first number at or after `from`. Numbers that are part of a word ("YJ22"), of a reference
/// ("2.1.3") or of a year range are passed over.
std::optional<Number> next_number(std::string_view text, std::size_t from);

/// "13", "thirteen" at the very start of the text.
std::optional<Number> number_at(std::string_view text, std::size_t at);

}  // namespace northlight::reading
