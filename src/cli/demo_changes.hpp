#pragma once

#include <functional>
#include <vector>

#include "accounts/gate.hpp"
#include "casework/children.hpp"
#include "cli/demo_records.hpp"

namespace northlight::cli {

/// The file in which more changes than its records, and who has to do with it.
struct DemoChanging {
  accounts::Gate& gate;
  accounts::Asker head;
  std::function<domain::FileId()> file;  ///< Once the child is there.
  std::function<domain::CaseId()> child_case;
  casework::NewChild child;  ///< As they were added.
  casework::NewAddress moved_to;
  domain::TeamId team;
  domain::PersonId worker;  ///< Who takes the case over.
  domain::PersonId apart;   ///< Who was kept apart from the file for a time.
};

/// What happened with it in the last month, so that it stands otherwise on a day that has passed:
/// another name and another address, another worker, a hold and a conflict of interest for a time,
/// and something that was shared and is no longer.
std::vector<DemoTelling::Act> demo_changes(const DemoChanging& changing, platform::Instant now);

}  // namespace northlight::cli
