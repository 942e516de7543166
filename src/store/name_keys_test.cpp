#include "store/name_keys.hpp"

#include <doctest/doctest.h>

using namespace northlight::store;

TEST_CASE("a name is found by its words and their beginnings") {
  CHECK(likeness("East Sussex", "East Sussex") == 1);
  CHECK(likeness("  east   SUSSEX ", "East Sussex") == 1);
  for (const auto* typed : {"e", "east", "suss", "sussex east", "east sus"}) {
    CAPTURE(typed);
    CHECK(likeness(typed, "East Sussex") >= least_likeness);
  }
  CHECK(likeness("east", "East Sussex") > likeness("sussex", "East Sussex"));
  CHECK(likeness("ynys mon", "Ynys Môn") == 1);
}

TEST_CASE("a slip of the pen still finds it, another name does not") {
  CHECK(likeness("susex", "East Sussex") >= least_likeness);
  CHECK(likeness("Wolverhamton", "Wolverhampton") >= least_likeness);
  CHECK(likeness("kent", "East Sussex") == 0);
  CHECK(likeness("west sussex", "East Sussex") < likeness("west sussex", "West Sussex"));
  CHECK(likeness("", "East Sussex") == 0);
  CHECK(likeness("!?", "East Sussex") == 0);
}

TEST_CASE("keys are runs of three letters, each once") {
  CHECK(tokens_of("Bath and North East Somerset").size() == 5);
  CHECK(trigrams_of("Bath") == std::vector<std::string>{"  b", " ba", "ath", "bat"});
  CHECK(trigrams_of("aa aa") == std::vector<std::string>{"  a", " aa"});
  CHECK(trigrams_of("").empty());
}
