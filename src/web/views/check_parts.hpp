#pragma once

#include "html/html.hpp"
#include "report/check_result.hpp"

/// The parts of the result of a check that tell what was found.
namespace northlight::web::views {

/// Errors, notices and questions, each with its line and the text around it.
html::Html findings_section(const report::CheckResult& result);

/// What a press text claims and where the report contradicts it; nothing without a press text.
html::Html press_section(const report::CheckResult& result);

}  // namespace northlight::web::views
