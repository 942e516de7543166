#pragma once

#include <optional>
#include <vector>

#include "casework/children.hpp"
#include "store/database.hpp"
#include "store/glass.hpp"
#include "store/victims.hpp"

/// What managers are told: who of theirs opened a file with a reason.
namespace northlight::casework {

struct Notice {
  store::NoticeRow row;
  /// Whose file, where the manager may find it themself: a child's or a victim's.
  std::optional<store::ListedChild> child{};
  std::optional<store::ListedVictim> victim{};
};

/// The asker's own, the latest first: of services in which they may still see who works there.
Result<std::vector<Notice>> list_notices(Gate& gate, const Asker& asker);

/// The asker has read it and stands behind that: asked of the gate, and on the audit trail.
/// NotFound for what is nobody's or another's; again is all right.
Status acknowledge_notice(store::Database& database, Gate& gate, const Asker& asker,
                          store::NoticeId id);

}  // namespace northlight::casework
