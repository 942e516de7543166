#include "store/backup.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

#include "store/migrate.hpp"
#include "store/sql_library.hpp"
#include "testing/an_inspection.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::Engine;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream from(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(from), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// A database with an inspection in it, backed up.
struct BackedUp {
  explicit BackedUp(Engine engine) : fresh(engine) {
    const auto database = fresh.open_migrated();
    store::SqlLibrary library(*database);
    REQUIRE(library.put_all(std::vector{an_inspection(), a_table_row("Stanbury", "2023-05-02")}));
    auto made = store::backup(*database, file);
    if (!made) FAIL(made.error().message << " " << made.error().where);
    manifest = *std::move(made);
  }
  FreshDatabase fresh;
  TemporaryFolder folder{};
  std::filesystem::path file = folder.path() / "backup.northlight";
  store::Manifest manifest{};
};

}  // namespace

TEST_CASE("a backup restored into an empty database holds the same rows in every table") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const BackedUp backed_up(engine);
    const FreshDatabase other(engine);
    const auto restored = store::restore(backed_up.file, other.url(), project_schema());
    if (!restored) FAIL(restored.error().message << " " << restored.error().where);
    CHECK(*restored == backed_up.manifest);
    CHECK(restored->schema == static_cast<std::int64_t>(project_schema().size()));
    const auto inspections =
        std::ranges::find(restored->tables, "inspection", &store::TableContents::name);
    REQUIRE(inspections != restored->tables.end());
    CHECK(inspections->rows == 2);

    const auto database = other.open();
    CHECK(store::check_is_current(*database, project_schema()));
    store::SqlLibrary library(*database);
    auto expected = an_inspection();
    expected.text.clear();
    CHECK(library.inspection("elmbridge-vale-2024-09")->facts == expected);
    CHECK(library.put(an_inspection())->outcome == store::PutOutcome::Unchanged);

    const auto again = store::restore(backed_up.file, other.url(), project_schema());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
  }
}

TEST_CASE("a backup may be taken while others write, and holds one moment") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    // Each change adds to both tables: a backup of two moments would hold more of one.
    REQUIRE(database->write([](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run_as_is("create table first (n bigint)"));
      return transaction.run_as_is("create table second (n bigint)");
    }));
    std::atomic<bool> enough = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
      while (!enough) {
        const auto kept = database->write([&](store::Transaction& transaction) -> Status {
          NL_CHECK(transaction.run("insert into first (n) values (:n)", {{"n", written.load()}}));
          NL_CHECK(transaction.run("insert into second (n) values (:n)", {{"n", written.load()}}));
          return done();
        });
        if (kept) ++written;
      }
    });
    while (written < 20) std::this_thread::yield();
    const TemporaryFolder folder;
    const auto made = store::backup(*database, folder.path() / "b");
    enough = true;
    writer.join();
    if (!made) FAIL(made.error().message);
    const auto rows = [&](std::string_view table) {
      return std::ranges::find(made->tables, table, &store::TableContents::name)->rows;
    };
    CHECK(rows("first") >= 20);
    CHECK(rows("first") == rows("second"));

    const FreshDatabase other(engine);
    CHECK(store::restore(folder.path() / "b", other.url(), project_schema()));
  }
}

TEST_CASE("what is no usable backup is refused in words of its own") {
  const BackedUp backed_up(Engine::Sqlite);
  const auto whole = bytes_of(backed_up.file);
  const auto bad = backed_up.folder.path() / "bad";
  const auto refusal = [&](const std::string& bytes) {
    write_bytes(bad, bytes);
    const FreshDatabase other(Engine::Sqlite);
    const auto restored = store::restore(bad, other.url(), project_schema());
    REQUIRE_FALSE(restored);
    CHECK(restored.error().where == bad.string());
    CHECK_FALSE(std::filesystem::exists(other.url().substr(7)));
    return restored.error().message;
  };
  CHECK(refusal("%PDF-1.7 and so on, long enough to be one") ==
        "This file is not a backup of this program.");
  CHECK(refusal("") == "This backup is cut short.");
  for (const std::size_t length :
       {std::size_t{10}, std::size_t{25}, std::size_t{60}, whole.size() / 2, whole.size() - 1})
    CHECK(refusal(whole.substr(0, length)) == "This backup is cut short.");
  auto flipped = whole;
  flipped[whole.size() - 100] = static_cast<char>(flipped[whole.size() - 100] ^ 1);
  CHECK(refusal(flipped).starts_with("This backup is damaged"));
  CHECK(refusal(whole + "x").starts_with("This backup is damaged"));
  auto newer_form = whole;
  newer_form.replace(18, 1, "2");
  CHECK(refusal(newer_form).starts_with("This backup was made by a newer version"));

  const auto missing =
      store::restore(backed_up.folder.path() / "none", "sqlite:x.db", project_schema());
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::NotFound);
}

TEST_CASE("a backup of a newer schema or of the other engine is refused") {
  const BackedUp backed_up(Engine::Sqlite);
  const FreshDatabase other(Engine::Sqlite);
  const auto newer = store::restore(backed_up.file, other.url(), store::Schema{});
  REQUIRE_FALSE(newer);
  CHECK(newer.error().message.starts_with("This backup was made by a newer version"));

  const auto crossed =
      store::restore(backed_up.file, "postgresql://nobody@/none", project_schema());
  REQUIRE_FALSE(crossed);
  CHECK(crossed.error().message ==
        "This is a backup of a SQLite database and cannot be restored into a PostgreSQL one.");
}

TEST_CASE("a backup never overwrites a file, and leaves nothing behind when it fails") {
  const BackedUp backed_up(Engine::Sqlite);
  const auto database = backed_up.fresh.open();
  const auto again = store::backup(*database, backed_up.file);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::Conflict);
  CHECK_FALSE(store::backup(*database, backed_up.folder.path() / "no" / "such" / "folder"));
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(backed_up.folder.path())) {
    static_cast<void>(entry);
    ++files;
  }
  CHECK(files == 1);
  struct stat status {};
  REQUIRE(::stat(backed_up.file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0077U) == 0);
}

TEST_CASE("a full disk stops a backup and a restore with a clear message and no half file") {
  const TemporaryFolder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0) {
    MESSAGE("a small disk can only be made as root: not tested here");
    return;
  }
  const BackedUp backed_up(Engine::Sqlite);
  const auto database = backed_up.fresh.open();
  const auto made = store::backup(*database, folder.path() / "backup");
  const auto restored = store::restore(
      backed_up.file, "sqlite:" + (folder.path() / "new.db").string(), project_schema());
  const bool nothing_left = std::filesystem::is_empty(folder.path());
  ::umount2(folder.path().c_str(), MNT_DETACH);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == ErrorCode::Unavailable);
  CHECK(made.error().message.starts_with("The disk is full"));
  REQUIRE_FALSE(restored);
  CHECK(restored.error().message.starts_with("The disk is full"));
  CHECK(nothing_left);
}
