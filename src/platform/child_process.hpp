#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace northlight::platform {

/// How much a child process may use before it is ended.
struct ProcessLimits {
  std::chrono::milliseconds time{20'000};
  std::uint64_t memory_bytes = 512ULL << 20U;  ///< Of address space; 0: no bound of its own.
  std::uint64_t output_bytes = 16ULL << 20U;
};

/// A program to run shut in: no network, no file system but the read-only program folders and the
/// one input file, an account of its own, nothing inherited.
struct SandboxedCommand {
  std::vector<std::string> arguments;                 ///< The program first: "/usr/bin/pdftotext".
  std::string_view input{};                           ///< What it reads on standard input.
  std::optional<std::filesystem::path> input_file{};  ///< Seen inside as /input, read-only.
  /// Bytes of a folder /tmp in memory that it may write to, and sight of its own processes, as a
  /// browser needs; 0: it may write nothing.
  std::uint64_t workspace_bytes = 0;
  ProcessLimits limits{};
};

struct ProcessOutput {
  int exit_status = 0;  ///< 128 + the signal where a signal ended it.
  std::string output;
  std::string errors;  ///< The first 64 KB of standard error.
};

/// Runs it to its end. Unavailable when the sandbox cannot be made (the message says what to
/// install or enable); Invalid when a limit was passed, after the whole process group was killed.
Result<ProcessOutput> run_sandboxed(const SandboxedCommand& command);

}  // namespace northlight::platform
