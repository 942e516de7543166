#pragma once

#include "html/footer.hpp"
#include "html/generic_header.hpp"
#include "html/phase_banner.hpp"
#include "html/service_navigation.hpp"
#include "html/skip_link.hpp"

namespace northlight::html {

/// Where the style sheet, the script and the icon lie; their names change with their content.
struct AssetPaths {
  Url style_sheet = "/assets/application.css";
  Url script = "/assets/application.js";
  Url icon = "/assets/icon.svg";
};

/// A whole document: what stands around the content of every page. There is no script and no style
/// inside it, so that the content security policy needs no exception; no crown and no crest.
struct Page {
  std::string title{};        ///< As the tab of a browser shows it, the site's name included.
  std::string description{};  ///< One sentence for search engines; may be empty.
  std::string language = "en";
  AssetPaths assets{};
  SkipLink skip_link{};
  GenericHeader header{.logo = "Northlight"};
  ServiceNavigation navigation{};  ///< Left out while it has neither a name nor items.
  std::optional<PhaseBanner> phase_banner{};
  Html before_content{};  ///< Breadcrumbs or a back link.
  Html content{};         ///< Begins with the page's h1.
  std::string main_classes{};
  Html head{};  ///< More for the head, such as the address of the same page as data.
  Footer footer{};
};

Html page(const Page& parameters);

}  // namespace northlight::html
