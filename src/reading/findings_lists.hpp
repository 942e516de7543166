#pragma once

#include <vector>

#include "domain/inspection.hpp"
#include "reading/sections.hpp"

namespace northlight::reading {

/// The strengths and areas for improvement of one section, as whole items: one that goes on after a
/// page break or an empty line stays one.
struct FindingsLists {
  std::vector<domain::Item> strengths{};
  std::vector<domain::Item> areas_for_improvement{};
};

FindingsLists read_findings_lists(const Layout& layout, const Section& section);

/// The recommendations under one heading, in the order of the report.
std::vector<domain::Recommendation> read_recommendations(const Layout& layout,
                                                         const Section& section);

}  // namespace northlight::reading
