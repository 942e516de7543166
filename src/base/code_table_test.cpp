#include "base/code_table.hpp"

#include <doctest/doctest.h>

namespace northlight {
namespace {

enum class Colour { Red, Green };
struct Named {
  std::string_view code;
  int length;
};
constexpr std::array<std::string_view, 2> colours{"red", "green"};
constexpr std::array<Named, 2> named{{{"red", 3}, {"green", 5}}};

}  // namespace

TEST_CASE("a code leads to the value that stands in its place") {
  CHECK(find_code<Colour>(colours, "green") == Colour::Green);
  CHECK(find_code<Colour>(named, "red", &Named::code) == Colour::Red);
}

TEST_CASE("a code that is none leads to nothing") {
  CHECK_FALSE(find_code<Colour>(colours, "blue"));
  CHECK_FALSE(find_code<Colour>(colours, ""));
  CHECK_FALSE(find_code<Colour>(named, "Red", &Named::code));
}

}  // namespace northlight
