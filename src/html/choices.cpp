#include "html/choices.hpp"

namespace northlight::html {

std::string choice_id(std::string_view own, std::string_view prefix, std::size_t place) {
  if (!own.empty()) return std::string(own);
  if (place == 0) return std::string(prefix);
  return std::string(prefix) + "-" + std::to_string(place + 1);
}

Html choice_divider(const ChoiceKind& kind, std::string_view words) {
  return element("div", {{"class", std::string(kind.component) + "__divider"}}, words);
}

}  // namespace northlight::html
