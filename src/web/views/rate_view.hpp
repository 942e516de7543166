#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "report/audit_result.hpp"
#include "web/views/layout.hpp"
#include "web/views/rate_form.hpp"

namespace northlight::web::views {

struct RateModel {
  const framework::Edition& edition;
  std::span<const framework::Edition> editions{};  ///< Those that can be chosen.
  std::string why_not{};  ///< Why the edition cannot rate an audit; empty when it can.
  RateForm form{};
  std::vector<std::string> csv_errors{};    ///< Each with line and column.
  std::vector<std::string> csv_warnings{};  ///< About names, and questions with gaps.
  std::optional<report::AuditResult> result{};
};

/// The form; with a result, that first and the form below it, filled, to change and rate again.
html::Html rate_page(const Shell& shell, const RateModel& model);

/// The result alone: the rest of the page is its form.
html::Html rate_result(const framework::Edition& edition, const report::AuditResult& result);

}  // namespace northlight::web::views
