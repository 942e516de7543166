#include "rating/rate.hpp"

#include "cli/commands.hpp"
#include "cli/load_edition.hpp"
#include "rating/print.hpp"
#include "rating/read_decisions.hpp"
#include "rating/read_judgements.hpp"

namespace northlight::cli {

ExitStatus rate(const RateOptions& options, const DataFolders& data, Streams& streams) {
  const auto edition = load_edition(options.edition, data);
  if (!edition) return say_error(streams, edition.error());
  const auto judgements = rating::read_judgements(*edition, options.judgements);
  if (!judgements) return say_error(streams, judgements.error());

  rating::Evidence evidence;
  evidence.counts = rating::tally(*edition, *judgements);
  if (options.decisions) {
    auto decisions = rating::read_decisions(*edition, *options.decisions);
    if (!decisions) return say_error(streams, decisions.error());
    evidence.decisions = *std::move(decisions);
  }
  const auto rated = rating::rate(*edition, evidence);
  if (!rated) return say_error(streams, rated.error());

  for (const auto& gap : rating::gaps_in(*edition, evidence.counts)) say_note(streams, gap);
  if (options.format == Format::Json) {
    print(streams, rating::to_json(*edition, *rated));
  } else {
    streams.data << rating::to_text(*edition, *rated);
  }
  return ExitStatus::Done;
}

}  // namespace northlight::cli
