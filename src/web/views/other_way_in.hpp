#pragma once

#include <string>

#include "html/url.hpp"

namespace northlight::web::views {

/// Another way in than a password, such as an identity provider.
struct OtherWayIn {
  std::string name;  ///< "your county council account"
  html::Url address;
};

}  // namespace northlight::web::views
