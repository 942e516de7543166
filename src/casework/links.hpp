#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "casework/file_desk.hpp"
#include "store/shared.hpp"
#include "store/sight.hpp"

/// Those who are asked in from outside the service: the child and a parent by a personal link, a
/// partner or a panel by an invitation; and what of the file each of them is shown.
namespace northlight::casework {

/// Whose link: Themself or Parent. Ends with that day at the latest.
struct NewLink {
  domain::Relation relation = domain::Relation::Themself;
  Date last_day{};
};

/// Adds the person behind the link: they see what is shared with them and nothing else. Their name
/// is not kept here a second time. Fails with Invalid for another relation or a day that has
/// passed.
Result<domain::PersonId> give_link(Gate& gate, const Asker& asker, domain::FileId file,
                                   const NewLink& link);
Status end_link(Gate& gate, const Asker& asker, domain::FileId file, domain::PersonId person);

/// Asks a person of a partner agency or a panel to contribute, until that moment.
struct NewInvitation {
  domain::PersonId person;
  domain::OrganisationId organisation;  ///< For which they are asked.
  platform::Instant until{};
};
/// Gives the id by which it ends.
Result<std::string> invite(Gate& gate, const Asker& asker, domain::FileId file,
                           const NewInvitation& invitation);

Status end_invitation(Gate& gate, const Asker& asker, domain::FileId file,
                      const std::string& invitation);

/// Somebody who sits on panels or answers for a partner agency.
struct Invitable {
  domain::PersonId person;
  domain::OrganisationId organisation;
  std::string words;  ///< "Osier Greylag, Partner contributor, Fernside School Partnership"
};
/// What is shared of a file, who was asked in, and who could be.
struct SharingDesk {
  FileDesk desk;
  std::vector<store::SharedRow> shared{};           ///< The latest first, what has ended too.
  std::vector<store::InvitationRow> invitations{};  ///< Likewise.
  std::vector<Invitable> invitable{};
};
Result<SharingDesk> open_sharing(Gate& gate, const Asker& asker, domain::FileId file);

struct NewShare {
  domain::Relation relation = domain::Relation::Themself;  ///< Themself, Parent or Invited.
  std::optional<domain::RecordId> record{};
  store::SharingGround ground = store::SharingGround::AgreedByChild;
  std::string words;  ///< What is shared and why it may be.
};
/// A disclosure. A parent is shown what the child agreed to or the law requires, and nothing as
/// "their own": that is refused with Invalid (where: "ground").
Result<store::SharedId> share(Gate& gate, const Asker& asker, domain::FileId file,
                              const NewShare& shared);
Status stop_sharing(Gate& gate, const Asker& asker, domain::FileId file, store::SharedId id);

/// What is shared with the asker now, as the child, the parent or the panel that they are. Those
/// who work with the child are shown all that is shared now with anybody.
Result<std::vector<store::SharedRow>> shared_with(Gate& gate, const Asker& asker,
                                                  domain::FileId file);

}  // namespace northlight::casework
