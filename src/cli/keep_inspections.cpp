#include "cli/keep_inspections.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "store/sql_library.hpp"

namespace northlight::cli {

Status keep_inspections(store::Database& database,
                        std::span<const domain::PublishedInspection> inspections,
                        Streams& streams) {
  store::SqlLibrary library(database);
  NL_TRY(results, library.put_all(inspections));
  const auto of = [&results_ = results](store::PutOutcome outcome) {
    return std::ranges::count(results_, outcome, &store::PutResult::outcome);
  };
  streams.words << counted(static_cast<long long>(results.size()), "inspection", "inspections")
                << ": " << of(store::PutOutcome::Added) << " added, "
                << of(store::PutOutcome::Changed) << " changed, "
                << of(store::PutOutcome::Unchanged) << " known already.\n";
  return done();
}

}  // namespace northlight::cli
