#include "rating/in_quotes.hpp"

#include "base/text.hpp"

namespace northlight::rating {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string shown = "\"";
  for (const char letter : text.substr(0, longest)) {
    const auto byte = static_cast<unsigned char>(letter);
    shown += byte < 0x20 || byte == 0x7f ? '?' : letter;
  }
  // A letter that was cut in the middle is taken off.
  while (shown.size() > 1 && !is_utf8(shown) && text.size() > longest) shown.pop_back();
  if (text.size() > longest) shown += "...";
  shown += '"';
  return is_utf8(shown) ? shown : "\"(not readable)\"";
}

}  // namespace northlight::rating
