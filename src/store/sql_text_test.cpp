#include "store/sql_text.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using store::Engine;
using Statements = std::vector<std::string>;

namespace {

Statements split_up(std::string_view sql) {
  const auto statements = store::statements_of(sql, "f.sql");
  if (!statements) FAIL(statements.error().message);
  return *statements;
}

}  // namespace

TEST_CASE("one text serves both engines") {
  const auto* text = "create table t (n {bigint}, b {bool}, r {real}) {strict};";
  CHECK(*store::in_dialect(text, Engine::Sqlite, "f") ==
        "create table t (n integer, b integer, r real) strict;");
  CHECK(*store::in_dialect(text, Engine::Postgres, "f") ==
        "create table t (n bigint, b boolean, r double precision) ;");
  CHECK(*store::in_dialect("select '{}', '{\"a\": 1}', '{'", Engine::Postgres, "f") ==
        "select '{}', '{\"a\": 1}', '{'");
}

TEST_CASE("a word that the dialect table does not have is refused with its line") {
  const auto refused = store::in_dialect("a\nb {int64}", Engine::Sqlite, "0001-x.sql");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().where == "0001-x.sql:2");
  CHECK(refused.error().message.find("{int64}") != std::string::npos);
}

TEST_CASE("statements end at their semicolon and nowhere else") {
  CHECK(split_up("").empty());
  CHECK(split_up(" ;; \n").empty());
  CHECK(split_up("a; b;") == Statements{"a", "b"});
  CHECK(split_up("select ';', 'it''s;', \";\"; b;") ==
        Statements{"select ';', 'it''s;', \";\"", "b"});
  CHECK(split_up("a -- no; end\n; /* nor; here */ b;") == Statements{"a", "b"});
  CHECK(split_up("do $$ begin; end; $$; do $x$ $$;$$ $x$;") ==
        Statements{"do $$ begin; end; $$", "do $x$ $$;$$ $x$"});
  CHECK(split_up("select $1; b;") == Statements{"select $1", "b"});
}

TEST_CASE("a trigger ends with its own end") {
  const auto* trigger =
      "create trigger t before update on a begin select case when 1 then raise(abort, 'no; end') "
      "end; end";
  CHECK(split_up(std::string(trigger) + "; b;") == Statements{trigger, "b"});
  CHECK(split_up("begin; end;") == Statements{"begin", "end"});
}

TEST_CASE("what has no end is refused with the line where it begins") {
  for (const auto* bad : {"a;\n'x", "a;\n\"x", "a;\n/* x", "a;\n$$ x", "a;\nselect 1"}) {
    CAPTURE(bad);
    const auto refused = store::statements_of(bad, "f.sql");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "f.sql:2");
  }
}
