#include "cli/command_line.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "cli/manual.hpp"

using namespace northlight::cli;

namespace {

struct Typed {
  ExitStatus status;
  std::string data;
  std::string words;
};

Typed type(const std::vector<std::string>& arguments) {
  std::ostringstream data;
  std::ostringstream words;
  Streams streams{data, words};
  const auto status = run(arguments, streams);
  return {status, data.str(), words.str()};
}

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream in(command);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE("every command has a page of the manual that --help prints, and no page is too wide") {
  for (const auto& surface : command_surface()) {
    CAPTURE(surface.command);
    const std::string page(manual_page(surface.command));
    REQUIRE_FALSE(page.empty());
    auto arguments = words_of(surface.command);
    arguments.push_back("--help");
    const auto typed = type(arguments);
    CHECK(typed.status == ExitStatus::Done);
    CHECK(typed.data == page);
    CHECK(typed.words.empty());
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      // Continuation bytes of UTF-8 take no column.
      CHECK(std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }) <= 80);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("the manual names every option and argument that a command has") {
  for (const auto& surface : command_surface()) {
    const auto page = manual_page(surface.command);
    for (const auto& option : surface.options) {
      if (option == "help") continue;  // The program's own page says it once for all.
      CAPTURE(surface.command);
      CAPTURE(option);
      CHECK(page.find(option) != std::string_view::npos);
    }
  }
}

TEST_CASE("the manual names no option that the command does not have") {
  for (const auto& surface : command_surface()) {
    const std::string page(manual_page(surface.command));
    for (auto at = page.find("--"); at != std::string::npos; at = page.find("--", at + 2)) {
      auto end = at + 2;
      while (end < page.size() && (std::islower(page[end]) != 0 || page[end] == '-')) ++end;
      const auto option = page.substr(at + 2, end - at - 2);
      // A group's page shows the options of its commands; every page may speak of --help.
      bool known = option == "help";
      for (const auto& other : command_surface())
        if (other.command.starts_with(surface.command))
          known = known || std::ranges::find(other.options, option) != other.options.end();
      CAPTURE(surface.command);
      CAPTURE(option);
      CHECK(known);
    }
  }
}

TEST_CASE("the program's page lists every command and no other") {
  const std::string page(manual_page(""));
  const auto from = page.find("Commands\n");
  std::istringstream lines(page.substr(from + 9, page.find("\n\n", from) - from - 9));
  std::vector<std::string> listed;
  for (std::string line; std::getline(lines, line);) listed.push_back(words_of(line).at(0));
  std::vector<std::string> commands;
  for (const auto& surface : command_surface())
    if (!surface.command.empty() && surface.command.find(' ') == std::string::npos)
      commands.push_back(surface.command);
  std::ranges::sort(listed);
  std::ranges::sort(commands);
  CHECK(listed == commands);
}

TEST_CASE("what cannot be understood ends with 2, words on one side and nothing on the other") {
  const std::vector<std::vector<std::string>> mistyped = {
      {},        {"framwork"}, {"framework"},  {"framework", "chek"},
      {"--bad"}, {"rate"},     {"rate", "-x"}, {"framework", "list", "--format", "xml"}};
  for (const auto& arguments : mistyped) {
    const auto typed = type(arguments);
    CHECK(typed.status == ExitStatus::Unusable);
    CHECK(typed.data.empty());
    CHECK(typed.words.starts_with("northlight: "));
    CHECK(typed.words.find("--help") != std::string::npos);
  }
}

TEST_CASE("a file that is called like a command is a file") {
  const auto typed = type({"framework", "check", "check"});
  CHECK(typed.words == "northlight: check: There is no such folder\n");
}
