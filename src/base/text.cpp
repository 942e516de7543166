#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace northlight {
namespace {

constexpr std::string_view white = " \t\r\n\f\v";

constexpr bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array<std::string_view, 21> number_names = {
    "nought",   "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, {}, [](char c) { return lower(c); }, [](char c) { return lower(c); });
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  return part.empty() ||
         !std::ranges::search(
              text, part, {}, [](char c) { return lower(c); }, [](char c) { return lower(c); })
              .empty();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto from = text.find_first_not_of(white);
    if (from == std::string_view::npos) return parts;
    const auto to = text.find_first_of(white, from);
    parts.push_back(text.substr(from, to - from));
    if (to == std::string_view::npos) return parts;
    text.remove_prefix(to);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += between;
    result += parts[i];
  }
  return result;
}

std::string list_in_words(const std::vector<std::string>& parts, std::string_view last) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += i + 1 == parts.size() ? " " + std::string(last) + " " : ", ";
    result += parts[i];
  }
  return result;
}

std::string counted(long long count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

void put_figures(std::string& text, std::size_t at, std::size_t count, unsigned number) {
  for (std::size_t i = count; i-- > 0; number /= 10)
    text.at(at + i) = static_cast<char>('0' + number % 10);
}

std::optional<long long> parse_whole_number(std::string_view text) {
  long long value = 0;
  if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string number_in_words(long long number) {
  if (number >= 0 && number < static_cast<long long>(number_names.size()))
    return std::string(number_names[static_cast<std::size_t>(number)]);
  return std::to_string(number);
}

std::optional<long long> parse_number_in_words(std::string_view text) {
  for (std::size_t i = 0; i < number_names.size(); ++i)
    if (equals_ignoring_case(text, number_names[i])) return static_cast<long long>(i);
  if (equals_ignoring_case(text, "no") || equals_ignoring_case(text, "none") ||
      equals_ignoring_case(text, "zero"))
    return 0;
  return parse_whole_number(text);
}

bool is_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    std::size_t more = 0;
    unsigned long point = 0;
    if (lead < 0x80) {
      ++i;
      continue;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
      more = 1;
      point = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      more = 2;
      point = lead & 0x0FU;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      more = 3;
      point = lead & 0x07U;
    } else {
      return false;
    }
    if (i + more >= text.size()) return false;
    for (std::size_t k = 1; k <= more; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80U) return false;
      point = (point << 6U) | (next & 0x3FU);
    }
    const bool too_long = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (too_long || surrogate || point > 0x10FFFF) return false;
    i += more + 1;
  }
  return true;
}

}  // namespace northlight
