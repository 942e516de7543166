#pragma once

#include <optional>
#include <string>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "report/check_result.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// The form of /check, with what was wrong with what was sent.
struct CheckFormModel {
  std::string text{};   ///< What was pasted, given back.
  std::string press{};  ///< Likewise.
  std::optional<std::string> report_error{};
  std::optional<std::string> press_error{};
  bool had_file = false;  ///< Browsers do not give a chosen file back: the reader is told so.
  std::size_t most_bytes = 0;
};

/// What was read and found in a report that was just sent.
struct CheckResultModel {
  report::CheckResult result;
  const framework::Edition* edition = nullptr;
  std::string text;                ///< The text that was read, to be sent back for a download.
  std::string press;               ///< The press text, likewise; empty when there was none.
  std::string known_inspection{};  ///< The library's id of the same inspection; empty when none.
};

html::Html check_form_page(const Shell& shell, const CheckFormModel& model);
html::Html check_result_page(const Shell& shell, const CheckResultModel& model);

}  // namespace northlight::web::views
