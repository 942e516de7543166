#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

/// Reasons that people gave for files which they do not work with, and who was told.
namespace northlight::store {

using ReasonId = Id<struct ReasonKind>;
using NoticeId = Id<struct NoticeKind>;

struct ReasonRow {
  ReasonId id;
  domain::PersonId person;
  domain::FileId file;
  std::string reason;
  platform::Instant from{};
  platform::Instant until{};
};
Status put_reason(Transaction& transaction, const ReasonRow& row);
/// Those that the person gave, the latest first.
Result<std::vector<ReasonRow>> reasons_by(Session& session, domain::PersonId person,
                                          platform::Instant since);

/// Whether the person gave that reason for the file, and it was in force at that moment.
Result<bool> reason_was_given(Session& session, domain::PersonId person, domain::FileId file,
                              std::string_view reason, platform::Instant at);

/// "Somebody of yours gave a reason for a file."
struct NoticeRow {
  NoticeId id;
  domain::PersonId to;
  domain::FileId file;
  domain::PersonId about;
  ReasonId cause;
  std::string reason{};  ///< As it was typed; read with the notice, kept with the reason.
  platform::Instant at{};
  std::optional<platform::Instant> seen_at{};
  std::optional<domain::OrganisationId> service{};  ///< Of the file; read with the notice.
};
Status put_notice(Transaction& transaction, const NoticeRow& row);
/// The person's own, the latest first.
Result<std::vector<NoticeRow>> notices_to(Session& session, domain::PersonId person,
                                          std::size_t most);
/// One of the person's own. NotFound for another's.
Result<NoticeRow> notice_to(Session& session, domain::PersonId person, NoticeId id);
Result<std::int64_t> unseen_notices(Session& session, domain::PersonId person);
/// One of the person's own is seen, at that moment unless it was before.
Status see_notice(Transaction& transaction, domain::PersonId person, NoticeId id,
                  platform::Instant at);
Status see_notices(Transaction& transaction, domain::PersonId person, platform::Instant at);

}  // namespace northlight::store
