#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/streams.hpp"

namespace northlight::cli {

/// Runs what was typed after the program's name. Never throws, never exits.
ExitStatus run(std::span<const std::string> arguments, Streams& streams);

/// Every command that can be typed, "report read" after "report", each with the names of its
/// options, so that a test can hold the manual against them.
struct CommandSurface {
  std::string command;
  std::vector<std::string> options;
};
std::vector<CommandSurface> command_surface();

}  // namespace northlight::cli
