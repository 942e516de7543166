#pragma once

#include <string>
#include <vector>

#include "accounts/may.hpp"
#include "base/sensitive.hpp"
#include "platform/keys.hpp"
#include "store/shared.hpp"

/// With whom something of a file can be shared, and whether what is shared is for somebody: the one
/// place where that is decided.
namespace northlight::casework {

/// A parent or carer with a link, or somebody who is asked in, by the name that staff know.
struct Reader {
  domain::PersonId person;
  domain::Relation relation = domain::Relation::Parent;
  Sensitive<std::string> name{};  ///< Empty where it was not asked for when the link was given.
};
/// Those of the file of the grant, now.
Result<std::vector<Reader>> readers_of(store::Session& session, const store::Grant& grant,
                                       const platform::Keys& keys);
/// Empty where the row is for nobody of those.
Sensitive<std::string> reader_name(const std::vector<Reader>& readers, const store::SharedRow& row);

bool is_shown_now(const store::SharedRow& row, platform::Instant at);

/// Whether that is for the asker, who stands so to the file: what names somebody is for them alone;
/// what is the child's for the child; and what was shared with parents or the panel at large before
/// it had to name anybody for those who stood so when it was shared, never for who came later.
Result<bool> is_for(store::Session& session, const store::Grant& grant,
                    const accounts::Asker& asker, const accounts::Standing& how,
                    const store::SharedRow& row);

/// Whether somebody stands so to the file at that moment, by a link or an invitation of their own.
Result<bool> stands_so(store::Session& session, domain::FileId file, domain::PersonId person,
                       domain::Relation relation, platform::Instant at);

}  // namespace northlight::casework
