#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "casework/file_desk.hpp"
#include "casework/invitations.hpp"
#include "casework/shared_with.hpp"
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
  std::string words{};       ///< The words themselves, which have nobody's name in them.
  std::string whose{};       ///< Which parent or carer: their name, as staff know them.
};
struct GivenLink {
  domain::PersonId person;
  std::string link;           ///< The part of the address after /mine/: shown this once.
  bool ended_before = false;  ///< The one that they had has ended.
};

/// Adds the person behind the link: they see what is shared with them and nothing else. A link that
/// the same person has to this file ends by it. Fails with Invalid for another relation
/// ("relation"), a day that has passed or is further off than the policy allows ("last_day"), a
/// parent without a name ("whose"), and words with a name in them ("agreed").
Result<GivenLink> give_link(Gate& gate, const platform::Keys& keys, const Asker& asker,
                            domain::FileId file, const NewLink& link);
/// Takes it back: nobody comes in by it any more, and whoever is in is out.
Status end_link(Gate& gate, const Asker& asker, domain::FileId file, domain::PersonId person);

/// What is shared of a file, who was asked in, and who is offered to be.
struct SharingDesk {
  FileDesk desk;
  std::vector<store::SharedRow> shared{};           ///< The latest first, what has ended too.
  std::vector<store::Agreement> agreements{};       ///< To what of that the child agreed.
  std::vector<store::InvitationRow> invitations{};  ///< Likewise.
  store::AskedWords asked{};                        ///< What each of those is asked.
  std::vector<Invitable> invitable{};
  std::vector<Reader> readers{};  ///< With whom it can be shared besides the child.
};
Result<SharingDesk> open_sharing(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                 domain::FileId file);

struct NewShare {
  domain::Relation relation = domain::Relation::Themself;  ///< Themself, Parent or Invited.
  std::optional<domain::PersonId> person{};                ///< Which of those; none: the child.
  std::optional<domain::RecordId> record{};
  store::SharingGround ground = store::SharingGround::AgreedByChild;
  std::string words;                ///< What is shared and why it may be.
  std::optional<Date> agreed_on{};  ///< Where the child agreed: when, and
  std::string agreed_words{};       ///< how they were asked and what they said.
};
/// A disclosure, to one person: who has a link as a parent or carer, or is asked in; refused with
/// Invalid for anybody else ("relation"). A parent is shown what the child agreed to or the law
/// requires, and nothing as "their own": that is refused with Invalid (where: "ground"). That the
/// child agreed is recorded with who recorded it, when and in what words; without them it is
/// refused ("agreed_on", "agreed_words").
Result<store::SharedId> share(Gate& gate, const Asker& asker, domain::FileId file,
                              const NewShare& shared);
Status stop_sharing(Gate& gate, const Asker& asker, domain::FileId file, store::SharedId id);

/// What is shared with the asker now, as the child, the parent or the panel that they are. Those
/// who work with the child are shown all that is shared now with anybody.
Result<std::vector<store::SharedRow>> shared_with(Gate& gate, const Asker& asker,
                                                  domain::FileId file);

/// The child takes back what they agreed to: from now on it is shown to nobody else by it.
Status withdraw_agreement(Gate& gate, const Asker& asker, domain::FileId file, store::SharedId id);

/// What the child agreed to have shared, and with whom: empty where that cannot be told.
struct AgreedShare {
  store::SharedRow row;
  Sensitive<std::string> with{};
};

/// What somebody behind a link sees of the file that it leads to. NotFound for anybody else.
struct OwnPage {
  domain::FileId file;
  domain::Relation relation = domain::Relation::Themself;
  std::vector<store::SharedRow> shown{};
  std::vector<AgreedShare> agreed{};     ///< By the child, with others: they may take it back.
  std::vector<store::SentInRow> said{};  ///< Their own words so far, the latest first.
  std::vector<std::string> workers{};    ///< Who leads the work with the child, by name.
};
Result<OwnPage> open_own(Gate& gate, const platform::Keys& keys, const Asker& asker,
                         domain::FileId file);
Result<domain::FileId> file_of_link(store::Database& database, const Asker& asker);

/// Who has a link to a file, for those who work with the child.
struct LinksDesk {
  FileDesk desk;
  std::vector<store::LinkInList> links{};  ///< Those that still open it, the oldest first.
};
Result<LinksDesk> open_links(Gate& gate, const platform::Keys& keys, const Asker& asker,
                             domain::FileId file);

}  // namespace northlight::casework
