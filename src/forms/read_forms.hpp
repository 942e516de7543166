#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "forms/parse_form.hpp"

namespace northlight::forms {

/// Reads every *.toml of a folder such as forms/; the problems say file, line and key.
FormsReading read_form_files(const std::filesystem::path& folder);

/// Reads the forms of a folder and fails with all that is wrong with them.
Result<Forms> read_forms(const std::filesystem::path& folder);

}  // namespace northlight::forms
