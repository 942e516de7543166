#pragma once

#include "html/tag.hpp"

namespace northlight::html {

/// How far along the service is, and where to say what one thinks of it.
struct PhaseBanner {
  Tag tag{};
  Content text{};
  std::string classes{};
  Attributes attributes{};
};

Html phase_banner(const PhaseBanner& parameters);

}  // namespace northlight::html
