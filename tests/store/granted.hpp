#pragma once

#include <optional>
#include <string>

#include "store/grant.hpp"

namespace northlight::store {

/// Grants without anybody being asked, for tests of the store. Nothing in the product can do this:
/// it has no definition of this class.
class GrantForTests {
 public:
  static Grant of(domain::FileId file, domain::PersonId person, platform::Instant at,
                  domain::Action action = domain::Action::WriteRecord) {
    return Grant(file, action, person, at, std::nullopt);
  }
};

}  // namespace northlight::store
