#include "base/toml.hpp"

#include <doctest/doctest.h>

using namespace northlight;

namespace {

Toml document(std::string_view text) {
  auto parsed = Toml::parse(text, "f.toml");
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("a TOML value knows its kind and the line on which it stands") {
  const auto toml = document("b = 1\na = 'x'\n[t]\nday = 2024-06-10\nlist = [1,\n 2]\n");
  REQUIRE(toml.members());
  CHECK(toml.members()->front().first == "b");
  CHECK(*toml.find("a")->string() == "x");
  CHECK(toml.find("a")->line() == 2);
  const auto* table = toml.find("t");
  REQUIRE(table);
  CHECK(iso(*table->find("day")->date()) == "2024-06-10");
  CHECK(table->find("list")->items()->size() == 2);
  CHECK(toml.find("none") == nullptr);
}

TEST_CASE("what is not TOML is refused with file and line") {
  for (const auto* text :
       {"a = 1\na = 2\n", "a = \n", "a = 2024-02-31", "\xff = 1", "a = 07:30:00"}) {
    const auto parsed = Toml::parse(text, "f.toml");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().where.starts_with("f.toml:"));
  }
}

TEST_CASE("a text on which the parser asserts is refused with its line") {
  const auto parsed = Toml::parse("a = 1\n[[[raair\"\nb = 2\n", "f.toml");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().where == "f.toml:2");
}

TEST_CASE(
    "a letter outside ASCII where white space may stand is refused, within a text it is kept") {
  for (const auto* text : {"\u016c", "\u00e9 = 1\n", "a = 1 \u00e9\n", "a \u00e9= 1\n", "\u3400"})
    CHECK_FALSE(Toml::parse(text, "f.toml"));
  CHECK(*document("a = \"Ynys M\u00f4n\" # \u00e9\n").find("a")->string() == "Ynys M\u00f4n");
}

TEST_CASE("a key of very many parts is refused before it can exhaust the stack") {
  std::string deep = "x = 1\n[a";
  for (int i = 0; i < 200'000; ++i) deep += ".a";
  const auto parsed = Toml::parse(deep + "]\n", "f.toml");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().where == "f.toml:2");
}

TEST_CASE("strict fields write down every problem and go on") {
  const auto toml =
      document("name = 3\nempty = ' '\nodd = 1\n[[rows]]\nn = 'x'\n[[rows]]\nn = 2\n");
  std::vector<Error> problems;
  TomlFields fields(toml, "f.toml", "", problems);
  CHECK_FALSE(fields.text("name"));
  CHECK_FALSE(fields.text("empty"));
  CHECK_FALSE(fields.text("absent"));
  CHECK_FALSE(fields.optional_text("may_be_absent"));
  auto rows = fields.tables("rows");
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(rows[0].whole("n"));
  CHECK(rows[1].whole("n") == 2);
  fields.finish();
  REQUIRE(problems.size() == 5);
  CHECK(problems[0].where == "f.toml:1: name");
  CHECK(problems[1].where == "f.toml:2: empty");
  CHECK(problems[2].where == "f.toml:1: absent");
  CHECK(problems[3].where == "f.toml:5: rows[1].n");
  CHECK(problems[4].where == "f.toml:3: odd");
  CHECK(problems[4].message.find("is not a key that is known here") != std::string::npos);
  CHECK(in_one(problems).message.find("f.toml:3: odd") != std::string::npos);
}
