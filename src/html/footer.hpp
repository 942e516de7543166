#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// A link at the foot of every page.
struct FooterLink {
  std::string text{};
  Url href{};
  Attributes attributes{};
};

/// A column of links at the foot of every page.
struct FooterSection {
  std::string title{};
  std::vector<FooterLink> items{};
  int columns = 0;             ///< 2 or 3 lists the links side by side.
  std::string width = "full";  ///< Of the section, as the grid names it: "two-thirds".
};

/// The foot of every page. It has neither the crown nor the royal arms of GOV.UK's own footer,
/// which are reserved for services on GOV.UK; the rest is the same.
struct Footer {
  std::vector<FooterSection> navigation{};
  bool has_meta = true;  ///< Whether there is a list of links at all, if only its hidden heading.
  std::string meta_title = "Support links";
  std::vector<FooterLink> links{};
  Content text{};
  std::optional<Content> licence{};  ///< With the symbol of the Open Government Licence.
  std::string classes{};
  std::string container_classes{};
  Attributes attributes{};
};

/// "All content is available under the Open Government Licence v3.0, except where otherwise
/// stated".
Content open_government_licence();

Html footer(const Footer& parameters);

}  // namespace northlight::html
