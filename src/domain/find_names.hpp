#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/holding.hpp"

namespace northlight::domain {

/// A stretch of a text, in bytes.
struct Stretch {
  std::size_t from = 0;
  std::size_t until = 0;

  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

/// Finds other people's names in texts: whole words, whatever their case and accents. The names of
/// the person whose file it is are nobody else's; a name that they had before is theirs where it is
/// no other child's or victim's, and a word of it alone where no name of those holds it.
class NameFinder {
 public:
  NameFinder(const KnownNames& names, const std::vector<std::string>& not_names);

  /// In order; names that stand side by side are one stretch.
  std::vector<Stretch> find(std::string_view text) const;

  /// Whoever is named in full in that text is meant by each word of their name from now on: a
  /// friend who is "Rowan Sampleton" once and "Rowan" afterwards.
  void learn(std::string_view text);

 private:
  using Words = std::vector<std::string>;
  using Phrases = std::map<std::string, std::set<Words>, std::less<>>;  ///< By their first word.
  void add_former(const KnownNames& names);
  void add(const KnownName& name);
  void add_words(const Words& words, bool with_capital = false);
  static std::size_t longest_of(const Phrases& phrases, const std::vector<struct WordIn>& words,
                                std::size_t at, std::string_view text);
  std::size_t longest_at(const std::vector<struct WordIn>& words, std::size_t at,
                         std::string_view text) const;

  std::set<std::string, std::less<>> own_{};
  std::set<std::string, std::less<>> not_names_{};
  std::set<std::string, std::less<>> single_{};
  std::set<std::string, std::less<>> with_capital_{};
  Phrases phrases_{};
  Phrases own_phrases_{};  ///< What the person was called before, where it is nobody else's.
};

}  // namespace northlight::domain
