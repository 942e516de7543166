#pragma once

#include <string>

#include "html/html.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// What the reader of an error page is told.
struct ErrorModel {
  int status = 500;
  std::string message{};  ///< What to do, where the handler knew; may be empty.
  std::string request{};  ///< To quote when asking for help.
  std::string form{};     ///< The form on this site to go back to; empty when there is none.
};

/// "Page not found" and its kin: what happened and what to do next, in the site's shell.
html::Html error_page(const Shell& shell, const ErrorModel& model);

}  // namespace northlight::web::views
