#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "domain/subject_access.hpp"

namespace northlight::domain {

/// Reads the text of policy/subject-access.toml. Refuses an unknown key, a code twice, a kind of
/// person or of fact that has two rules or none, a rule without a source. `name` is how messages
/// call the file.
Result<SubjectAccessPolicy> parse_subject_access(std::string_view text, std::string_view name);

/// The same from a file; NotFound when there is none.
Result<SubjectAccessPolicy> read_subject_access(const std::filesystem::path& file);

}  // namespace northlight::domain
