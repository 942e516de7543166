#include "cli/reading_tools.hpp"

#include <algorithm>

#include "framework/read_framework.hpp"

namespace northlight::cli {

const framework::Edition* ReadingTools::find(const std::optional<std::string>& edition) const {
  if (!edition) return nullptr;
  const auto at = std::ranges::find_if(
      editions, [&](const framework::Edition& one) { return one.code.text() == *edition; });
  return at == editions.end() ? nullptr : &*at;
}

Result<ReadingTools> reading_tools(const DataFolders& data) {
  NL_TRY(editions, framework::read_editions(data.frameworks()));
  ReadingTools tools{std::move(editions), {}};
  tools.vocabulary = reading::vocabulary_of(tools.editions);
  return tools;
}

}  // namespace northlight::cli
