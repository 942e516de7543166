#include "web/urlencoded.hpp"

#include "base/text.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t most_fields = 2'000;

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

Error badly_encoded() {
  return Error{ErrorCode::Invalid,
               "The address or form is not encoded correctly: go back and try again"};
}

}  // namespace

Result<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus == Plus::IsSpace) c = ' ';
    if (c == '%') {
      if (i + 2 >= text.size()) return badly_encoded();
      const int high = hexadecimal(text[i + 1]);
      const int low = hexadecimal(text[i + 2]);
      if (high < 0 || low < 0) return badly_encoded();
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (c == '\0') return badly_encoded();
    decoded += c;
  }
  if (!is_utf8(decoded)) return badly_encoded();
  return decoded;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view figures = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += figures[byte >> 4U];
    encoded += figures[byte & 15U];
  }
  return encoded;
}

Result<Fields> parse_urlencoded(std::string_view text) {
  Fields fields;
  if (text.empty()) return fields;
  for (const auto part : split(text, '&')) {
    if (part.empty()) continue;
    if (fields.size() == most_fields)
      return Error{ErrorCode::Invalid, "The form has more than 2,000 fields: send it in parts"};
    const auto equals = part.find('=');
    NL_TRY(name, percent_decode(part.substr(0, equals), Plus::IsSpace));
    std::string value;
    if (equals != std::string_view::npos) {
      NL_TRY(decoded, percent_decode(part.substr(equals + 1), Plus::IsSpace));
      value = std::move(decoded);
    }
    fields.add(std::move(name), std::move(value));
  }
  return fields;
}

std::string urlencoded(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += percent_encode(name) + "=" + percent_encode(value);
  }
  return text;
}

}  // namespace northlight::web
