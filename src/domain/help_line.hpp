#pragma once

#include <string>

namespace northlight::domain {

/// A number that a child or a parent can ring at once (policy/help-now.toml).
struct HelpLine {
  std::string number;  ///< "999"
  std::string words;   ///< When to ring it, or whose it is.
  bool for_child = false;
  bool for_parent = false;

  friend bool operator==(const HelpLine&, const HelpLine&) = default;
};

}  // namespace northlight::domain
