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

TEST_CASE("and may be written as a sign") {
  CHECK(likeness("conwy and denbighshire", "Conwy & Denbighshire") >= least_likeness);
  CHECK(likeness("Conwy & Denbighshire", "Conwy and Denbighshire") >= least_likeness);
}

TEST_CASE("a slip of the pen still finds it, another name does not") {
  CHECK(likeness("susex", "East Sussex") >= least_likeness);
  CHECK(likeness("Wolverhamton", "Wolverhampton") >= least_likeness);
  // A letter too few, too many or wrong, and two that changed places; at either end too.
  for (const auto* typed : {"Exampelby", "Examplby", "Exampleeby", "Exumpleby", "xampleby",
                            "Examplebyy", "Exampleyb"}) {
    CAPTURE(typed);
    CHECK(likeness(typed, "Wren Exampleby") >= least_likeness);
  }
  CHECK(likeness("Exampelby", "Wren Exampleby") > likeness("Exampelby", "Wren Expanseby"));
  CHECK(likeness("wern", "Wren Exampleby") == 0);  // Too short: every second name would answer.
  CHECK(likeness("kent", "East Sussex") == 0);
  CHECK(likeness("west sussex", "East Sussex") < likeness("west sussex", "West Sussex"));
  CHECK(likeness("", "East Sussex") == 0);
  CHECK(likeness("!?", "East Sussex") == 0);
}

TEST_CASE("keys are runs of three letters, each once") {
  CHECK(tokens_of("Bath and North East Somerset").size() == 4);
  CHECK(trigrams_of("Bath") == std::vector<std::string>{"  b", " ba", "ath", "bat"});
  CHECK(trigrams_of("aa aa") == std::vector<std::string>{"  a", " aa"});
  CHECK(trigrams_of("").empty());
}
