#include "domain/address.hpp"

#include "base/text.hpp"
#include "domain/slug.hpp"

namespace northlight::domain {
namespace {

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// "XX1", "X12", "X1A", "XX1A".
bool is_first_half(std::string_view half) {
  if (half.size() < 2 || half.size() > 4 || !is_letter(half[0])) return false;
  const std::size_t area = is_letter(half[1]) ? 2 : 1;
  const auto district = half.substr(area);
  return !district.empty() && district.size() <= 2 && is_figure(district[0]) &&
         (district.size() == 1 || is_figure(district[1]) || is_letter(district[1]));
}

/// "2AB".
bool is_second_half(std::string_view half) {
  return half.size() == 3 && is_figure(half[0]) && is_letter(half[1]) && is_letter(half[2]);
}

}  // namespace

Result<std::string> written_postcode(std::string_view typed) {
  std::string letters;
  for (char c : typed) {
    if (c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    letters += c;
  }
  if (letters.size() >= 5) {
    const auto first = std::string_view(letters).substr(0, letters.size() - 3);
    const auto second = std::string_view(letters).substr(letters.size() - 3);
    if (is_first_half(first) && is_second_half(second))
      return std::string(first) + " " + std::string(second);
  }
  return Error{ErrorCode::Invalid, "Enter a whole postcode, like XX1 2AB", "postcode"};
}

std::string house_key(std::string_view typed) { return replace_all(slug(typed), "-", ""); }

}  // namespace northlight::domain
