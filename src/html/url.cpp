#include "html/url.hpp"

#include "base/text.hpp"

namespace northlight::html {
namespace {

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9');
}

// Browsers drop tabs and line ends wherever they stand, so that "java\nscript:" runs: an address
// with a control character in it is refused, not mended.
bool is_safe(std::string_view address) {
  for (const char letter : address)
    if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F) return false;
  if (address.starts_with(' ')) return false;
  // Two slashes of either kind lead to another host.
  if (address.size() > 1 && (address[0] == '/' || address[0] == '\\') &&
      (address[1] == '/' || address[1] == '\\'))
    return false;
  const auto end = address.find_first_of(":/?#");
  if (end == std::string_view::npos || address[end] != ':') return true;
  const auto scheme = lower(address.substr(0, end));
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

}  // namespace

Url::Url(std::string_view address) : text_(is_safe(address) ? address : "#") {}

std::string percent_encoded(std::string_view part) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(part.size());
  for (const char letter : part) {
    if (is_letter_or_digit(letter) || letter == '-' || letter == '.' || letter == '_' ||
        letter == '~') {
      out += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

Url with_query(std::string_view path,
               const std::vector<std::pair<std::string, std::string>>& query) {
  std::string address(path);
  char between = path.find('?') == std::string_view::npos ? '?' : '&';
  for (const auto& [name, value] : query) {
    address += between;
    address += percent_encoded(name) + "=" + percent_encoded(value);
    between = '&';
  }
  return Url(address);
}

}  // namespace northlight::html
