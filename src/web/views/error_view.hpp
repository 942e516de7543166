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
  bool by_link = false;   ///< A child or a parent reads it, who comes by a personal link.
  std::string heading{};  ///< What happened, where the handler knew better; may be empty.
  bool kept = false;      ///< What they sent is kept for them, or is where it may be.
};

/// "Page not found" and its kin: what happened, what to do and where to go on, in the shell of who
/// reads it. To one person in one session it is the same to the byte each time.
html::Html error_page(const Shell& shell, const ErrorModel& model);

}  // namespace northlight::web::views
