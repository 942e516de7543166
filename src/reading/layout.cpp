#include "reading/layout.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/text.hpp"
#include "reading/furniture.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

/// What one sign beyond ASCII becomes: another text, or itself.
struct Sign {
  std::size_t length;        ///< In bytes of the source.
  std::string_view instead;  ///< Only where `changed`.
  bool changed;
};

Sign three_byte_sign(unsigned char second, unsigned char third) {
  const unsigned point = ((second & 0x3FU) << 6U) | (third & 0x3FU);
  // U+2000 to U+200A, U+202F, U+205F: spaces. U+200B to U+200F, U+2060: nothing is seen.
  if (point <= 0x0A || point == 0x2F || point == 0x5F) return {3, " ", true};
  if ((point >= 0x0B && point <= 0x0F) || point == 0x60) return {3, "", true};
  if (point == 0x10 || point == 0x11) return {3, "-", true};  // hyphens
  if (point == 0x28 || point == 0x29) return {3, " ", true};  // line and paragraph separators
  return {3, {}, false};
}

Sign sign_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
  };
  const auto first = byte(0);
  if (first == 0xC2) {
    if (byte(1) == 0xA0) return {2, " ", true};
    if (byte(1) == 0xAD) return {2, "", true};
    return {2, {}, false};
  }
  if (first == 0xE2 && (byte(1) & 0xFEU) == 0x80) {
    return three_byte_sign(static_cast<unsigned char>(byte(1)),
                           static_cast<unsigned char>(byte(2)));
  }
  if (first == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return {3, " ", true};
  if (first == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return {3, "", true};
  if (first == 0xEF && byte(1) == 0xAC && byte(2) >= 0x80 && byte(2) <= 0x86) {
    static constexpr std::array<std::string_view, 7> ligatures{"ff",  "fi", "fl", "ffi",
                                                               "ffl", "st", "st"};
    return {3, ligatures[byte(2) - 0x80], true};
  }
  if (first < 0xE0) return {2, {}, false};
  return {first < 0xF0 ? 3U : 4U, {}, false};
}

/// The bullets of word processors, longest first. A letter o or a dash counts only before a space.
constexpr std::array<std::pair<std::string_view, char>, 19> bullets{{
    {"\xE2\x80\xA2", '.'},  // •
    {"\xE2\x97\x8F", '.'},  // ●
    {"\xE2\x96\xAA", '.'},  // ▪
    {"\xE2\x97\xA6", 'o'},  // ◦
    {"\xE2\x96\xA0", '.'},  // ■
    {"\xE2\x80\xA3", '.'},  // ‣
    {"\xE2\x96\xBA", '.'},  // ►
    {"\xE2\x9E\xA2", '.'},  // ➢
    {"\xE2\x97\x8B", 'o'},  // ○
    {"\xE2\x81\x83", '.'},  // hyphen bullet
    {"\xEF\x82\xB7", '.'},  // Symbol font
    {"\xEF\x82\xA7", '.'},  // Wingdings square
    {"\xC2\xB7", '.'},      // ·
    {"\xC2\xA7", '.'},      // §
    {"\xE2\x80\x93", '-'},  // –
    {"-", '-'},
    {"*", '*'},
    {"o", 'o'},
    {"\xE2\x80\x94", '-'},  // —
}};

std::pair<char, std::size_t> bullet_of(std::string_view text) {
  if (text.empty()) return {0, 0};
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80 && first != '-' && first != '*' && first != 'o') return {0, 0};
  for (const auto& [sign, kind] : bullets) {
    if (!text.starts_with(sign)) continue;
    const bool alone = text.size() == sign.size();
    const bool spaced = !alone && is_space(text[sign.size()]);
    const bool certain = kind == '.' || (kind == 'o' && sign.size() > 1);
    if (spaced || (alone && sign != "o") || (certain && !alone)) return {kind, sign.size()};
    return {0, 0};
  }
  return {0, 0};
}

/// Past the signs that cleaning leaves as they are, eight at a time: the next byte that is neither
/// ASCII nor seen, or an asterisk, or one of the last few.
std::size_t skip_plain(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = ones * 0x80U;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const auto stars = bytes ^ (ones * '*');
    const auto special =
        (bytes | ((bytes - ones * 0x20U) & ~bytes) | ((stars - ones) & ~stars)) & tops;
    if (special == 0) continue;
    if constexpr (std::endian::native == std::endian::little)
      return at + static_cast<std::size_t>(std::countr_zero(special)) / 8;
    return at;
  }
  return at;
}

/// Marks of Markdown and of web pages, which are no part of the words: "## Ratings" is "Ratings",
/// "Foreword (Back to top)" is "Foreword". The bars of a table row become tabs.
std::string_view without_marks(char* first, std::size_t length) {
  std::string_view text{first, length};
  if (text.front() == '#') {
    const auto words = text.find_first_not_of('#');
    if (words <= 6 && is_space(text[words])) return trim(text.substr(words));
  }
  if (text.front() == '|' && text.back() == '|') {
    if (text.find_first_not_of("|-:= ") == std::string_view::npos) return {};
    std::replace(first, first + length, '|', '\t');
    return trim(text);
  }
  constexpr std::string_view way_back = "back to top";
  auto bare = text;
  if (bare.back() == ')') bare.remove_suffix(1);
  if (ends_with_ignoring_case(bare, way_back)) {
    bare.remove_suffix(way_back.size());
    if (bare.empty()) return bare;
    if (bare.back() == '(' && text.back() == ')') return trim(bare.substr(0, bare.size() - 1));
  }
  return text;
}

}  // namespace

