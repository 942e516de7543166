#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace northlight::domain {

/// Whom something that is written in a file tells of. What tells of somebody else is not given out
/// with what is the person's own unless a person decides so. In a victim's file the victim is the
/// person whose file it is (in_victims_file).
enum class AboutWhom : std::uint8_t {
  Child,          ///< The person whose file it is.
  ChildConfided,  ///< The same, by what they said, or what keeps them safe: not a parent's to know.
  Victim,         ///< Somebody who was harmed, or could be.
  OtherChild,     ///< Another child: a friend, a co-defendant, a brother or sister.
  Family,         ///< A parent, a carer, a relative; what they said included.
  Referrer,       ///< Whoever told us, where they could be known by it.
  Professional,   ///< Somebody in their work.
  Other,          ///< Anybody else.
};
inline constexpr std::size_t about_whom_count = 8;
inline constexpr std::array<std::string_view, about_whom_count> about_whom_codes{
    "child",  "child-confided", "victim",       "other-child",
    "family", "referrer",       "professional", "other"};

/// As forms and policy files write it: "other-child".
constexpr std::string_view code(AboutWhom whom) {
  return about_whom_codes.at(static_cast<std::size_t>(whom));
}
constexpr std::optional<AboutWhom> parse_about_whom(std::string_view code) {
  for (std::size_t i = 0; i < about_whom_count; ++i)
    if (about_whom_codes.at(i) == code) return static_cast<AboutWhom>(i);
  return std::nullopt;
}

/// What was said without a thought of whose file it stands in, as it counts in a victim's: there
/// the victim's is their own, and a child is another, such as the one who harmed them.
constexpr AboutWhom in_victims_file(AboutWhom said) {
  switch (said) {
    case AboutWhom::Victim:
      return AboutWhom::Child;
    case AboutWhom::Child:
    case AboutWhom::ChildConfided:
      return AboutWhom::OtherChild;
    default:
      return said;
  }
}

}  // namespace northlight::domain
