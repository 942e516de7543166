#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/code_table.hpp"
#include "base/result.hpp"
#include "domain/about_whom.hpp"

/// What people send into a child's file without writing in its records.
namespace northlight::domain {

enum class SentInKind : std::uint8_t {
  ChildWords,    ///< What the child thinks, in their own words.
  ParentWords,   ///< A parent or carer likewise.
  VictimWishes,  ///< What a victim wishes the plan to know.
  Answer,        ///< Of a partner agency that was asked.
  PanelNote,
  ByPost,
  Note,
};
inline constexpr std::size_t sent_in_kind_count = 7;
inline constexpr std::array<std::string_view, sent_in_kind_count> sent_in_kind_codes{
    "child-words", "parent-words", "victim-wishes", "answer", "panel-note", "by-post", "note"};

/// As policy files and the database write it: "victim-wishes".
constexpr std::string_view code(SentInKind kind) {
  return sent_in_kind_codes.at(static_cast<std::size_t>(kind));
}
inline std::optional<SentInKind> parse_sent_in_kind(std::string_view code) {
  return find_code<SentInKind>(sent_in_kind_codes, code);
}

/// Of a child or a parent by their personal link; the rest is sent in by people at their work.
constexpr bool is_own_words(SentInKind kind) { return kind <= SentInKind::ParentWords; }

/// "What a victim wishes the plan to know"
std::string_view words(SentInKind kind);

/// Whom it tells of, or who could be known by it: what is hidden where it is given out.
AboutWhom about_whom(SentInKind kind);
/// Of who sent it: a victim's worker and whoever told us say as much as their words.
AboutWhom about_whom_sender(SentInKind kind);

/// How many letters a text in UTF-8 has: every byte that begins one.
std::size_t letters_in(std::string_view text);
/// Letters, not bytes.
inline constexpr std::size_t longest_sent_in = 5'000;
/// By one person into one file on one day.
inline constexpr std::int64_t most_sent_in_a_day = 20;

/// Invalid (where: `where`) for nothing, for what is longer than `longest` and for what is no text.
Status check_typed(std::string_view typed, std::size_t longest, std::string_view where,
                   std::string_view empty);

}  // namespace northlight::domain
