#pragma once

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "domain/subject_access.hpp"
#include "platform/clock.hpp"
#include "store/archive.hpp"
#include "store/database.hpp"
#include "store/uploads.hpp"

namespace northlight::cli {

/// Three requests for what is held on invented people: a mother's and a victim's own, which are
/// being read, and a child's own, which was answered. After add_demo_children.
Status add_demo_requests(store::Database& database, accounts::Gate& gate,
                         const store::Archive& archive, const domain::SubjectAccessPolicy& policy,
                         const store::UploadFolder& uploads, platform::Instant now);

}  // namespace northlight::cli
