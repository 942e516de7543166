#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/inspection.hpp"

/// What the printers of the library are handed: values, with the names under which they are found.
namespace northlight::report {

/// What the rule gives for one standard, where the counts are known.
struct ComputedRating {
  std::string standard;
  std::string rating;
  std::vector<std::string> decided_by{};  ///< The lenses of the lowest questions, ties included.

  friend bool operator==(const ComputedRating&, const ComputedRating&) = default;
};

/// One inspection under its stable identifier.
struct InspectionEntry {
  std::string id;       ///< "east-sussex-2024-09"
  std::string service;  ///< "east-sussex"
  domain::PublishedInspection inspection;
  std::vector<ComputedRating> computed{};

  const ComputedRating* find_computed(std::string_view standard) const {
    for (const auto& one : computed)
      if (one.standard == standard) return &one;
    return nullptr;
  }
};

/// One service with the identifiers of its inspections, latest first.
struct ServiceEntry {
  std::string id;
  std::string name;
  std::string full_name{};  ///< Empty when no source states it.
  std::vector<std::string> inspections{};
};

/// One page of a longer list.
struct PageOfList {
  std::size_t page = 1;
  std::size_t page_size = 100;
  std::size_t total = 0;

  std::size_t pages() const { return total == 0 ? 1 : (total + page_size - 1) / page_size; }
};

}  // namespace northlight::report
