#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/inspection.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

/// Something that a press text says of an inspection. What is said is kept in words for readers and
/// in parts for comparing; a press text often names a day without its year.
struct Claim {
  std::string what;   ///< "overall_rating", "resettlement_rating", "rating_count", "fieldwork",
                      ///< "published", "recommendations"
  std::string value;  ///< "Good", "5 Outstanding", "10 to 14 June"
  domain::Line line = 0;
  std::string rating{};  ///< Of the three that are about ratings.
  std::optional<std::int64_t> count{};
  unsigned month = 0;  ///< Of the two that are about dates.
  unsigned day = 0;    ///< The first, where days are named.
  std::optional<int> year{};

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// A press text as read: which service it is about, and what it claims of its inspection.
struct PressText {
  std::string service;  ///< Short name; empty when the text names none.
  std::vector<Claim> claims{};

  friend bool operator==(const PressText&, const PressText&) = default;
};

PressText read_press(std::string_view text, const Vocabulary& vocabulary);

/// Whether the press text is about the service of the report.
bool is_about(const PressText& press, const domain::PublishedInspection& report);

/// The claims that a report of the same service contradicts, as press-contradicts-report findings.
/// Nothing where the text is about another service.
std::vector<domain::Finding> check_press(const PressText& press,
                                         const domain::PublishedInspection& report);

}  // namespace northlight::reading
