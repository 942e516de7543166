#include "accounts/link_words.hpp"

#include <doctest/doctest.h>

using northlight::accounts::has_name_in_it;

namespace {

const std::vector<std::string> names{"Siân Whitcombe-Lee", "Jo",
                                     "Hollowbeck Youth Justice Service"};

}  // namespace

TEST_CASE("words with a name in them are known, however it is written") {
  for (const auto* const words :
       {"sian and the kite", "SIÂN kite", "sian2012", "littlesian", "blue whitcombe", "lee otter",
        "jo kite", "jo7 kite", "hollowbeck otter", "my youth worker"})
    CHECK_MESSAGE(has_name_in_it(words, names), words);
}

TEST_CASE("other words are nobody's name") {
  for (const auto* const words : {"blue otter", "joking kite", "tea at half six", "sleep well"})
    CHECK_MESSAGE(!has_name_in_it(words, names), words);
  CHECK_FALSE(has_name_in_it("a kite in june", {"A", ""}));
  CHECK_FALSE(has_name_in_it("blue otter", {}));
}
