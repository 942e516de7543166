#include "cli/shipped_library.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/ratings_of.hpp"
#include "domain/read_inspection.hpp"
#include "domain/read_ratings_table.hpp"

namespace northlight::cli {

Result<std::vector<domain::PublishedInspection>> shipped_library(
    const DataFolders& data, const std::vector<framework::Edition>& editions) {
  NL_TRY(inspections,
         domain::read_ratings_table(data.library() / "ratings.csv", rating_names(editions)));
  std::vector<std::filesystem::path> files;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(data.library(), unreadable))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    NL_TRY(inspection, domain::read_inspection(file));
    inspections.push_back(inspection);
  }
  NL_CHECK(check_editions(inspections, editions));
  return std::move(inspections);
}

}  // namespace northlight::cli
