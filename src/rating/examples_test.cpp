#include <doctest/doctest.h>

#include "framework/read_framework.hpp"
#include "rating/check_examples.hpp"

using namespace northlight;

namespace {

std::vector<std::filesystem::path> edition_folders() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(NORTHLIGHT_SOURCE_DIR "/frameworks"))
    if (entry.is_directory()) folders.push_back(entry.path());
  return folders;
}

}  // namespace

TEST_CASE("every edition reads without a problem and every worked example comes out as it says") {
  std::size_t examples = 0;
  for (const auto& folder : edition_folders()) {
    const auto reading = framework::read_framework(folder);
    for (const auto& problem : reading.problems) FAIL_CHECK(problem.where, ": ", problem.message);
    REQUIRE(reading.edition);
    for (const auto& difference : rating::check_examples(*reading.edition, reading.examples))
      FAIL_CHECK(difference.where, ": ", difference.message);
    CHECK_FALSE(reading.examples.empty());
    examples += reading.examples.size();
  }
  MESSAGE("worked examples: ", examples);
  CHECK(examples >= 200);
}

TEST_CASE("an example that expects something else fails and says what came out") {
  auto reading = framework::read_framework(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  REQUIRE(reading.edition);
  framework::Example example;
  example.name = "wrong";
  example.file = "wrong.toml";
  example.line = 3;
  example.score = framework::ExampleScore{18, 12};
  example.expect.overall = "Good";
  const auto differences = rating::check_example(*reading.edition, example);
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].where == "wrong.toml:3: expect.overall");
  CHECK(differences[0].message ==
        "The example \"wrong\" expects Good but gets Requires improvement. Correct the example or "
        "the edition.");
}
