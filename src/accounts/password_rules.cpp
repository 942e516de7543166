#include "accounts/password_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::accounts {
namespace {

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

/// Without figures and marks in front and behind.
std::string_view letters_inside(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

/// The shortest piece that the text repeats from its beginning to its end: "abcabcab" has "abc".
std::string_view repeated_piece(std::string_view text) {
  for (std::size_t length = 1; length < text.size(); ++length)
    if (text.substr(length) == text.substr(0, text.size() - length)) return text.substr(0, length);
  return text;
}

/// Each character follows the one before it, as in "abcdef", "987654" or along a row of keys.
bool is_sequence(std::string_view text) {
  const auto all_step_by = [&](int step) {
    return std::ranges::adjacent_find(text, [step](char a, char b) { return b - a != step; }) ==
           text.end();
  };
  if (all_step_by(1) || all_step_by(-1)) return true;
  for (const std::string_view row :
       {"1234567890-=1234567890", "qwertyuiop[]qwertyuiopasdfghjkl;'zxcvbnm,./",
        "12345678901234567890", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
        "0987654321098765432109876543210987654321"})
    if (row.find(text) != std::string_view::npos) return true;
  return false;
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Error refused(std::string message) { return {ErrorCode::Invalid, std::move(message), "password"}; }

}  // namespace

bool CommonPasswords::has(std::string_view password) const {
  const auto text = lower(password);
  if (all_.contains(text) || all_.contains(std::string(repeated_piece(text)))) return true;
  const auto inside = letters_inside(text);
  if (inside.size() >= 4 && all_.contains(std::string(inside))) return true;
  return !inside.empty() && inside.size() >= text.size() / 2 &&
         all_.contains(std::string(repeated_piece(inside)));
}

Status check_new_password(std::string_view password, const CommonPasswords& common,
                          const std::vector<std::string>& own_words) {
  if (password.find('\0') != std::string_view::npos || !is_utf8(password))
    return refused("The password has a character that cannot be used: type another");
  const auto length = characters(password);
  if (length < shortest_password)
    return refused(
        "Your password must be 12 characters or more. Three words that you pick at "
        "random are long enough and easy to remember");
  if (length > longest_password) return refused("Your password must be 128 characters or fewer");

  const auto plain = lower(password);
  if (common.has(password) || is_sequence(plain) || repeated_piece(plain).size() <= 4)
    return refused(
        "Many people use this password, so it is among the first to be guessed. Choose "
        "another, such as three words that you pick at random");
  for (const auto& word : own_words) {
    const auto parts = replace_all(lower(word), "@", " ");
    for (const auto part : split_words(parts))
      if (part.size() >= 4 &&
          (letters_inside(plain) == part || repeated_piece(plain) == part || plain == lower(word)))
        return refused(
            "Your password must not be your own name. Choose another, such as three "
            "words that you pick at random");
  }
  return done();
}

}  // namespace northlight::accounts
