#include "tests/store/engines.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>

#include "store/migrate.hpp"
#include "store/read_migrations.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace northlight::testing {
namespace {

using store::Engine;

/// Started once; the script ends the cluster when our end of its input closes.
class Cluster {
 public:
  static Cluster& only() {
    static Cluster cluster;
    return cluster;
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  const std::string& address() const { return address_; }

 private:
  Cluster() {
    if (const char* named = std::getenv("NORTHLIGHT_TEST_POSTGRES")) {
      address_ = named;
      return;
    }
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input[0], 0);
    ::posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    std::string script = NORTHLIGHT_SOURCE_DIR "/tools/private_postgres";
    std::array<char*, 2> arguments{script.data(), nullptr};
    const int failed =
        ::posix_spawn(&script_, script.c_str(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(input[0]);
    ::close(output[1]);
    input_ = input[1];
    if (failed != 0) script_ = -1;
    for (char c = 0; failed == 0 && ::read(output[0], &c, 1) == 1 && c != '\n';) address_ += c;
    ::close(output[0]);
  }

  ~Cluster() {
    if (input_ >= 0) ::close(input_);
    if (script_ > 0) ::waitpid(script_, nullptr, 0);
  }

  std::string address_;
  int input_ = -1;
  pid_t script_ = -1;
};

// The address of another database of the cluster.
std::string address_of(const std::string& name) {
  auto address = Cluster::only().address();
  const auto at = address.find("/postgres?");
  REQUIRE(at != std::string::npos);
  return address.replace(at + 1, std::string_view("postgres").size(), name);
}

void run_on_cluster(const std::string& sql) {
  const auto url = store::DatabaseUrl::parse(Cluster::only().address());
  REQUIRE(url);
  auto session = store::Transaction::open(*url, store::SessionUse::Write);
  REQUIRE(session);
  const auto ran = (*session)->run_as_is(sql);
  if (!ran) FAIL(ran.error().message);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  auto name = (std::filesystem::temp_directory_path() / "northlight-test.XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

FreshDatabase::FreshDatabase(Engine engine, std::string_view how) : engine_(engine) {
  static std::atomic<int> count{0};
  if (engine == Engine::Sqlite) {
    url_ = "sqlite:" + (folder_.path() / "test.db").string();
    return;
  }
  name_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
  run_on_cluster("create database " + name_ + " " + std::string(how));
  url_ = address_of(name_);
}

FreshDatabase::~FreshDatabase() {
  if (engine_ == Engine::Postgres) run_on_cluster("drop database " + name_ + " with (force)");
}

std::unique_ptr<store::Database> FreshDatabase::open(store::Database::Options options) const {
  auto database = store::Database::open(url_, options);
  if (!database) FAIL(database.error().message << " " << database.error().where);
  return *std::move(database);
}

std::unique_ptr<store::Database> FreshDatabase::open_migrated(
    store::Database::Options options) const {
  auto database = open(options);
  const auto migrated = store::migrate(*database, project_schema());
  if (!migrated) FAIL(migrated.error().message << " " << migrated.error().where);
  return database;
}

const std::vector<Engine>& engines() {
  static const auto all = [] {
    if (!Cluster::only().address().empty()) return std::vector{Engine::Sqlite, Engine::Postgres};
    MESSAGE("PostgreSQL is not installed: only SQLite is tested");
    return std::vector{Engine::Sqlite};
  }();
  return all;
}

const store::Schema& project_schema() {
  static const auto schema = [] {
    auto read = store::read_migrations(NORTHLIGHT_SOURCE_DIR "/schema");
    if (!read) FAIL(read.error().message << " " << read.error().where);
    return *std::move(read);
  }();
  return schema;
}

}  // namespace northlight::testing
