#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Marks that nobody sees and that change what is read: those that turn the direction of writing
/// (after one, "V-12" may be shown as "21-V"), the ends of lines and other controls, and what has
/// no width at all. A name never needs one. Joiners within words (U+200C, U+200D) are no such
/// marks: names in Persian or Sinhala are written with them.
namespace northlight {

enum class HiddenMark {
  Direction,  ///< U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
  Control,    ///< Of ASCII and Latin-1, tabs and line ends among them; U+2028, U+2029.
  NoWidth,    ///< U+00AD, U+180E, U+200B, U+2060 to U+2064, U+FEFF, U+E0000 to U+E007F.
};

/// The first of them; nothing where all can be seen.
std::optional<HiddenMark> hidden_mark_in(std::string_view text);

/// Fails with Invalid (at `where`) for a name that holds one, and for one that is not UTF-8.
/// `called`: "name", "reference".
Status check_no_hidden_marks(std::string_view name, std::string_view called,
                             std::string_view where);

/// The same text without them.
std::string without_hidden_marks(std::string_view text);

}  // namespace northlight
