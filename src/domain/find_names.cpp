#include "domain/find_names.hpp"

#include <algorithm>

#include "domain/words_in.hpp"

namespace northlight::domain {
namespace {

constexpr std::size_t shortest_name = 2;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : words_in(text)) words.push_back(std::move(word.folded));
  return words;
}

/// Whether nothing but a few of these signs stands between two words.
bool side_by_side(std::string_view text, const WordIn& left, const WordIn& right,
                  std::string_view signs) {
  const auto between = text.substr(left.until, right.from - left.until);
  return between.size() <= 3 && between.find_first_not_of(signs) == between.npos;
}

constexpr std::string_view within_a_name = " -,.\xC2\xA0";
constexpr std::string_view between_names = " -\xC2\xA0";

}  // namespace

NameFinder::NameFinder(const KnownNames& names, const std::vector<std::string>& not_names) {
  for (const auto& word : not_names)
    for (auto& folded : folded_words(word)) not_names_.insert(std::move(folded));
  for (const auto& name : names.own)
    for (auto& folded : folded_words(name)) own_.insert(std::move(folded));
  for (const auto& name : names.others) add(name);
}

void NameFinder::add(const KnownName& name) {
  const auto words = words_in(name.words);
  if (name.by == NameKnownBy::EachWordAsWritten) {
    // A name is written with a capital, unless whoever wrote it used none at all.
    const bool capitals = std::ranges::any_of(words, [&](const WordIn& word) {
      return word.capital && !not_names_.contains(word.folded);
    });
    Words kept;
    for (const auto& word : words)
      if (word.capital || !capitals) kept.push_back(word.folded);
    add_words(kept);
    return;
  }
  auto folded = folded_words(name.words);
  if (name.by != NameKnownBy::Whole) add_words(folded, name.by == NameKnownBy::EachWordWithCapital);
  // One word alone would hide every flower called Rose: only the whole name says who is meant.
  if (folded.size() < 2 ||
      std::ranges::all_of(folded, [&](const auto& word) { return own_.contains(word); }))
    return;
  phrases_[folded.front()].insert(folded);
  std::ranges::rotate(folded, folded.end() - 1);  // "Sampleton, Rowan"
  phrases_[folded.front()].insert(folded);
}

void NameFinder::add_words(const Words& words, bool with_capital) {
  for (const auto& word : words)
    if (word.size() >= shortest_name && !own_.contains(word) && !not_names_.contains(word) &&
        !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; }))
      (with_capital ? with_capital_ : single_).insert(word);
}

std::size_t NameFinder::longest_at(const std::vector<WordIn>& words, std::size_t at,
                                   std::string_view text) const {
  const bool one = single_.contains(words[at].folded) ||
                   (words[at].capital && with_capital_.contains(words[at].folded));
  std::size_t longest = one ? 1 : 0;
  const auto found = phrases_.find(words[at].folded);
  if (found == phrases_.end()) return longest;
  for (const auto& phrase : found->second) {
    if (phrase.size() <= longest || at + phrase.size() > words.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < phrase.size(); ++i)
      same = words[at + i].folded == phrase[i] &&
             (i == 0 || side_by_side(text, words[at + i - 1], words[at + i], within_a_name));
    if (same) longest = phrase.size();
  }
  return longest;
}

std::vector<Stretch> NameFinder::find(std::string_view text) const {
  const auto words = words_in(text);
  std::vector<Stretch> found;
  std::size_t last = 0;  // The word after the last stretch.
  for (std::size_t at = 0; at < words.size();) {
    const auto length = longest_at(words, at, text);
    if (length == 0) {
      ++at;
      continue;
    }
    const Stretch stretch{words[at].from, words[at + length - 1].until};
    if (!found.empty() && last == at && side_by_side(text, words[at - 1], words[at], between_names))
      found.back().until = stretch.until;
    else
      found.push_back(stretch);
    at += length;
    last = at;
  }
  return found;
}

void NameFinder::learn(std::string_view text) {
  const auto words = words_in(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto found = phrases_.find(words[at].folded);
    if (found == phrases_.end()) continue;
    const auto length = longest_at(words, at, text);
    if (length < 2) continue;
    Words named;
    for (std::size_t i = 0; i < length; ++i) named.push_back(words[at + i].folded);
    add_words(named);
  }
}

}  // namespace northlight::domain
