#include "cli/nearest.hpp"

#include <doctest/doctest.h>

#include <vector>

using northlight::cli::nearest;

TEST_CASE("the command that was most likely meant is suggested") {
  const std::vector<std::string> commands{"demo",   "serve",     "migrate", "backup", "restore",
                                          "report", "framework", "rate",    "import", "export"};
  CHECK(nearest("framwork", commands) == "framework");
  CHECK(nearest("frameworks", commands) == "framework");
  CHECK(nearest("FRAME", commands) == "framework");
  CHECK(nearest("reprot", commands) == "report");
  CHECK(nearest("rat", commands) == "rate");
  CHECK(nearest("serv", commands) == "serve");
  CHECK(nearest("exprot", commands) == "export");
  CHECK(nearest("backpu", commands) == "backup");
}

TEST_CASE("what is near nothing gets no suggestion") {
  const std::vector<std::string> commands{"demo", "serve", "rate"};
  CHECK(nearest("children", commands).empty());
  CHECK(nearest("", commands).empty());
  CHECK(nearest(std::string(10'000, 'r'), commands).empty());
  CHECK(nearest("x", {}).empty());
}
