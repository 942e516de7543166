#include "domain/read_help_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"

using namespace northlight;
using namespace northlight::domain;

namespace {

constexpr std::string_view small = R"(title = "Help"
in_force_from = 2026-01-01
[[line]]
number = "999"
words = "In danger"
for = ["child", "parent"]
source = "A test"
status = "unverified"
)";

void refused(std::string_view from, std::string_view to, std::string_view says) {
  const auto parsed = parse_help_lines(replace_all(std::string(small), from, to), "help-now.toml");
  INFO(to);
  REQUIRE_FALSE(parsed);
  const auto all = parsed.error().where + ": " + parsed.error().message;
  INFO(all);
  CHECK(all.find(says) != std::string::npos);
}

}  // namespace

TEST_CASE("the numbers that ship are there for the child and for a parent") {
  const auto lines = read_help_lines(std::string(NORTHLIGHT_SOURCE_DIR) + "/policy/help-now.toml");
  if (!lines) FAIL(lines.error().where << ": " << lines.error().message);
  CHECK(std::ranges::any_of(*lines, &HelpLine::for_child));
  CHECK(std::ranges::any_of(*lines, &HelpLine::for_parent));
}

TEST_CASE("a number that is none, and one for nobody, are refused") {
  const auto right = parse_help_lines(small, "help-now.toml");
  REQUIRE(right);
  CHECK(*right == std::vector<HelpLine>{{"999", "In danger", true, true}});
  refused("\"999\"", "\"nine\"", "Write the number in figures");
  refused("\"999\"", "\"\"", "Write the number in figures");
  refused("[\"child\", \"parent\"]", "[]", "child");
  refused("[\"child\", \"parent\"]", "[\"worker\"]", "\"worker\"");
  refused("[\"child\", \"parent\"]", "[\"child\"]", "No number is for a parent");
  refused("words = \"In danger\"\n", "", "words");
  refused("source = \"A test\"\n", "", "source");
  refused("status = \"unverified\"", "status = \"sure\"", "status");
  refused("words =", "word =", "word");
  CHECK_FALSE(read_help_lines("/nowhere/help-now.toml"));
}
