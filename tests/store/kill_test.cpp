#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>

#include "store/verify_audit.hpp"
#include "tests/store/engines.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration)

using namespace northlight;
using namespace northlight::testing;

namespace {

// 50 as a rule; NORTHLIGHT_KILL_ROUNDS=1000 for the long round.
int rounds() {
  const char* asked = std::getenv("NORTHLIGHT_KILL_ROUNDS");
  return asked == nullptr ? 50 : std::atoi(asked);
}

// Starts the writer, kills it once it has said so many ids, and gives back every id that it said.
std::set<std::string> said_before_killed(const std::string& url, int round, std::size_t kill_after,
                                         std::string mode = "") {
  std::array<int, 2> output{};
  REQUIRE(::pipe2(output.data(), O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, output[1], 1);
  std::string program = NORTHLIGHT_KILL_WRITER;
  std::string database = url;
  auto number = std::to_string(round);
  std::array<char*, 5> arguments{program.data(), database.data(), number.data(),
                                 mode.empty() ? nullptr : mode.data(), nullptr};
  pid_t writer = -1;
  REQUIRE(::posix_spawn(&writer, program.c_str(), &actions, nullptr, arguments.data(), environ) ==
          0);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(output[1]);

  std::string text;
  std::size_t lines = 0;
  bool killed = false;
  std::array<char, 4096> buffer{};
  for (;;) {
    if (!killed && lines >= kill_after) {
      ::kill(writer, SIGKILL);
      killed = true;
    }
    const auto count = ::read(output[0], buffer.data(), buffer.size());
    if (count <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
    lines += static_cast<std::size_t>(std::count(buffer.data(), buffer.data() + count, '\n'));
  }
  ::close(output[0]);
  int status = 0;
  REQUIRE(::waitpid(writer, &status, 0) == writer);
  CHECK(WIFSIGNALED(status));

  std::set<std::string> said;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    said.insert(text.substr(at, end - at));
  return said;
}

}  // namespace

TEST_CASE("a program that is killed loses no change it answered for and leaves no half of one") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    {
      const auto database = fresh.open();
      REQUIRE(database->write([](store::Transaction& transaction) -> Status {
        NL_CHECK(transaction.run_as_is("create table first_half (id text not null primary key)"));
        return transaction.run_as_is("create table second_half (id text not null primary key)");
      }));
    }
    std::minstd_rand dice(20240917);
    std::set<std::string> said;
    for (int round = 0; round < rounds(); ++round)
      said.merge(said_before_killed(fresh.url(), round, dice() % 60));

    const auto database = fresh.open();
    // Both at one moment: PostgreSQL may still be finishing what a killed program had asked for.
    std::set<std::string> first;
    std::set<std::string> second;
    const auto looked = database->read([&](store::Session& session) -> Status {
      NL_TRY(ids, session.rows<std::string>("select id from first_half"));
      NL_TRY(others, session.rows<std::string>("select id from second_half"));
      first.insert(ids.begin(), ids.end());
      second.insert(others.begin(), others.end());
      return done();
    });
    REQUIRE(looked);
    CHECK(said.size() > static_cast<std::size_t>(rounds()));
    CHECK(first == second);
    std::size_t lost = 0;
    for (const auto& id : said)
      if (!first.contains(id)) ++lost;
    CHECK(lost == 0);
    MESSAGE(store::name_of(engine) << ": " << rounds() << " kills, " << said.size()
                                   << " changes answered for, " << first.size() << " kept");
  }
}

TEST_CASE(
    "a program that is killed leaves neither a change without its row of the trail nor a row "
    "alone") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    {
      const auto database = fresh.open_migrated();
      REQUIRE(database->write([](store::Transaction& transaction) {
        return transaction.run_as_is("create table first_half (id text not null primary key)");
      }));
    }
    std::minstd_rand dice(20261122);
    std::set<std::string> said;
    for (int round = 0; round < (rounds() + 1) / 2; ++round)
      said.merge(said_before_killed(fresh.url(), round, dice() % 40, "audit"));

    const auto database = fresh.open();
    std::set<std::string> changed;
    std::set<std::string> told;
    const auto looked = database->read([&](store::Session& session) -> Status {
      NL_TRY(ids, session.rows<std::string>("select id from first_half"));
      NL_TRY(requests, session.rows<std::string>("select request from audit_entry"));
      changed.insert(ids.begin(), ids.end());
      told.insert(requests.begin(), requests.end());
      NL_TRY(proof, store::verify_audit(session));
      CHECK(proof.whole());
      CHECK(proof.rows == static_cast<std::int64_t>(ids.size()));
      return done();
    });
    REQUIRE(looked);
    CHECK(changed == told);
    CHECK(std::ranges::includes(changed, said));
    CHECK(said.size() > 10);
  }
}
