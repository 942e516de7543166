#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"
#include "store/shared.hpp"

namespace northlight::store {

/// The link of a child or a parent to one file. What opens it is known here by its hash alone.
struct PersonalLink {
  domain::PersonId person;
  domain::FileId file;
  platform::Instant set_up_by{};
  bool is_set_up = false;  ///< They chose words of their own: the agreed ones work no more.
};

/// `whose`: which parent or carer, as those who work with the child call them; empty for the child.
Status add_personal_link(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                         std::string_view token_hash, const PersonalLink& link,
                         std::string_view whose);
Result<std::optional<PersonalLink>> find_personal_link(Session& session,
                                                       std::string_view token_hash);
/// Of whom it is; nothing for who comes by no link.
Result<std::optional<PersonalLink>> personal_link_of(Session& session, domain::PersonId person);
/// Says whether this was the first time.
Result<bool> set_up_personal_link(Transaction& transaction, domain::PersonId person,
                                  platform::Instant at);
Status forget_personal_link(Transaction& transaction, domain::PersonId person);

/// What others would try first as the words of a link to that file: the child's names, words of the
/// service's (of five letters or more), and those of parents and carers who have a link: of that
/// link's owner alone, where whoever is told must not learn who else has one.
Result<std::vector<std::string>> names_behind_links(Session& session, const platform::Keys& keys,
                                                    domain::FileId file,
                                                    std::optional<domain::PersonId> of_link = {});

/// A link of the file, for those who work with it.
struct LinkInList {
  domain::PersonId person;
  domain::Relation relation = domain::Relation::Themself;
  bool is_set_up = false;
  std::optional<Date> last_day{};
  Sensitive<std::string> whose{};  ///< Empty for the child, and where it was not asked for.
};
/// Whether that link is the child's, or of a parent or carer of that name, however it is written.
/// Never of a parent whose name is not known.
bool is_of(const LinkInList& link, std::string_view whose);
Result<std::vector<LinkInList>> personal_links_of(Session& session, const Grant& grant,
                                                  const platform::Keys& keys);

/// A personal link that was given to somebody, whether or not it still opens the file.
struct LinkGiven {
  domain::PersonId person;
  domain::Relation relation = domain::Relation::Themself;
  platform::Instant from{};
  std::optional<platform::Instant> until{};  ///< When it was taken back or another took its place.
  std::optional<Date> last_day{};            ///< With which it ends at the latest.
  /// Of a parent or carer: empty where it was not asked for, and once the link was taken back.
  Sensitive<std::string> whose{};

  bool stood(platform::Instant at) const {
    return from <= at && (!until || *until > at) &&
           (!last_day || *last_day >= platform::day_in_london(at));
  }
};
/// All of the file, the first first.
Result<std::vector<LinkGiven>> links_given(Session& session, const Grant& grant,
                                           const platform::Keys& keys);

/// That the child agreed to something being shared.
struct Agreement {
  SharedId shared;
  Date agreed_on{};
  Sensitive<std::string> words;  ///< How they were asked, and what they said.
  domain::PersonId recorded_by;
  std::optional<platform::Instant> withdrawn_at{};
};
Status add_agreement(Transaction& transaction, const Grant& grant, const Agreement& agreement);
/// NotFound where none stands.
Status withdraw_agreement(Transaction& transaction, const Grant& grant, SharedId shared);
Result<std::vector<Agreement>> agreements_of(Session& session, const Grant& grant);

}  // namespace northlight::store
