#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Keeps names of children out of an audit that is sent to be rated.
namespace northlight::web {

/// The first column of the header row that seems to hold who somebody is ("name", "date of birth",
/// "address" …); nothing when none does.
std::optional<std::string> personal_column(std::string_view csv);

/// Whether a case's label reads like a person's name ("Asha Khan", "Khan, A") rather than like a
/// number or a code ("case-01", "Case A", "ES1").
bool looks_like_a_name(std::string_view label);

/// How many labels do.
std::size_t names_among(std::span<const std::string> labels);

}  // namespace northlight::web
