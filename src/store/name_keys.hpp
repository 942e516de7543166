#pragma once

#include <string>
#include <string_view>
#include <vector>

// Names are found by keys that both engines compare exactly, and ranked here: no `like`, no
// engine's own search. Letters are folded as in addresses, so "ynys mon" finds "Ynys Môn".
namespace northlight::store {

/// The words of a name: "Bath and North East Somerset" -> bath, and, north, east, somerset.
std::vector<std::string> tokens_of(std::string_view name);

/// Runs of three letters within each word, with its beginning marked: "bath" -> "  b", " ba",
/// "bat", "ath". Each once. What people type finds a name by its beginnings and through a slip of
/// the pen.
std::vector<std::string> trigrams_of(std::string_view name);

/// How well a name answers what was typed: 0 not at all, 1 word for word. A whole name counts more
/// than its beginning, that more than the beginning of a later word, that more than likeness.
double likeness(std::string_view typed, std::string_view name);

/// Below this, a name is not an answer.
inline constexpr double least_likeness = 0.4;

}  // namespace northlight::store
