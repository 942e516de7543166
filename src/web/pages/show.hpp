#pragma once

#include <utility>

#include "html/html.hpp"
#include "web/response.hpp"

namespace northlight::web {

/// A page that is open to all and the same for all.
inline Response show(html::Html page, int status = 200) {
  auto response = Response::html(std::move(page).take(), status);
  return status == 200 ? std::move(response).shown_to_all() : std::move(response);
}

/// The status of a form with something to be put right.
inline constexpr int unprocessable = 422;
/// The status of a page that says what became of what was sent too late.
inline constexpr int conflicting = 409;

}  // namespace northlight::web
