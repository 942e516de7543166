#include "report/benchmark.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::report;

namespace {

framework::Edition three_points_at_most() {
  framework::Edition edition;
  edition.scale = {{"low", "Low", 0, {}}, {"high", "High", 3, {}}};
  return edition;
}

Scored scored(const std::string& service, std::optional<std::int64_t> score,
              std::optional<std::int64_t> maximum = 36, const std::string& published = "2024-01") {
  return {.inspection = service + "-" + published,
          .service = service,
          .service_slug = service,
          .published_on = published,
          .score = score,
          .maximum = maximum};
}

}  // namespace

TEST_CASE("equal scores share a range of places") {
  const auto made = benchmark(three_points_at_most(),
                              {scored("a", 30), scored("b", 25), scored("c", 25), scored("d", 5)});
  REQUIRE(made);
  REQUIRE(made->find("b") != nullptr);
  CHECK(rank_in_words(made->find("b")->rank) == "between 2nd and 3rd of 4");
  CHECK(rank_in_words(made->find("a")->rank) == "1st of 4");
}

TEST_CASE("scores out of different maxima are compared by points per rated standard") {
  // 1 of 24 is 1/8 a standard; 5 of 36 is 5/12; 16 of 24 and 24 of 36 are both 2.
  const auto made = benchmark(three_points_at_most(), {scored("a", 1, 24), scored("b", 5),
                                                       scored("c", 16, 24), scored("d", 24)});
  REQUIRE(made);
  CHECK(made->maxima == std::vector<std::int64_t>{36, 24});
  CHECK(made->find("a")->points_per_standard.text() == "1/8");
  CHECK(rank_in_words(made->find("a")->rank) == "4th of 4");
  CHECK(made->find("c")->rank == made->find("d")->rank);
}

TEST_CASE("an inspection without a score is left out and named, not placed last") {
  const auto made = benchmark(three_points_at_most(),
                              {scored("a", 30), scored("b", std::nullopt), scored("c", 37)});
  REQUIRE(made);
  CHECK(made->placed.size() == 1);
  CHECK(made->leaves_out("b"));
  CHECK(made->leaves_out("c"));
}

TEST_CASE("only the latest inspection of a service is placed") {
  const auto made = benchmark(three_points_at_most(),
                              {scored("a", 10, 36, "2021-12"), scored("a", 30, 36, "2024-05")});
  REQUIRE(made);
  REQUIRE(made->placed.size() == 1);
  CHECK(made->placed[0].scored.score == 30);
}
