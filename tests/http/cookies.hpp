#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace northlight::testing {

/// What an answer's headers set and take away, kept as a browser keeps it.
inline void keep_cookies(std::string_view headers, std::map<std::string, std::string>& cookies) {
  for (const auto line : split(headers, '\n')) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos ||
        !equals_ignoring_case(line.substr(0, colon), "Set-Cookie"))
      continue;
    const auto pair = trim(split(line.substr(colon + 1), ';').front());
    const auto equals = pair.find('=');
    const std::string name(pair.substr(0, equals));
    if (line.find("Max-Age=0") != std::string_view::npos)
      cookies.erase(name);
    else
      cookies[name] = std::string(pair.substr(equals + 1));
  }
}

}  // namespace northlight::testing
