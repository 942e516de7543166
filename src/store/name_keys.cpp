#include "store/name_keys.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "domain/slug.hpp"

namespace northlight::store {
namespace {

std::set<std::string> trigrams_of_word(const std::string& word) {
  const auto marked = "  " + word;
  std::set<std::string> found;
  for (std::size_t i = 0; i + 3 <= marked.size(); ++i) found.insert(marked.substr(i, 3));
  return found;
}

// Whether one letter too many, too few or wrong, or two that changed places, is all that differs.
bool is_one_slip(std::string_view typed, std::string_view word) {
  const auto [one, other] = std::ranges::mismatch(typed, word);
  const std::string_view rest(one, typed.end());
  const std::string_view wanted(other, word.end());
  if (rest.empty() || wanted.empty()) return rest.size() + wanted.size() == 1;
  if (rest.substr(1) == wanted || rest == wanted.substr(1)) return true;
  if (rest.substr(1) == wanted.substr(1)) return true;
  return rest.size() > 1 && wanted.size() > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] &&
         rest.substr(2) == wanted.substr(2);
}

// How like two words are: 1 the same, 0.9 when the typed one begins the other, 0.7 at least for a
// slip of the pen in a word of some length, else by shared trigrams.
double word_likeness(const std::string& typed, const std::string& word) {
  if (typed == word) return 1;
  if (word.starts_with(typed)) return 0.9;
  constexpr std::size_t shortest_with_slip = 5;
  if (typed.size() >= shortest_with_slip && is_one_slip(typed, word)) return 0.7;
  const auto a = trigrams_of_word(typed);
  const auto b = trigrams_of_word(word);
  const auto shared = std::ranges::count_if(a, [&](const auto& each) { return b.contains(each); });
  return 0.8 * 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace

std::vector<std::string> tokens_of(std::string_view name) {
  const auto folded = domain::slug(name);
  std::vector<std::string> tokens;
  for (const auto part : split(folded, '-'))
    if (!part.empty() && std::ranges::find(tokens, part) == tokens.end()) tokens.emplace_back(part);
  if (tokens.size() > 1) std::erase(tokens, "and");  // Some write "&", which is no word.
  return tokens;
}

std::vector<std::string> trigrams_of(std::string_view name) {
  std::set<std::string> all;
  for (const auto& token : tokens_of(name)) all.merge(trigrams_of_word(token));
  return {all.begin(), all.end()};
}

double likeness(std::string_view typed, std::string_view name) {
  const auto asked = tokens_of(typed);
  const auto words = tokens_of(name);
  if (asked.empty() || words.empty()) return 0;
  double sum = 0;
  for (const auto& each : asked) {
    double best = 0;
    for (const auto& word : words) best = std::max(best, word_likeness(each, word));
    if (best < least_likeness) return 0;  // Each word that was typed must be answered.
    sum += best;
  }
  const auto average = sum / static_cast<double>(asked.size());
  const auto typed_slug = domain::slug(typed);
  const auto name_slug = domain::slug(name);
  if (typed_slug == name_slug) return 1;
  return average * (name_slug.starts_with(typed_slug) ? 0.98 : 0.9);
}

}  // namespace northlight::store
