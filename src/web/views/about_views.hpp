#pragma once

#include <span>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "web/views/layout.hpp"

/// The pages about the site itself.
namespace northlight::web::views {

html::Html about_page(const Shell& shell);
html::Html accessibility_page(const Shell& shell);
html::Html privacy_page(const Shell& shell);

/// How we count. Bands and rules are shown as the edition has them; null when no edition that can
/// rate is installed.
html::Html method_page(const Shell& shell, const framework::Edition* edition);

}  // namespace northlight::web::views
