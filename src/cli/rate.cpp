#include "rating/rate.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/load_edition.hpp"
#include "rating/judgements.hpp"
#include "rating/print.hpp"
#include "rating/read_decisions.hpp"
#include "rating/read_judgements.hpp"

namespace northlight::cli {

namespace {

/// Sets aside what cannot be rated, so that the rest can. Not what was decided on, and not all
/// there is: the rating then refuses and says what to judge.
void leave_out_incomplete(const framework::Edition& edition, rating::Evidence& evidence) {
  auto incomplete = rating::incomplete_standards(edition, evidence.counts);
  std::erase_if(incomplete, [&](const rating::Unrated& entry) {
    return std::ranges::any_of(evidence.decisions, [&](const rating::Decision& decision) {
      return decision.standard.text() == entry.what;
    });
  });
  const bool something_is_left =
      !evidence.decisions.empty() ||
      std::ranges::any_of(evidence.counts, [&](const rating::QuestionCount& count) {
        return std::ranges::none_of(incomplete, [&](const rating::Unrated& entry) {
          return entry.what == count.standard.text();
        });
      });
  if (something_is_left) evidence.unrated = std::move(incomplete);
}

}  // namespace

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
  leave_out_incomplete(*edition, evidence);
  const auto rated = rating::rate(*edition, evidence);
  if (!rated) return say_error(streams, rated.error());

  for (const auto& entry : evidence.unrated)
    say_note(streams, "Standard " + entry.what + ": " + entry.why);
  for (const auto& gap : rating::gaps_in(*edition, evidence.counts)) say_note(streams, gap);
  if (options.format == Format::Json) {
    print(streams, rating::to_json(*edition, *rated));
  } else {
    streams.data << rating::to_text(*edition, *rated);
  }
  return ExitStatus::Done;
}

}  // namespace northlight::cli
