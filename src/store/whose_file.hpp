#pragma once

#include <string>

#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Whose file it is, as an answer about them is called.
struct WhoseFile {
  bool of_victim = false;
  /// "Wren Exampleby"; of a victim as their records last said, the reference until one says it.
  /// Empty for a child's file that holds no name any more.
  Sensitive<std::string> name{};
  std::string reference{};  ///< Of a victim: what pages show in place of the name.
};

Result<WhoseFile> whose_file(Session& session, const Grant& grant);

}  // namespace northlight::store
