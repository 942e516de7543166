#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/data_folders.hpp"
#include "framework/edition.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::cli {

/// The editions that ship and the words in them that a report is read with.
struct ReadingTools {
  std::vector<framework::Edition> editions;
  reading::Vocabulary vocabulary;

  /// Null when no edition has that code.
  const framework::Edition* find(const std::optional<std::string>& edition) const;
};
Result<ReadingTools> reading_tools(const DataFolders& data);

}  // namespace northlight::cli
