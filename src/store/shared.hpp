#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What a child, a parent or a panel is shown of a file, and on what ground.
namespace northlight::store {

using SharedId = Id<struct SharedKind>;

enum class SharingGround {
  AgreedByChild,
  RequiredByLaw,
  Theirs,  ///< The child's own: what is theirs needs nobody's leave.
};
std::string_view code(SharingGround ground);   ///< "agreed-by-child"
std::string_view words(SharingGround ground);  ///< "The child agreed"
std::optional<SharingGround> parse_sharing_ground(std::string_view code);

struct SharedRow {
  SharedId id;
  std::optional<domain::RecordId> record{};                ///< Empty: the words alone.
  domain::Relation relation = domain::Relation::Themself;  ///< Themself, Parent or Invited.
  /// With a parent or somebody who was asked in: with whom. Empty with the child, and where it was
  /// shared before that was asked.
  std::optional<domain::PersonId> person{};
  SharingGround ground = SharingGround::AgreedByChild;
  Sensitive<std::string> words;
  platform::Instant from{};
  std::optional<platform::Instant> until{};
};

Status share(Transaction& transaction, const Grant& grant, const SharedRow& row);
/// The same parent or carer has a new link: what is shared with them now stays so.
Status hand_on_shares(Transaction& transaction, const Grant& grant, domain::PersonId before,
                      domain::PersonId now);
/// NotFound where the file of the grant shares no such thing now.
Status stop_sharing(Transaction& transaction, const Grant& grant, SharedId id);
/// All that the file shares or ever shared, the latest first.
Result<std::vector<SharedRow>> shared_of(Session& session, const Grant& grant);

/// Somebody who was asked in, and for how long.
struct InvitationRow {
  std::string id;
  domain::PersonId person;
  domain::OrganisationId organisation;
  platform::Instant from{};
  std::optional<platform::Instant> until{};
};
/// Those to the file of the grant, the latest first.
Result<std::vector<InvitationRow>> invitations_of(Session& session, const Grant& grant);
/// Partner agencies of which somebody was ever asked in to a file of that service, by name; not
/// those that have closed.
Result<std::vector<domain::OrganisationId>> agencies_asked_in(Session& session,
                                                              domain::OrganisationId service);

}  // namespace northlight::store
