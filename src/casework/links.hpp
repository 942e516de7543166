#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "casework/file_desk.hpp"
#include "platform/keys.hpp"
#include "store/personal_links.hpp"
#include "store/sent_in.hpp"
#include "store/shared.hpp"
#include "store/sight.hpp"

/// Those who are asked in from outside the service: the child and a parent by a personal link, a
/// partner or a panel by an invitation; and what of the file each of them is shown.
namespace northlight::casework {

/// Whose link: Themself or Parent. Ends with that day at the latest.
struct NewLink {
  domain::Relation relation = domain::Relation::Themself;
  Date last_day{};
  std::string words_hash{};  ///< Of the words agreed on with them (SignIn::hash_of_words).
};
struct GivenLink {
  domain::PersonId person;
  std::string link;  ///< The part of the address after /mine/: shown this once.
};

/// Adds the person behind the link: they see what is shared with them and nothing else. Their name
/// is not kept here a second time. Fails with Invalid for another relation or a day that has
/// passed.
Result<GivenLink> give_link(Gate& gate, const platform::Keys& keys, const Asker& asker,
                            domain::FileId file, const NewLink& link);
/// Takes it back: nobody comes in by it any more, and whoever is in is out.
Status end_link(Gate& gate, const Asker& asker, domain::FileId file, domain::PersonId person);

/// Asks a person of a partner agency or a panel to contribute, until that moment.
struct NewInvitation {
  domain::PersonId person;
  domain::OrganisationId organisation;  ///< For which they are asked.
  platform::Instant until{};
  std::string asked{};  ///< What they are asked, in words for them.
};
/// Gives the id by which it ends. Fails with Invalid (where: "person", "until", "asked").
Result<std::string> invite(Gate& gate, const platform::Keys& keys, const Asker& asker,
                           domain::FileId file, const NewInvitation& invitation);

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
  std::vector<store::Agreement> agreements{};       ///< To what of that the child agreed.
  std::vector<store::InvitationRow> invitations{};  ///< Likewise.
  store::AskedWords asked{};                        ///< What each of those is asked.
  std::vector<Invitable> invitable{};
};
Result<SharingDesk> open_sharing(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                 domain::FileId file);

struct NewShare {
  domain::Relation relation = domain::Relation::Themself;  ///< Themself, Parent or Invited.
  std::optional<domain::RecordId> record{};
  store::SharingGround ground = store::SharingGround::AgreedByChild;
  std::string words;                ///< What is shared and why it may be.
  std::optional<Date> agreed_on{};  ///< Where the child agreed: when, and
  std::string agreed_words{};       ///< how they were asked and what they said.
};
/// A disclosure. A parent is shown what the child agreed to or the law requires, and nothing as
/// "their own": that is refused with Invalid (where: "ground"). That the child agreed is recorded
/// with who recorded it, when and in what words; without them it is refused ("agreed_on",
/// "agreed_words").
Result<store::SharedId> share(Gate& gate, const Asker& asker, domain::FileId file,
                              const NewShare& shared);
Status stop_sharing(Gate& gate, const Asker& asker, domain::FileId file, store::SharedId id);

/// What is shared with the asker now, as the child, the parent or the panel that they are. Those
/// who work with the child are shown all that is shared now with anybody.
Result<std::vector<store::SharedRow>> shared_with(Gate& gate, const Asker& asker,
                                                  domain::FileId file);

/// The child takes back what they agreed to: from now on it is shown to nobody else by it.
Status withdraw_agreement(Gate& gate, const Asker& asker, domain::FileId file, store::SharedId id);

/// What somebody behind a link sees of the file that it leads to. NotFound for anybody else.
struct OwnPage {
  domain::FileId file;
  domain::Relation relation = domain::Relation::Themself;
  std::vector<store::SharedRow> shown{};
  std::vector<store::SharedRow> agreed{};  ///< By the child, with others: they may take it back.
  std::vector<store::SentInRow> said{};    ///< Their own words so far, the latest first.
  std::vector<std::string> workers{};      ///< Who leads the work with the child, by name.
};
Result<OwnPage> open_own(Gate& gate, const platform::Keys& keys, const Asker& asker,
                         domain::FileId file);
Result<domain::FileId> file_of_link(store::Database& database, const Asker& asker);

/// Who has a link to a file, for those who work with the child.
struct LinksDesk {
  FileDesk desk;
  std::vector<store::LinkInList> links{};  ///< Those that still open it, the oldest first.
};
Result<LinksDesk> open_links(Gate& gate, const Asker& asker, domain::FileId file);

}  // namespace northlight::casework
