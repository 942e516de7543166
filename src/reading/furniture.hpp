#pragma once

#include <vector>

#include "reading/layout.hpp"

namespace northlight::reading {

/// Marks the lines that are no part of what a report says: page numbers, what stands over or under
/// every page, and what a browser prints there. Where nothing tells the pages apart, their numbers
/// do.
void mark_furniture(std::vector<TextLine>& lines);

}  // namespace northlight::reading
