#pragma once

#include <string_view>

#include "base/json.hpp"
#include "html/html.hpp"

namespace northlight::html {

/// Data for a script, as a block that does not run. The only way in which run-time values reach a
/// script: `JSON.parse(document.getElementById(id).textContent)`.
Html json_script(std::string_view id, const Json& data);

/// A script file of our own, loaded as a module (and so after the page).
Html script_file(const Url& address);

}  // namespace northlight::html
