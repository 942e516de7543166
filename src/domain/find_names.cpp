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

/// Also "Sampleton, Rowan". One word alone is no phrase.
template <typename Phrases>
void insert_both_ways(Phrases& phrases, std::vector<std::string> words) {
  if (words.size() < 2) return;
  phrases[words.front()].insert(words);
  std::ranges::rotate(words, words.end() - 1);
  phrases[words.front()].insert(std::move(words));
}

/// Given and family name may have been typed the wrong way round.
std::vector<std::string> in_any_order(std::vector<std::string> words) {
  std::ranges::sort(words);
  return words;
}

constexpr std::string_view within_a_name = " -,.\xC2\xA0";
constexpr std::string_view between_names = " -\xC2\xA0";

}  // namespace

NameFinder::NameFinder(const KnownNames& names, const std::vector<std::string>& not_names) {
  for (const auto& word : not_names)
    for (auto& folded : folded_words(word)) not_names_.insert(std::move(folded));
  for (const auto& name : names.own)
    for (auto& folded : folded_words(name)) own_.insert(std::move(folded));
  if (!names.former.empty()) add_former(names);
  for (const auto& name : names.others) add(name);
}

void NameFinder::add_former(const KnownNames& names) {
  std::set<std::string, std::less<>> held;
  for (const auto& former : names.former)
    for (const auto& way : former)
      for (auto& word : folded_words(way)) held.insert(std::move(word));
  std::set<std::string, std::less<>> others_words;
  std::set<Words> others;
  for (const auto& other : names.others) {
    // What people wrote may well name the person whose file it is.
    if (other.by == NameKnownBy::EachWordAsWritten) continue;
    auto words = folded_words(other.words);
    bool alike = false;
    for (const auto& word : words) {
      if (!held.contains(word)) continue;
      others_words.insert(word);
      alike = true;
    }
    if (alike) others.insert(in_any_order(std::move(words)));
  }
  for (const auto& former : names.former) {
    std::vector<Words> ways;
    for (const auto& way : former) ways.push_back(folded_words(way));
    if (std::ranges::any_of(
            ways, [&](const Words& words) { return others.contains(in_any_order(words)); }))
      continue;
    for (auto& words : ways) {
      for (const auto& word : words)
        if (!others_words.contains(word)) own_.insert(word);
      insert_both_ways(own_phrases_, std::move(words));
    }
  }
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
  insert_both_ways(phrases_, std::move(folded));
}

void NameFinder::add_words(const Words& words, bool with_capital) {
  for (const auto& word : words)
    if (word.size() >= shortest_name && !own_.contains(word) && !not_names_.contains(word) &&
        !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; }))
      (with_capital ? with_capital_ : single_).insert(word);
}

std::size_t NameFinder::longest_of(const Phrases& phrases, const std::vector<WordIn>& words,
                                   std::size_t at, std::string_view text) {
  std::size_t longest = 0;
  const auto found = phrases.find(words[at].folded);
  if (found == phrases.end()) return longest;
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

std::size_t NameFinder::longest_at(const std::vector<WordIn>& words, std::size_t at,
                                   std::string_view text) const {
  const bool one = single_.contains(words[at].folded) ||
                   (words[at].capital && with_capital_.contains(words[at].folded));
  return std::max<std::size_t>(one ? 1 : 0, longest_of(phrases_, words, at, text));
}

std::vector<Stretch> NameFinder::find(std::string_view text) const {
  const auto words = words_in(text);
  std::vector<Stretch> found;
  std::size_t last = 0;  // The word after the last stretch.
  for (std::size_t at = 0; at < words.size();) {
    const auto length = longest_at(words, at, text);
    const auto own = longest_of(own_phrases_, words, at, text);
    if (length == 0 || own >= length) {
      at += std::max<std::size_t>(own, 1);
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
