#include "store/read_migrations.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <fstream>
#include <initializer_list>

using namespace northlight;
namespace fs = std::filesystem;

namespace {

// A folder of schema files, gone at the end of the scope.
struct Folder {
  explicit Folder(std::initializer_list<std::pair<std::string, std::string>> files) {
    auto name = (fs::temp_directory_path() / "northlight-schema.XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
    for (const auto& [file, text] : files) std::ofstream(path / file) << text;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

}  // namespace

TEST_CASE("schema files are read with what belongs to one engine beside them") {
  const Folder folder{{"0002-b.sql", "two"},
                      {"0001-a.sql", "one"},
                      {"0001-a.sqlite.sql", "s"},
                      {"0001-a.postgresql.sql", "p"}};
  const auto schema = store::read_migrations(folder.path);
  REQUIRE(schema);
  CHECK(*schema == store::Schema{{1, "0001-a", "one", "s", "p"}, {2, "0002-b", "two", "", ""}});
}

TEST_CASE("a file that is no schema file is refused with its path") {
  for (const auto* name :
       {"notes.txt", "1-a.sql", "0001_a.sql", "0001-A.sql", "0001-a.mysql.sql", "0001-.sql"}) {
    CAPTURE(name);
    const Folder folder{{"0001-a.sql", ""}, {name, ""}};
    const auto refused = store::read_migrations(folder.path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == (folder.path / name).string());
  }
}

TEST_CASE("an engine's own file needs the shared one, and a folder needs files") {
  const Folder alone{{"0001-a.sqlite.sql", ""}};
  CHECK(store::read_migrations(alone.path).error().message.find("0001-a.sql is missing") !=
        std::string::npos);
  const Folder empty{};
  CHECK(store::read_migrations(empty.path).error().code == ErrorCode::NotFound);
  CHECK(store::read_migrations(empty.path / "none").error().code == ErrorCode::NotFound);
}

TEST_CASE("the project's own schema reads, and both engines' statements can be made of it") {
  const auto schema = store::read_migrations(NORTHLIGHT_SOURCE_DIR "/schema");
  REQUIRE(schema);
  for (const auto& step : *schema) {
    CHECK(step.statements(store::Engine::Sqlite));
    CHECK(step.statements(store::Engine::Postgres));
  }
}
