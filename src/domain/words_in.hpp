#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::domain {

/// One word of a text, where it stands, and how it is compared.
struct WordIn {
  std::size_t from = 0;   ///< The first byte.
  std::size_t until = 0;  ///< The byte after the last.
  std::string folded;     ///< Small letters without accents: "Siân" and "SIAN" are both "sian".
  bool capital = false;
};

/// The words of a UTF-8 text. A hyphen parts words; an apostrophe does not (O'Brien is "obrien"),
/// but for the one before a last s: "Rowan's" is the word "rowan".
std::vector<WordIn> words_in(std::string_view text);

}  // namespace northlight::domain
