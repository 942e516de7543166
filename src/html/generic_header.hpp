#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// The header of a service that is not on GOV.UK: a name in place of the crown.
struct GenericHeader {
  Content logo{};
  Url url = "/";
  std::string classes{};
  std::string container_classes = "govuk-width-container";
  Attributes attributes{};
};

Html generic_header(const GenericHeader& parameters);

}  // namespace northlight::html
