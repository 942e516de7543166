#pragma once

namespace northlight::cli {

/// How a command ends: the contract with scripts.
enum class ExitStatus {
  Done = 0,
  Found = 1,     ///< Done, and something is wrong with the content of the input.
  Unusable = 2,  ///< The command or its input cannot be used; standard error says why.
};

}  // namespace northlight::cli
