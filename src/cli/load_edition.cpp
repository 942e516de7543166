#include "cli/load_edition.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/text.hpp"
#include "cli/nearest.hpp"
#include "framework/read_framework.hpp"

namespace northlight::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::vector<std::string> edition_codes(const DataFolders& data) {
  std::vector<std::string> codes;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(data.frameworks(), unreadable))
    if (fs::exists(entry.path() / "framework.toml", unreadable))
      codes.push_back(entry.path().filename().string());
  std::ranges::sort(codes);
  return codes;
}

Result<framework::Edition> load_edition(const std::string& edition, const DataFolders& data) {
  if (edition.find('/') != std::string::npos) {
    std::error_code unreadable;
    if (!fs::is_directory(edition, unreadable))
      return Error{ErrorCode::NotFound, "There is no folder of this name to read an edition from",
                   edition};
    return framework::read_edition(edition);
  }
  const auto codes = edition_codes(data);
  if (std::ranges::find(codes, edition) != codes.end())
    return framework::read_edition(data.frameworks() / edition);
  const auto meant = nearest(edition, codes);
  return Error{ErrorCode::NotFound, "There is no edition '" + edition + "'" +
                                        (meant.empty() ? "." : ": did you mean '" + meant + "'?") +
                                        " The editions are " + list_in_words(codes) +
                                        "; give a path such as ./my-edition for one of your own"};
}

}  // namespace northlight::cli
