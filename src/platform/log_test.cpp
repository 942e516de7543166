#include "platform/log.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace northlight::platform {
namespace {

TEST_CASE("a line is one JSON object whatever its fields hold") {
  std::vector<std::string> lines;
  const auto log = Log::to([&](std::string_view line) { lines.emplace_back(line); });
  const std::string awkward = "quote \" backslash \\ line\nend {} \x01 \xff";
  log.write(Severity::Warning, "import", {{"file", awkward}, {"rows", 3}});

  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find('\n') == std::string::npos);
  const auto read = Json::parse(lines[0]);
  REQUIRE(read);
  CHECK(*read->find("severity")->string() == "warning");
  CHECK(*read->find("event")->string() == "import");
  CHECK(*read->find("rows")->whole() == 3);
  CHECK(read->find("file")->string()->starts_with("quote \" backslash \\ line\nend {} \x01 "));
  CHECK(read->find("time")->string()->ends_with("Z"));
}

TEST_CASE("lines from several threads stay whole") {
  std::vector<std::string> lines;
  const auto log = Log::to([&](std::string_view line) { lines.emplace_back(line); });
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) log.write(Severity::Notice, "tick", {{"i", i}});
    });
  for (auto& thread : threads) thread.join();

  CHECK(lines.size() == 400);
  for (const auto& line : lines) CHECK(Json::parse(line));
}

TEST_CASE("a log file in a folder that does not exist is refused by name") {
  const auto log = Log::to_file("/proc/no such folder/northlight.log");
  REQUIRE_FALSE(log);
  CHECK(log.error().where == "/proc/no such folder/northlight.log");
}

}  // namespace
}  // namespace northlight::platform
