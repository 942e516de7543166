#include "store/database_url.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using store::DatabaseUrl;
using store::Engine;

TEST_CASE("a database is a SQLite file or a PostgreSQL address") {
  const auto file = DatabaseUrl::parse("sqlite:folder with space/northlight.db");
  REQUIRE(file);
  CHECK(file->engine == Engine::Sqlite);
  CHECK(file->place == "folder with space/northlight.db");
  CHECK(file->shown() == "sqlite:folder with space/northlight.db");
  CHECK(
      DatabaseUrl::parse("postgresql://a,b,c/northlight?target_session_attrs=read-write")->engine ==
      Engine::Postgres);
}

TEST_CASE("an address that sessions could not share, or that means nothing, is refused") {
  for (const auto* bad : {"", "sqlite:", "sqlite::memory:", "sqlite:file:x?mode=memory",
                          "sqlite:a\"b", "mysql://x", "northlight.db"}) {
    CAPTURE(bad);
    const auto refused = DatabaseUrl::parse(bad);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Invalid);
    CHECK(refused.error().where == "database");
  }
}

TEST_CASE("a password is never shown") {
  for (const auto* url :
       {"postgresql://user:pa55@host/name", "postgresql:///name?user=u&password=pa55&host=h",
        "postgres://user:pa55@h1,h2/name"}) {
    CAPTURE(url);
    const auto shown = DatabaseUrl::parse(url)->shown();
    CHECK(shown.find("pa55") == std::string::npos);
    CHECK(shown.find("name") != std::string::npos);
  }
  const auto refused = DatabaseUrl::parse("mysql://user:pa55@host/name");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("pa55") == std::string::npos);
}
