#include <algorithm>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/keep_inspections.hpp"
#include "cli/open_database.hpp"
#include "cli/ratings_of.hpp"
#include "domain/read_ratings_table.hpp"
#include "framework/read_framework.hpp"

namespace northlight::cli {

std::vector<std::string> rating_names(const std::vector<framework::Edition>& editions) {
  std::vector<std::string> names;
  for (const auto& edition : editions)
    for (const auto& level : edition.scale)
      if (std::ranges::find(names, level.name) == names.end()) names.push_back(level.name);
  return names;
}

Status check_editions(const std::vector<domain::PublishedInspection>& inspections,
                      const std::vector<framework::Edition>& editions) {
  std::vector<std::string> codes;
  for (const auto& edition : editions) codes.push_back(edition.code.text());
  for (const auto& inspection : inspections)
    if (inspection.edition && std::ranges::find(codes, *inspection.edition) == codes.end())
      return Error{ErrorCode::Invalid,
                   "There is no edition '" + *inspection.edition + "'. The editions are " +
                       list_in_words(codes),
                   inspection.service};
  return done();
}

ExitStatus import_ratings(const ImportRatingsOptions& options, const DataFolders& data,
                          Streams& streams) {
  const auto editions = framework::read_editions(data.frameworks());
  if (!editions) return say_error(streams, editions.error());
  const auto inspections = domain::read_ratings_table(options.file, rating_names(*editions));
  if (!inspections) return say_error(streams, inspections.error());
  if (const auto known = check_editions(*inspections, *editions); !known)
    return say_error(streams, known.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto kept = keep_inspections(**database, *inspections, streams);
  return kept ? ExitStatus::Done : say_error(streams, kept.error());
}

}  // namespace northlight::cli
