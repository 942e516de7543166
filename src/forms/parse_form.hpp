#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "forms/form.hpp"
#include "framework/edition.hpp"

namespace northlight::forms {

/// One form file: "forms/assessment.toml" and what it holds.
struct FormFile {
  std::string path;
  std::string text;
};

struct FormsReading {
  std::optional<Forms> forms{};   ///< Nothing when there is any problem.
  std::vector<Error> problems{};  ///< Each with `file:line: key`, what is wrong and what to do.
};

/// Reads forms from texts and checks each of them and all of them together. Reports every problem,
/// not only the first: unknown keys, a code twice, a condition on what comes later, a projection of
/// a sealed field, a reference to a group that no form has, the same edition twice.
FormsReading parse_forms(std::span<const FormFile> files);

/// The prompts that the forms name and the edition does not have; `editions` may lack an edition
/// that a form names, which is a problem too.
std::vector<Error> check_prompts(const Forms& forms, std::span<const framework::Edition> editions);

}  // namespace northlight::forms
