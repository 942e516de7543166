#include "web/pages/names_in_csv.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace northlight::web {
namespace {

constexpr std::array<std::string_view, 14> personal_words{
    "name",     "forename", "surname", "initials", "dob",    "birth", "address",
    "postcode", "phone",    "mobile",  "email",    "gender", "nhs",   "upn"};

constexpr std::array<std::string_view, 8> labels_words{"case",   "child", "file",  "record",
                                                       "sample", "audit", "young", "person"};

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }
// The letters of other alphabets, and accented ones, lie beyond ASCII.
bool is_letter(char letter) {
  return is_upper(letter) || is_lower(letter) || (static_cast<unsigned char>(letter) & 0x80U) != 0;
}

bool is_name_word(std::string_view word) {
  if (word.ends_with(',')) word.remove_suffix(1);
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty() || !(is_upper(word.front()) || !is_lower(word.front()))) return false;
  return std::ranges::all_of(
      word, [](char each) { return is_letter(each) || each == '-' || each == '\''; });
}

bool is_label_word(std::string_view word) {
  return std::ranges::find(labels_words, lower(word)) != labels_words.end();
}

bool has_lower(std::string_view word) { return std::ranges::any_of(word, is_lower); }

}  // namespace

std::optional<std::string> personal_column(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  const auto header = csv.substr(0, csv.find_first_of("\r\n"));
  for (const auto cell : split(header, ',')) {
    const auto column = lower(trim(replace_all(std::string(cell), "\"", "")));
    for (const auto word : personal_words)
      if (column.find(word) != std::string::npos) return column;
  }
  return std::nullopt;
}

bool looks_like_a_name(std::string_view label) {
  const auto words = split_words(label);
  if (words.empty() || words.size() > 4 || is_label_word(words.front())) return false;
  if (!std::ranges::all_of(words, is_name_word)) return false;
  // One word in capitals, or of one letter or two, is a code; "Asha" is not.
  if (words.size() == 1) return words.front().size() > 2 && has_lower(words.front());
  return std::ranges::any_of(words, has_lower);
}

std::size_t names_among(std::span<const std::string> labels) {
  return static_cast<std::size_t>(
      std::ranges::count_if(labels, [](const auto& label) { return looks_like_a_name(label); }));
}

}  // namespace northlight::web
