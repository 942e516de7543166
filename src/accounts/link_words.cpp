#include "accounts/link_words.hpp"

#include <algorithm>

#include "domain/words_in.hpp"

namespace northlight::accounts {
namespace {

constexpr std::size_t shortest_name = 2;
constexpr std::size_t shortest_inside = 4;

std::string without_figures(std::string word) {
  std::erase_if(word, [](char c) { return '0' <= c && c <= '9'; });
  return word;
}

bool is_or_holds(const std::string& word, const std::string& name) {
  if (name.size() < shortest_name) return false;
  return word == name || (name.size() >= shortest_inside && word.find(name) != std::string::npos);
}

}  // namespace

bool has_name_in_it(std::string_view words, const std::vector<std::string>& names) {
  for (const auto& typed : domain::words_in(words)) {
    const auto word = without_figures(typed.folded);
    for (const auto& name : names)
      if (std::ranges::any_of(domain::words_in(name), [&](const domain::WordIn& part) {
            return is_or_holds(word, part.folded);
          }))
        return true;
  }
  return false;
}

}  // namespace northlight::accounts
