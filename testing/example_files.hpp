#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace northlight::testing {

/// Runs each worked example of tests/examples/<folder>, in the order of their names, and says which
/// one failed. Fails where there are fewer than `least`: a folder that was lost would pass.
template <typename Run>
void run_examples(const char* folder, std::size_t least, Run run) {
  std::vector<std::filesystem::path> paths;
  const auto root = std::filesystem::path(NORTHLIGHT_SOURCE_DIR) / "tests/examples" / folder;
  for (const auto& entry : std::filesystem::directory_iterator(root)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  CHECK(paths.size() >= least);
  for (const auto& path : paths) {
    CAPTURE(path.filename().string());
    run(path);
  }
}

}  // namespace northlight::testing
