#pragma once

#include <string_view>
#include <vector>

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"

/// What lies on a file and closes it to some: restrictions, conflicts of interest, legal holds.
namespace northlight::casework {

/// From now on only those who are named see the file, whatever their role. Fails with Invalid where
/// nobody is named, or somebody who would not see it (where: "named"), or no reason is given
/// (where: "reason"); with Conflict where none of them could lift it again.
Status restrict_file(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                     std::string_view reason, const std::vector<domain::PersonId>& named);
Status lift_restriction(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file);
Status name_on_file(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                    domain::PersonId person);
/// Refuses to leave a restricted file without anybody who sees it, or who could lift that.
Status unname_on_file(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                      domain::PersonId person);

/// The person does not see the file from now on, in any role and for any reason. Fails with
/// Conflict while it is their case: somebody else takes it on first.
Status declare_conflict(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                        domain::PersonId person, std::string_view words);
Status lift_conflict(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                     domain::PersonId person);

/// Nothing in the file may be erased until the hold is released.
Status hold_file(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                 std::string_view reason);
Status release_hold(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file,
                    std::string_view reason);

}  // namespace northlight::casework
