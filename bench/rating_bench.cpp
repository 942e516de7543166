#include <benchmark/benchmark.h>

#include <string>

#include "framework/read_framework.hpp"
#include "rating/judgements.hpp"
#include "rating/rate.hpp"
#include "rating/read_judgements.hpp"

/// What docs/performance.md says of rating an inspection from 10,000 judgements.
namespace {

using namespace northlight;

const framework::Edition& edition() {
  static const auto read = [] {
    auto found = framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
    if (!found) std::abort();
    return *std::move(found);
  }();
  return read;
}

/// 10,000 judgements: 477 cases on each of 21 key questions, cut off at the last.
std::string file_of_judgements() {
  std::string text = "case,domain,standard,lens,answer\n";
  const auto questions = rating::counted_questions(edition());
  for (std::size_t row = 0; row < 10'000; ++row) {
    const auto& [standard, question] = questions[row % questions.size()];
    const auto one = row / questions.size();
    const auto* answer = (one * 7 + row) % 10 < 7 ? "yes" : (one % 9 == 0 ? "na" : "no");
    text += "case-" + std::to_string(one) + ',' + standard->domain.text() + ',' +
            standard->code.text() + ',' + question->lens->text() + ',' + answer + '\n';
  }
  return text;
}

/// From judgements in memory to ratings with their whole trace.
void rate_10000_judgements(benchmark::State& state) {
  const auto judgements = rating::parse_judgements(edition(), file_of_judgements(), "bench.csv");
  if (!judgements) return state.SkipWithError("the judgements were refused");
  for (auto _ : state) {
    rating::Evidence evidence;
    evidence.counts = rating::tally(edition(), *judgements);
    auto rated = rating::rate(edition(), evidence);
    benchmark::DoNotOptimize(rated);
  }
}
BENCHMARK(rate_10000_judgements)->Unit(benchmark::kMicrosecond);

/// The same from the text of the file.
void read_and_rate_10000_judgements(benchmark::State& state) {
  const auto text = file_of_judgements();
  for (auto _ : state) {
    auto judgements = rating::parse_judgements(edition(), text, "bench.csv");
    rating::Evidence evidence;
    evidence.counts = rating::tally(edition(), *judgements);
    auto rated = rating::rate(edition(), evidence);
    benchmark::DoNotOptimize(rated);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_and_rate_10000_judgements)->Unit(benchmark::kMicrosecond);

/// Reading an edition's folder from disk, with its examples.
void read_an_edition(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021"));
}
BENCHMARK(read_an_edition)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
