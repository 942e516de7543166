#include "html/html.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstring>

namespace northlight::html {
namespace {

// What is written instead of a byte; nothing for a byte that is harmless where it stands.
template <bool in_attribute>
constexpr std::string_view instead_of(char letter) {
  switch (letter) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\0':
      return "\xEF\xBF\xBD";
    case '"':
      return in_attribute ? "&quot;" : "";
    default:
      return {};
  }
}

// Whether eight bytes are all harmless; nearly all of a page is.
bool is_harmless(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto every = [](std::uint64_t byte) { return byte * 0x0101010101010101U; };
  // The top bit of each byte that is nought (and perhaps of one above it: then it is looked at).
  const auto noughts = [&](std::uint64_t value) { return (value - every(1)) & ~value; };
  const auto found = noughts(word) |                                // nought
                     noughts((word & ~every(0x04)) ^ every('"')) |  // " and &, one bit apart
                     noughts((word | every(0x02)) ^ every('>'));    // < and >, one bit apart
  return (found & every(0x80)) == 0;
}

// Copies runs of harmless bytes at once and stops only at what must be written otherwise.
template <bool in_attribute>
void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && is_harmless(text.data() + at)) {
      at += 8;
      continue;
    }
    const auto end = std::min(at + 8, text.size());
    for (; at < end; ++at) {
      const auto instead = instead_of<in_attribute>(text[at]);
      if (instead.empty()) continue;
      out.append(text.substr(from, at - from)).append(instead);
      from = at + 1;
    }
  }
  out.append(text.substr(from));
}

void append_decimal(std::string& out, double number) {
  assert(std::isfinite(number));
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 std::chars_format::fixed, 2);
  std::string_view written(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
  while (written.ends_with('0')) written.remove_suffix(1);
  if (written.ends_with('.')) written.remove_suffix(1);
  out += written == "-0" ? "0" : written;
}

}  // namespace

void Attribute::append_to(std::string& out) const {
  if (kind_ == Kind::Absent) return;
  out.append(" ").append(name_);
  if (kind_ == Kind::Bare) return;
  out += "=\"";
  if (kind_ == Kind::Text) append_escaped<true>(out, text_);
  if (kind_ == Kind::Whole) out += std::to_string(whole_);
  if (kind_ == Kind::Decimal) append_decimal(out, decimal_);
  out += '"';
}

Attributes& Attributes::add_joined(PlainAttributeName first, Raw second, std::string_view value) {
  written_.append(" ").append(first.name()).append(".").append(second.text).append("=\"");
  append_escaped<true>(written_, value);
  written_ += '"';
  return *this;
}

Html& Html::add_text(std::string_view text) {
  append_escaped<false>(text_, text);
  return *this;
}

Html& Html::add_raw(Raw literal) {
  text_ += literal.text;
  return *this;
}

Html& Html::add_attribute(const Attribute& attribute) {
  attribute.append_to(text_);
  return *this;
}

Html& Html::open(ElementName tag, std::initializer_list<Attribute> attributes) {
  text_.append("<").append(tag.name());
  for (const auto& attribute : attributes) attribute.append_to(text_);
  text_ += '>';
  return *this;
}

Html& Html::open(ElementName tag, const Attributes& attributes) {
  text_.append("<").append(tag.name()).append(attributes.written()) += '>';
  return *this;
}

Html& Html::close(ElementName tag) {
  if (!tag.is_empty()) text_.append("</").append(tag.name()) += '>';
  return *this;
}

Html text(std::string_view text) {
  Html out;
  out.add_text(text);
  return out;
}

Html raw(Raw literal) {
  Html out;
  out.add_raw(literal);
  return out;
}

std::string classes(std::initializer_list<std::string_view> names) {
  std::string joined;
  for (const auto name : names) {
    if (name.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += name;
  }
  return joined;
}

}  // namespace northlight::html