Layout::Layout(std::string_view text) {
  clean(text);
  cut_into_lines();
  mark_furniture(lines_);
}

void Layout::clean(std::string_view text) {
  buffer_.reserve(text.size() + 1);
  std::size_t kept = 0;
  const auto keep_to = [&](std::size_t end) { buffer_.append(text, kept, end - kept); };
  for (std::size_t at = 0; at < text.size();) {
    at = skip_plain(text, at);
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 && (byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\f')) {
      if (byte == '*' && at + 1 < text.size() && text[at + 1] == '*') {  // bold in Markdown
        keep_to(at);
        kept = at += 2;
        continue;
      }
      ++at;
      continue;
    }
    if (byte < 0x20) {
      keep_to(at);
      // A lone carriage return ends a line; before a line feed it is nothing.
      if (byte == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')) buffer_ += '\n';
      if (byte != '\r') buffer_ += ' ';
      kept = ++at;
      continue;
    }
    const auto sign = sign_at(text, at);
    const auto end = std::min(at + sign.length, text.size());
    if (sign.changed) {
      keep_to(at);
      buffer_ += sign.instead;
      kept = end;
    }
    at = end;
  }
  keep_to(text.size());
}

void Layout::cut_into_lines() {
  const std::string_view all = buffer_;
  lines_.reserve(all.size() / 60 + 16);
  bool page = true;
  domain::Line number = 0;
  for (std::size_t at = 0; at < all.size();) {
    auto end = all.find('\n', at);
    if (end == std::string_view::npos) end = all.size();
    auto text = all.substr(at, end - at);
    at = end + 1;
    TextLine line;
    line.number = ++number;
    while (!text.empty() && (is_space(text.front()) || text.front() == '\f')) {
      if (text.front() == '\f') {
        page = true;
        line.indent = 0;
      } else {
        line.indent += text.front() == '\t' ? 8 : 1;
      }
      text.remove_prefix(1);
    }
    bool page_after = false;
    while (!text.empty() && (is_space(text.back()) || text.back() == '\f')) {
      page_after = page_after || text.back() == '\f';
      text.remove_suffix(1);
    }
    if (!text.empty()) {
      const auto last = text.back();
      if (text.front() == '#' || text.front() == '|' || last == ')' || last == 'p' || last == 'P')
        text = without_marks(buffer_.data() + (text.data() - all.data()), text.size());
    }
    const auto [kind, length] = bullet_of(text);
    line.bullet = kind;
    line.text_at = line.indent;
    if (kind != 0) {
      auto rest = text.substr(length);
      line.text_at += 1;
      while (!rest.empty() && is_space(rest.front())) {
        rest.remove_prefix(1);
        ++line.text_at;
      }
      text = rest;
    }
    line.text = text;
    if (!line.blank()) {
      line.starts_page = page;
      page = false;
    }
    page = page || page_after;
    lines_.push_back(line);
  }
}

std::size_t Layout::next_text(std::size_t at) const {
  while (at < lines_.size() && (lines_[at].blank() || lines_[at].furniture)) ++at;
  return at;
}

bool Layout::has_word(std::string_view word) const {
  constexpr int most_questions = 60;
  if (++words_asked_ > most_questions) return false;
  return buffer_.find(word) != std::string::npos;
}

Cells cells_of(std::string_view line) {
  Cells cells;
  std::size_t at = 0;
  while (at < line.size() && cells.count < cells.parts.size()) {
    std::size_t end = at;
    while (end < line.size() && line[end] != '\t' &&
           !(line[end] == ' ' && end + 1 < line.size() && is_space(line[end + 1])))
      ++end;
    if (cells.count + 1 == cells.parts.size()) end = line.size();
    if (const auto part = trim(line.substr(at, end - at)); !part.empty())
      cells.parts[cells.count++] = part;
    at = end;
    while (at < line.size() && is_space(line[at])) ++at;
  }
  return cells;
}

void append_line(std::string& text, std::string_view line, const Layout& layout) {
  if (line.empty()) return;
  if (text.empty()) {
    text = line;
    return;
  }
  const bool divided = text.back() == '-' && text.size() > 1 && is_letter(text[text.size() - 2]) &&
                       line.front() >= 'a' && line.front() <= 'z';
  if (!divided) {
    text += ' ';
    text += line;
    return;
  }
  std::size_t start = text.size() - 1;
  while (start > 0 && is_letter(text[start - 1])) --start;
  std::size_t end = 0;
  while (end < line.size() && is_letter(line[end])) ++end;
  std::string whole = text.substr(start, text.size() - 1 - start);
  whole += line.substr(0, end);
  if (layout.has_word(whole)) text.pop_back();
  text += line;
}

}  // namespace northlight::reading
