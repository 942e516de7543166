#include "platform/child_process.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace northlight;
using namespace northlight::platform;

namespace {

SandboxedCommand shell(const std::string& words) {
  SandboxedCommand command;
  command.arguments = {"/usr/bin/sh", "-c", words};
  return command;
}

}  // namespace

TEST_CASE("a shut-in program reads its input and its output comes back") {
  auto command = shell("tr a-z A-Z");
  const std::string input(300'000, 'q');
  command.input = input;
  const auto output = run_sandboxed(command);
  REQUIRE(output);
  CHECK(output->exit_status == 0);
  CHECK(output->output == std::string(300'000, 'Q'));
}

TEST_CASE("its exit status and its words on standard error are told") {
  const auto output = run_sandboxed(shell("echo sorry >&2; exit 3"));
  REQUIRE(output);
  CHECK(output->exit_status == 3);
  CHECK(output->errors == "sorry\n");
}

TEST_CASE("it sees no file of ours, no network, no environment and no rights") {
  const auto files = run_sandboxed(shell("ls / /etc /root /home 2>/dev/null"));
  REQUIRE(files);
  CHECK(files->output.find("passwd") == std::string::npos);
  CHECK(files->output.find("home") == std::string::npos);
  const auto network = run_sandboxed(shell("cat /sys/class/net/*/address; ls /proc"));
  REQUIRE(network);
  CHECK(network->output.empty());
  const auto account = run_sandboxed(shell("id -u; env | wc -l; touch /usr/x /x && echo wrote"));
  REQUIRE(account);
  CHECK(account->output.starts_with("65534\n"));
  CHECK(account->output.find("wrote") == std::string::npos);
}

TEST_CASE("a program that does not end is ended at its time, with all that it started") {
  auto command = shell("sleep 1000 & sleep 1000");
  command.limits.time = std::chrono::milliseconds{300};
  const auto output = run_sandboxed(command);
  REQUIRE_FALSE(output);
  CHECK(output.error().code == ErrorCode::Invalid);
  CHECK(output.error().message.find("too long") != std::string::npos);
}

TEST_CASE("a program that says too much is ended") {
  auto command = shell("yes");
  command.limits.output_bytes = 100'000;
  const auto output = run_sandboxed(command);
  REQUIRE_FALSE(output);
  CHECK(output.error().message.find("more text") != std::string::npos);
}

TEST_CASE("a program cannot take more memory than it is given") {
  auto command = shell("head -c 400000000 /dev/zero | tail -c 399999999 | wc -c");
  command.limits.memory_bytes = 64ULL << 20U;
  const auto output = run_sandboxed(command);
  REQUIRE(output);
  CHECK(output->output.find("399999999") == std::string::npos);
}

TEST_CASE("a program that is not installed is named with what to install") {
  SandboxedCommand command;
  command.arguments = {"/usr/bin/no-such-reader"};
  const auto output = run_sandboxed(command);
  REQUIRE_FALSE(output);
  CHECK(output.error().code == ErrorCode::Unavailable);
  CHECK(output.error().message.find("poppler-utils") != std::string::npos);
}

TEST_CASE("a program that stops listening does not end ours") {
  auto command = shell("exec <&-; echo done");
  const std::string input(5'000'000, 'x');
  command.input = input;
  const auto output = run_sandboxed(command);
  REQUIRE(output);
  CHECK(output->output == "done\n");
}
