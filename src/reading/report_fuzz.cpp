// Reads and checks whatever bytes come as a report.
// Run: report_fuzz -max_len=70000 -timeout=10 CORPUS
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/check_report.hpp"
#include "testing/youth_edition.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<northlight::framework::Edition> editions{
      northlight::testing::youth_edition()};
  static const auto vocabulary = northlight::reading::vocabulary_of(editions);
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto inspection = northlight::reading::read_and_check(text, vocabulary, editions);
  return inspection && inspection->standards.empty() ? -1 : 0;
}
