#pragma once

#include "html/html.hpp"

namespace northlight::html {

enum class BannerKind { Plain, Information, Success, Warning };

/// A short message across the page. MoJ Frontend's older form of `alert`.
struct Banner {
  Content text{};
  BannerKind kind = BannerKind::Plain;
  std::string icon_fallback_text{};  ///< The kind in a word, unless given.
  std::string classes{};
  Attributes attributes{};
};

Html banner(const Banner& parameters);

}  // namespace northlight::html
