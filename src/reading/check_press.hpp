#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/inspection.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

/// Something that a press text says of an inspection.
struct Claim {
  std::string what;   ///< "overall_rating", "rating_count", "fieldwork", "published", …
  std::string value;  ///< "Good", "5 Outstanding", "10 June to 14 June"
  domain::Line line = 0;

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// A press text as read: which service it is about, and what it claims of its inspection.
struct PressText {
  std::string service;  ///< Short name; empty when the text names none.
  std::vector<Claim> claims{};

  friend bool operator==(const PressText&, const PressText&) = default;
};

PressText read_press(std::string_view text, const Vocabulary& vocabulary);

/// The claims that a report of the same service contradicts, as press-contradicts-report findings.
/// Nothing where the text is about another service.
std::vector<domain::Finding> check_press(const PressText& press,
                                         const domain::PublishedInspection& report);

}  // namespace northlight::reading
