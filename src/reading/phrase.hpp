#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace northlight::reading {

/// Words to look for, in lower case, and where their two rarest signs stand, by which they are
/// looked for. Literals turn into one by themselves, when the program is compiled; other words by
/// `Phrase::of`. Looks at the words and does not hold them.
class Phrase {
 public:
  constexpr Phrase() = default;
  consteval Phrase(const char* literal) : Phrase(of(literal)) {}  // NOLINT(*-explicit-*)
  static constexpr Phrase of(std::string_view words);

  constexpr std::string_view text() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }
  constexpr std::size_t size() const { return text_.size(); }
  constexpr std::size_t rarest() const { return rarest_; }
  constexpr std::size_t next_rarest() const { return next_rarest_; }

 private:
  std::string_view text_{};
  std::size_t rarest_ = 0;
  std::size_t next_rarest_ = 0;
};

/// How rare each sign is in English: what is not listed is rarest.
inline constexpr std::array<unsigned char, 256> rareness = [] {
  std::array<unsigned char, 256> ranks{};
  constexpr std::string_view frequent = " etaoinsrhldcumfpgwybvkxjqz";
  ranks.fill(static_cast<unsigned char>(frequent.size() + 1));
  for (std::size_t at = 0; at < frequent.size(); ++at)
    ranks[static_cast<unsigned char>(frequent[at])] = static_cast<unsigned char>(at + 1);
  return ranks;
}();

constexpr Phrase Phrase::of(std::string_view words) {
  Phrase phrase;
  phrase.text_ = words;
  unsigned best = 0;
  unsigned next = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const unsigned rank = rareness[static_cast<unsigned char>(words[at])];
    if (rank > best) {
      next = best;
      phrase.next_rarest_ = phrase.rarest_;
      best = rank;
      phrase.rarest_ = at;
    } else if (rank > next) {
      next = rank;
      phrase.next_rarest_ = at;
    }
  }
  return phrase;
}

}  // namespace northlight::reading
