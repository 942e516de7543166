#pragma once

#include <vector>

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "store/database.hpp"

namespace northlight::cli {

/// Who begins the samples of the demonstration, and whose cases they are.
struct DemoInspection {
  store::Database& database;
  accounts::Gate& gate;
  accounts::Asker head;  ///< Of the service.
  accounts::Asker lead;  ///< Of the inspectorate.
  domain::OrganisationId service;
};

/// The children's files that are drawn.
struct DemoDrawn {
  std::vector<domain::FileId> running;
  std::vector<domain::PersonId> seen_by;
  std::vector<domain::FileId> over;
  domain::PersonId colleague;  ///< Who was added to the running one.
};

/// A sample that inspectors see now, one whose evidence is signed, one whose last day came first, one to be drawn, and one for which
/// the service is asked for its list: through the use cases, as of the days on which it happened.
Status add_demo_samples(const DemoInspection& inspection, const DemoDrawn& drawn,
                        platform::Instant now);

}  // namespace northlight::cli
