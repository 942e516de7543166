#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

/// What is said of a line that cannot be understood. Of use to command_line.cpp only.
namespace northlight::cli {

/// Before CLI11 looks: a command or an option that does not exist, or no command where one is
/// needed.
std::optional<Error> unknown_command(CLI::App& program, std::span<const std::string> arguments);

/// CLI11's complaint with the page to look at.
Error explained(CLI::App& program, const CLI::ParseError& fault);

}  // namespace northlight::cli
