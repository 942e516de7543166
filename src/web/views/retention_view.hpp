#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/retention.hpp"
#include "html/html.hpp"
#include "web/views/layout.hpp"
#include "web/views/people_view.hpp"

/// The pages on which somebody looks at files whose time is over, and decides.
namespace northlight::web::views {

/// "now", "waiting", "soon", "held", "no-period", "missing": as addresses write them.
std::string_view code(casework::ReviewState due);
/// Nothing for what is none of them; files that are due later have no list.
std::optional<casework::ReviewState> parse_due(std::string_view code);

struct RetentionQueueModel {
  const domain::RetentionPolicy& policy;
  casework::ReviewQueue queue;
  casework::ReviewPage page;
  Date today{};
  std::string done{};  ///< A sentence of what was just done; empty when nothing was.
};
html::Html retention_queue_page(const Shell& shell, const RetentionQueueModel& model);

/// What was typed and is wrong, in any of the forms of the page.
struct RetentionTyped {
  std::string kind{};
  std::string ground{};
  std::string reason{};
  TypedDay keep_until{};
  std::string hold_reason{};
  std::string refuse_words{};
  Wrong wrong{};
};

struct RetentionFileModel {
  const domain::RetentionPolicy& policy;
  casework::Review review;
  Date today{};
  domain::PersonId asker;
  std::string form_token{};
  bool can_erase = true;  ///< The installation is set up for it.
  std::string done{};
  RetentionTyped typed{};
};
html::Html retention_file_page(const Shell& shell, const RetentionFileModel& model);

}  // namespace northlight::web::views
