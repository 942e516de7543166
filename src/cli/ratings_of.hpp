#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"

namespace northlight::cli {

/// Every word that some edition has for a rating, once.
std::vector<std::string> rating_names(const std::vector<framework::Edition>& editions);

/// Refuses an inspection of an edition that there is not.
Status check_editions(const std::vector<domain::PublishedInspection>& inspections,
                      const std::vector<framework::Edition>& editions);

}  // namespace northlight::cli
