#include <doctest/doctest.h>
#include <pwd.h>
#include <sys/mount.h>
#include <unistd.h>

#include <random>

#include "store/database.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::Session;
using store::Transaction;

namespace {

/// A disk of so many bytes, which only root can make: `made()` is false for others.
class SmallDisk {
 public:
  explicit SmallDisk(std::string size)
      : made_(::mount("tmpfs", path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0) {
    if (!made_) MESSAGE("a small disk can only be made as root: not tested here");
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (made_) ::umount2(path().c_str(), MNT_DETACH);
  }

  bool made() const { return made_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  void make_room(const std::string& size) const {
    REQUIRE(::mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT, ("size=" + size).c_str()) == 0);
  }

 private:
  TemporaryFolder folder_{};
  bool made_;
};

std::int64_t count(store::Database& database) {
  const auto counted = database.read(
      [](Session& session) { return session.value<std::int64_t>("select count(*) from t"); });
  if (!counted) FAIL(counted.error().message);
  return *counted;
}

Status add_one(store::Database& database) {
  // Text that cannot be made shorter, so that each row takes its room.
  static const auto long_text = [] {
    std::mt19937 numbers(1);  // NOLINT(bugprone-random-generator-seed,cert-msc32-c,cert-msc51-cpp)
    std::string text(5'000, ' ');
    for (auto& c : text) c = static_cast<char>('!' + numbers() % 90);
    return text;
  }();
  const auto added = database.write([](Transaction& transaction) {
    return transaction.run("insert into t (words) values (:words)", {{"words", long_text}});
  });
  if (!added) return added.error();
  return done();
}

/// Writes until the disk is full, makes room, and writes again.
void fill(store::Database& database, const SmallDisk& disk, const std::string& more) {
  const auto made = database.write([](Transaction& transaction) {
    return transaction.run_as_is("create table t (words text)");
  });
  if (!made) FAIL(made.error().message);
  std::int64_t kept = 0;
  auto last = add_one(database);
  for (; last && kept < 100'000; last = add_one(database)) ++kept;
  REQUIRE_FALSE(last);
  CHECK(last.error().code == ErrorCode::Unavailable);
  CHECK(last.error().message.starts_with("The disk that holds the database is full."));
  CHECK(count(database) == kept);
  disk.make_room(more);
  const auto again = add_one(database);
  if (!again) FAIL(again.error().message);
  CHECK(count(database) == kept + 1);
}

// A statement that PostgreSQL wants outside a transaction.
void run_alone(const std::string& url, const std::string& sql) {
  const auto session =
      store::Transaction::open(*store::DatabaseUrl::parse(url), store::SessionUse::Write);
  REQUIRE(session);
  const auto ran = (*session)->run_as_is(sql);
  if (!ran) FAIL(ran.error().message);
}

}  // namespace

TEST_CASE(
    "on a full disk a change is refused, what was kept stays, and work goes on when there is "
    "room: SQLite") {
  const SmallDisk disk("512k");
  if (!disk.made()) return;
  auto database = store::Database::open("sqlite:" + (disk.path() / "small.db").string());
  REQUIRE(database);
  fill(**database, disk, "4m");
  database->reset();
}

TEST_CASE(
    "on a full disk a change is refused, what was kept stays, and work goes on when there is "
    "room: PostgreSQL") {
  if (engines().size() < 2) return;
  const SmallDisk disk("24m");
  if (!disk.made()) return;
  const auto* account = ::getpwnam("postgres");
  REQUIRE(account != nullptr);
  REQUIRE(::chown(disk.path().c_str(), account->pw_uid, account->pw_gid) == 0);
  const FreshDatabase beside(store::Engine::Postgres);
  run_alone(beside.url(), "create tablespace small_disk location '" + disk.path().string() + "'");
  {
    const FreshDatabase fresh(store::Engine::Postgres, "tablespace small_disk");
    const auto database = fresh.open();
    fill(*database, disk, "32m");
  }
  run_alone(beside.url(), "drop tablespace small_disk");
}
