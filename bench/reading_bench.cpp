// How fast published reports are read and checked, on one core. The text of a report is named by
// NORTHLIGHT_REPORT; without it an example of the tests stands in.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "framework/read_framework.hpp"
#include "reading/check_report.hpp"

namespace {

using namespace northlight;

std::string report() {
  const char* named = std::getenv("NORTHLIGHT_REPORT");
  const std::filesystem::path file = named != nullptr
                                         ? named
                                         : std::filesystem::path(NORTHLIGHT_SOURCE_DIR) /
                                               "tests/examples/reading/columns-of-spaces.txt";
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void read_and_check(benchmark::State& state) {
  const auto editions =
      framework::read_editions(std::filesystem::path(NORTHLIGHT_SOURCE_DIR) / "frameworks").value();
  const auto vocabulary = reading::vocabulary_of(editions);
  const auto text = report();
  for (auto _ : state) {
    auto inspection = reading::read_and_check(text, vocabulary, editions);
    if (!inspection) state.SkipWithError("the text is not read as a report");
    benchmark::DoNotOptimize(inspection);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_and_check);

}  // namespace

BENCHMARK_MAIN();
