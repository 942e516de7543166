#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What lies on a file and changes who may do what with it.
namespace northlight::store {

/// Restricted or LegalHold, which lie on the file for everybody.
struct MarkRow {
  domain::Mark mark = domain::Mark::Restricted;
  std::string reason;
  std::optional<domain::PersonId> marked_by{};
  platform::Instant from{};
  std::optional<platform::Instant> until{};
};

struct ConflictRow {
  domain::PersonId person;
  std::string words;
  platform::Instant from{};
  std::optional<platform::Instant> until{};
};

/// Fails with Conflict where the mark lies there already.
Status put_mark(Transaction& transaction, const Grant& grant, domain::Mark mark,
                std::string_view reason);
/// Fails with NotFound where it does not. Whoever was named is named no longer.
Status lift_mark(Transaction& transaction, const Grant& grant, domain::Mark mark);
/// All that ever lay there, the latest first.
Result<std::vector<MarkRow>> marks_of(Session& session, const Grant& grant);

Status name_on_file(Transaction& transaction, const Grant& grant, domain::PersonId person);
Status unname_on_file(Transaction& transaction, const Grant& grant, domain::PersonId person);
Result<std::vector<domain::PersonId>> named_on(Session& session, const Grant& grant);
/// Those who were named at another moment.
Result<std::vector<domain::PersonId>> named_on(Session& session, const Grant& grant,
                                               platform::Instant at);

Status declare_conflict(Transaction& transaction, const Grant& grant, domain::PersonId person,
                        std::string_view words);
Status lift_conflict(Transaction& transaction, const Grant& grant, domain::PersonId person);
Result<std::vector<ConflictRow>> conflicts_on(Session& session, const Grant& grant);

/// Restricted files on which the person is the only one who is named; for whoever manages people.
Result<std::vector<domain::FileId>> named_alone(Session& session, domain::PersonId person,
                                                platform::Instant at);

}  // namespace northlight::store
