#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace northlight {

// ASCII rules on UTF-8 text: bytes above 127 are left as they are.

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view text, std::string_view part);

/// Splits at every separator; keeps empty parts.
std::vector<std::string_view> split(std::string_view text, char separator);
template <std::same_as<std::string> Gone>  // The parts would look at what is no more.
std::vector<std::string_view> split(Gone&&, char) = delete;

/// Splits at runs of white space; keeps no empty part.
std::vector<std::string_view> split_words(std::string_view text);
template <std::same_as<std::string> Gone>
std::vector<std::string_view> split_words(Gone&&) = delete;

std::string join(const std::vector<std::string>& parts, std::string_view between);

/// "a", "a and b", "a, b and c".
std::string list_in_words(const std::vector<std::string>& parts, std::string_view last = "and");

/// "1 case", "2 cases".
std::string counted(long long count, std::string_view one, std::string_view many);

/// Replaces every occurrence.
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// Writes a number over `count` characters of the text, with zeros before it; figures of it that
/// find no room are left out. For what is written often and in one form, as moments are.
void put_figures(std::string& text, std::size_t at, std::size_t count, unsigned number);

/// A whole number, digits only; nothing for an empty, signed or too long text.
std::optional<long long> parse_whole_number(std::string_view text);

/// "nought" to "twenty" in words, larger ones in figures, as the reports write them; and back
/// ("four" or "4" is 4). Nothing for what is no number.
std::string number_in_words(long long number);
std::optional<long long> parse_number_in_words(std::string_view text);

/// Whether every byte belongs to a well-formed UTF-8 sequence.
bool is_utf8(std::string_view text);

}  // namespace northlight
