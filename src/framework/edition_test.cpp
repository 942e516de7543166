#include "framework/edition.hpp"

#include <doctest/doctest.h>

#include "framework/small_edition.hpp"

using namespace northlight;
using namespace northlight::framework;
using namespace std::chrono_literals;

namespace {

Edition small() { return *parse_framework(small_edition_files()).edition; }

Edition edition_called(const std::string& name) {
  auto read = read_edition(std::string(NORTHLIGHT_SOURCE_DIR "/frameworks/") + name);
  REQUIRE(read);
  return *std::move(read);
}

}  // namespace

TEST_CASE("a rating is found by its name or its code, whatever the case") {
  const auto edition = edition_called("hmip-youth-2021");
  CHECK(edition.find_rating("Requires improvement") == Rating{1});
  CHECK(edition.find_rating(" requires_improvement ") == Rating{1});
  CHECK(edition.find_rating("OUTSTANDING") == edition.highest());
  CHECK_FALSE(edition.find_rating("Fair"));
  CHECK(level_names(edition) ==
        std::vector<std::string>{"Outstanding", "Good", "Requires improvement", "Inadequate"});
  CHECK(level_names(small()) == std::vector<std::string>{"Strong", "Fair", "Weak"});
}

TEST_CASE("standards, questions and prompts are found by their ids") {
  const auto edition = edition_called("hmip-youth-2021");
  CHECK(edition.standards.size() == 13);
  CHECK(standards_of(edition, DomainCode{"court"}).size() == 4);
  REQUIRE(edition.find(StandardCode{"2.2"}));
  CHECK(edition.find(StandardCode{"2.2"})->title == "Planning");
  CHECK_FALSE(edition.find(StandardCode{"4.1"})->counts_in_score);
  CHECK(edition.find(StandardCode{"9.9"}) == nullptr);
  const auto place = find_prompt(edition, PromptCode{"2.2.3.e"});
  REQUIRE(place.prompt);
  CHECK(place.standard->code.text() == "2.2");
  CHECK(place.question->lens == LensCode{"others_safety"});
  CHECK(find_prompt(edition, PromptCode{"2.2.3.z"}).prompt == nullptr);
  CHECK(find_question(*place.standard, LensCode{"desistance"})->code.text() == "2.2.1");
  CHECK(find_question(*place.standard, LensCode{"victims"}) == nullptr);
}

TEST_CASE("every fact of the shipped editions has a source that is there") {
  for (const auto* name : {"hmip-youth-2018", "hmip-youth-2021", "hmip-youth-2025"}) {
    const auto edition = edition_called(name);
    for (const auto& standard : edition.standards) {
      CHECK_FALSE(standard.basis.sources.empty());
      for (const auto& question : standard.questions)
        for (const auto& prompt : question.prompts) {
          CHECK(prompt.text.ends_with("?"));
          for (const auto& source : prompt.basis.sources) CHECK(edition.find(source));
        }
    }
  }
}

TEST_CASE("the sample rule rounds up and never draws more than there are") {
  const auto edition = edition_called("hmip-youth-2021");
  const std::pair<int, int> known[] = {{0, 0},   {1, 1},   {14, 13},  {15, 14},  {20, 18},
                                       {22, 20}, {50, 39}, {100, 63}, {200, 91}, {300, 107}};
  for (const auto& [eligible, drawn] : known)
    CHECK(sample_size(edition, eligible).value_or(-1) == drawn);
  CHECK(sample_size(edition, 1'000'000'000).value_or(-1) == 165);
  CHECK_FALSE(sample_size(edition, -1));
  CHECK(sample_size(edition_called("hmip-youth-2025"), 20).error().code == ErrorCode::Incomplete);
}

TEST_CASE("the case window is counted back from the Monday of fieldwork") {
  const auto edition = edition_called("hmip-youth-2021");
  const auto window = case_window(edition, 2024y / 6 / 10);
  REQUIRE(window);
  CHECK(window->text() == "12 June 2023 to 5 April 2024");
  const auto tuesday = case_window(edition, 2024y / 6 / 11);
  REQUIRE_FALSE(tuesday);
  CHECK(tuesday.error().message.find("is a Tuesday") != std::string::npos);
  CHECK(case_window(edition_called("hmip-youth-2018"), 2019y / 6 / 10).error().code ==
        ErrorCode::Incomplete);
}

TEST_CASE("the edition in use follows from the month of fieldwork") {
  const auto editions = read_editions(NORTHLIGHT_SOURCE_DIR "/frameworks");
  REQUIRE(editions);
  REQUIRE(editions->size() == 3);
  CHECK(edition_in_use(*editions, 2024y / 6)->code.text() == "hmip-youth-2021");
  CHECK(edition_in_use(*editions, 2020y / 9)->code.text() == "hmip-youth-2018");
  CHECK(edition_in_use(*editions, 2025y / 9)->code.text() == "hmip-youth-2025");
  CHECK(edition_in_use(*editions, 2017y / 9) == nullptr);
}

TEST_CASE("what an edition lacks is explained") {
  const auto error = edition_called("hmip-youth-2025").incomplete(Part::Bands);
  CHECK(error.code == ErrorCode::Incomplete);
  CHECK(error.message.find(
            "The edition hmip-youth-2025 does not say which share of cases earns which rating.") ==
        0);
  CHECK(error.message.find("V1.1") != std::string::npos);
}
