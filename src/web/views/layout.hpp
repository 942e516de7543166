#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "html/page.hpp"
#include "html/url.hpp"

/// The shell that every page stands in: heading, navigation, phase banner, breadcrumbs, footer.
namespace northlight::web::views {

/// What is the same on every page.
struct Shell {
  html::AssetPaths assets{};  ///< Style sheet, script and icon.
};

/// The entry of the navigation that a page stands under.
enum class Section {
  None,
  Services,
  Inspections,
  Compare,
  Standards,
  CheckReport,
  RateAudit,
  OpenData
};

struct Crumb {
  std::string text;
  html::Url address;
};

/// What the shell must know of a page.
struct PageHead {
  std::string title;  ///< As the tab of a browser shows it, before the name of the site.
  Section section = Section::None;
  std::vector<Crumb> breadcrumbs{};  ///< Without the page itself; "Home" is put in front.
  bool has_errors = false;           ///< The title then begins with "Error: ".
  std::string description{};         ///< One sentence for search engines; may be empty.
};

/// The whole document. `main` starts with the page's h1.
html::Html page(const Shell& shell, const PageHead& head, const html::Html& main);

/// The page with its HTML taken out, ready to be sent.
std::string document(const Shell& shell, const PageHead& head, const html::Html& main);

}  // namespace northlight::web::views
