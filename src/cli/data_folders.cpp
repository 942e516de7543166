#include "cli/data_folders.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace northlight::cli {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "frameworks", ignored) &&
         fs::is_directory(folder / "schema", ignored);
}

}  // namespace

fs::path DataFolders::assets() const {
  std::error_code ignored;
  const fs::path installed = root / "assets";
  return fs::is_directory(installed, ignored) ? installed : root / "build" / "assets";
}

Result<DataFolders> find_data_folders(std::string_view override_folder, const fs::path& program) {
  if (!override_folder.empty()) {
    if (holds_data(override_folder)) return DataFolders{fs::path(override_folder)};
    return Error{ErrorCode::NotFound,
                 "This folder holds no frameworks/ and schema/, though NORTHLIGHT_DATA names it: "
                 "correct or unset NORTHLIGHT_DATA",
                 std::string(override_folder)};
  }
  const fs::path beside = program.parent_path();
  const fs::path installed = beside.parent_path() / "share" / "northlight";
  if (holds_data(installed)) return DataFolders{installed};
  for (fs::path folder = beside; !folder.empty(); folder = folder.parent_path()) {
    if (holds_data(folder)) return DataFolders{folder};
    if (folder == folder.parent_path()) break;
  }
  return Error{ErrorCode::NotFound,
               "Northlight's data (frameworks/ and schema/) are neither in " + installed.string() +
                   " nor above the program: set NORTHLIGHT_DATA to the folder that holds them"};
}

Result<DataFolders> find_data_folders() {
  const char* const named = std::getenv("NORTHLIGHT_DATA");  // NOLINT(concurrency-mt-unsafe)
  std::error_code unreadable;
  const fs::path program = fs::read_symlink("/proc/self/exe", unreadable);
  return find_data_folders(named == nullptr ? "" : named, program);
}

}  // namespace northlight::cli
