#include "cli/command_line_faults.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.hpp"
#include "cli/nearest.hpp"

namespace northlight::cli {
namespace {

std::vector<std::string> names_of(CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::optional<Error> unknown_option(CLI::App& app, const std::string& path,
                                    const std::string& typed) {
  const std::string name = typed.substr(0, typed.find('='));
  std::vector<std::string> names;
  for (const auto* option : app.get_options()) {
    if (option->check_name(name)) return std::nullopt;
    if (!option->get_positional()) names.push_back(option->get_single_name());
  }
  for (auto& known : names) known.insert(0, "--");
  const auto meant = nearest(name, names);
  return Error{ErrorCode::Invalid, "'" + path + "' has no option '" + name + "'" +
                                       (meant.empty() ? "" : ": did you mean '" + meant + "'?") +
                                       "\nSee " + path + " --help"};
}

}  // namespace

std::optional<Error> unknown_command(CLI::App& program, std::span<const std::string> arguments) {
  CLI::App* at = &program;
  std::string path = "northlight";
  for (const auto& argument : arguments) {
    if (argument == "--") return std::nullopt;
    if (argument.size() > 1 && argument.starts_with('-')) {
      if (auto fault = unknown_option(*at, path, argument)) return fault;
      continue;
    }
    const auto names = names_of(*at);
    if (names.empty()) continue;
    if (std::ranges::find(names, argument) == names.end()) {
      const auto meant = nearest(argument, names);
      return Error{ErrorCode::Invalid,
                   "There is no command '" + path + " " + argument + "'" +
                       (meant.empty() ? ". There are " + list_in_words(names)
                                      : ": did you mean '" + path + " " + meant + "'?") +
                       "\nSee " + path + " --help"};
    }
    at = at->get_subcommand(argument);
    path += " " + argument;
  }
  const auto names = names_of(*at);
  const bool asks = std::ranges::any_of(arguments, [](const std::string& argument) {
    return argument == "--help" || argument == "-h" || argument == "--version";
  });
  if (names.empty() || asks) return std::nullopt;
  return Error{ErrorCode::Invalid, "'" + path + "' needs a command: " + list_in_words(names, "or") +
                                       "\nSee " + path + " --help"};
}

Error explained(CLI::App& program, const CLI::ParseError& fault) {
  std::string path = "northlight";
  for (CLI::App* at = &program; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    path += " " + at->get_name();
  }
  std::string what = fault.what();
  if (what.starts_with("The following argument")) {
    const auto colon = what.find(": ");
    what = "What is '" + what.substr(colon == std::string::npos ? 0 : colon + 2) +
           "'? The command does not know it";
  }
  // "--format: 1 required TEXT missing", "--format: At Most 1 required but received 2"
  const auto option = what.substr(0, what.find(": "));
  if (what.ends_with("missing")) what = "Write a value after '" + option + "'";
  if (what.find(": At Most 1 required") != std::string::npos) what = "Give '" + option + "' once";
  return Error{ErrorCode::Invalid, what + "\nSee " + path + " --help"};
}

}  // namespace northlight::cli
