#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"

namespace northlight::cli {

/// Where the data that ship with the program lie. Found at run time: nothing is compiled in.
struct DataFolders {
  std::filesystem::path root;

  std::filesystem::path frameworks() const { return root / "frameworks"; }
  std::filesystem::path forms() const { return root / "forms"; }
  std::filesystem::path schema() const { return root / "schema"; }
  std::filesystem::path library() const { return root / "library"; }
  std::filesystem::path policy() const { return root / "policy"; }
  std::filesystem::path demonstration() const { return root / "demonstration"; }
  /// Style sheets and scripts: assets/ of an installed program, build/assets of a checkout.
  std::filesystem::path assets() const;
};

/// Looks where `override_folder` (NORTHLIGHT_DATA) says; else in share/northlight beside the folder
/// of the program; else in that folder and each above it. A folder is the one that holds
/// frameworks/ and schema/. NotFound when none does: the message says where was looked.
Result<DataFolders> find_data_folders(std::string_view override_folder,
                                      const std::filesystem::path& program);

/// The same for this program and its environment.
Result<DataFolders> find_data_folders();

}  // namespace northlight::cli
