#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/edition.hpp"
#include "rating/evidence.hpp"
#include "rating/what_if.hpp"

namespace northlight::report {

/// What somebody typed into the field of that name; null when nothing was sent.
using Typed = std::function<const std::string*(std::string_view)>;

/// What is wrong with one field, in words that say what to do.
struct FieldError {
  std::string field;
  std::string message;

  friend bool operator==(const FieldError&, const FieldError&) = default;
};

/// The what-if form as read: the changes it asks for, or what is wrong with it.
struct WhatIfForm {
  std::vector<rating::Change> changes{};
  std::vector<FieldError> errors{};
};

// The names of the form's fields.
std::string yes_field(const framework::StandardCode& standard, const framework::LensCode& lens);
std::string of_field(const framework::StandardCode& standard, const framework::LensCode& lens);
std::string rating_field(const framework::StandardCode& standard);

// Values of a rating field besides the codes of the edition's scale; empty leaves all as it is.
inline constexpr std::string_view as_the_rule_gives = "rule";
inline constexpr std::string_view not_rated = "not-rated";

/// The most cases that the form takes for one key question.
inline constexpr long long most_cases = 10'000;

const rating::QuestionCount* find_count(const rating::Evidence& evidence,
                                        const framework::StandardCode& standard,
                                        const framework::LensCode& lens);
const rating::StatedRating* find_stated(const rating::Evidence& evidence,
                                        const framework::StandardCode& standard);

/// Reads every count and rating that differs from the evidence. A count left empty on both sides
/// changes nothing; hostile and impossible values become errors, never changes.
WhatIfForm read_what_if(const framework::Edition& edition, const rating::Evidence& evidence,
                        const Typed& typed);

}  // namespace northlight::report
