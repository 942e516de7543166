#include "base/hidden_marks.hpp"

#include "base/text.hpp"

namespace northlight {
namespace {

/// A letter of UTF-8 text: what it is, and how many bytes it takes.
struct Letter {
  char32_t point = 0;
  std::size_t bytes = 1;
};

/// Bytes that are no UTF-8 are letters of one byte that nothing is said of.
Letter letter_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (at + bytes > text.size() || !is_utf8(text.substr(at, bytes))) return {0xFFFD, 1};
  char32_t point = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i)
    point = (point << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return {point, bytes};
}

std::optional<HiddenMark> hidden_mark(char32_t point) {
  const auto within = [&](char32_t first, char32_t last) {
    return point >= first && point <= last;
  };
  if (point == 0x61C || within(0x200E, 0x200F) || within(0x202A, 0x202E) || within(0x2066, 0x2069))
    return HiddenMark::Direction;
  if (point < 0x20 || within(0x7F, 0x9F) || within(0x2028, 0x2029)) return HiddenMark::Control;
  if (point == 0xAD || point == 0x180E || point == 0x200B || within(0x2060, 0x2064) ||
      point == 0xFEFF || within(0xE0000, 0xE007F))
    return HiddenMark::NoWidth;
  return std::nullopt;
}

std::string_view words_of(HiddenMark mark) {
  switch (mark) {
    case HiddenMark::Direction:
      return "a mark that changes the direction of writing, which cannot be seen";
    case HiddenMark::Control:
      return "a tab, the end of a line or another control character";
    case HiddenMark::NoWidth:
      return "a mark without any width, which cannot be seen";
  }
  return "";
}

}  // namespace

std::optional<HiddenMark> hidden_mark_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = letter_at(text, at);
    if (const auto mark = hidden_mark(letter.point)) return mark;
    at += letter.bytes;
  }
  return std::nullopt;
}

Status check_no_hidden_marks(std::string_view name, std::string_view called,
                             std::string_view where) {
  const auto again = "Type the " + std::string(called) + " again.";
  if (!is_utf8(name))
    return Error{ErrorCode::Invalid, "Some of the letters cannot be read. " + again,
                 std::string(where)};
  const auto mark = hidden_mark_in(name);
  if (!mark) return done();
  return Error{
      ErrorCode::Invalid,
      "The " + std::string(called) + " holds " + std::string(words_of(*mark)) + ". " + again,
      std::string(where)};
}

std::string without_hidden_marks(std::string_view text) {
  std::string seen;
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = letter_at(text, at);
    if (!hidden_mark(letter.point)) seen.append(text.substr(at, letter.bytes));
    at += letter.bytes;
  }
  return seen;
}

}  // namespace northlight
