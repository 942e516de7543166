// Reads whatever bytes come as a press text. Run: press_fuzz -max_len=20000 -timeout=10 CORPUS
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/check_press.hpp"
#include "testing/youth_edition.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<northlight::framework::Edition> editions{
      northlight::testing::youth_edition()};
  static const auto vocabulary = northlight::reading::vocabulary_of(editions);
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto press = northlight::reading::read_press(text, vocabulary);
  northlight::domain::PublishedInspection report;
  report.service = press.service;
  report.overall_rating = "Good";
  northlight::reading::check_press(press, report);
  return 0;
}
