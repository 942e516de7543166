#include "accounts/identity_provider.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::accounts {

bool MatchByEmail::holds(std::string_view address) const {
  const auto at = address.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  return std::ranges::find(domains, lower(address.substr(at + 1))) != domains.end();
}

}  // namespace northlight::accounts
