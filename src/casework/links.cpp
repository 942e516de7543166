#include "casework/links.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/link_words.hpp"
#include "accounts/personal_link.hpp"
#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/files.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::PersonId;
using domain::Relation;
using store::AuditOperation;
using store::Grant;
using store::Transaction;

constexpr std::size_t longest_name = 100;

/// The role of the policy by which somebody of that relation comes in.
const accounts::Role* role_by_link(const accounts::Policy& policy, Relation relation) {
  const auto found = std::ranges::find_if(policy.roles(), [&](const accounts::Role& role) {
    return role.by_link && role.on(Action::FindFile, false).may.has(relation);
  });
  return found == policy.roles().end() ? nullptr : &*found;
}

Status keep_link(Transaction& transaction, const Grant& grant, const accounts::Role& role,
                 const NewLink& link, PersonId person) {
  NL_TRY(service, store::service_of(transaction, grant));
  const auto today = platform::day_in_london(grant.at());
  NL_CHECK(store::add_person(transaction,
                             {.id = person,
                              .kind = store::PersonKind::Link,
                              .name = role.title,
                              .joined_on = today,
                              .left_on = link.last_day},
                             grant.at()));
  NL_CHECK(store::give_role(transaction,
                            {.id = platform::random_id<store::RoleHeldId>(),
                             .person = person,
                             .role = role.code,
                             .organisation = service,
                             .from = today,
                             .until = link.last_day},
                            grant.person(), grant.at()));
  return store::give_sight(transaction, {.holder = store::Holder::of(person),
                                         .organisation = service,
                                         .file = grant.file(),
                                         .relation = link.relation,
                                         .from = grant.at(),
                                         .cause = store::SightCause::Link,
                                         .cause_id = person.text()});
}

Status end_it(Transaction& transaction, const Grant& grant, PersonId person) {
  NL_CHECK(accounts::end_personal_link(transaction, person, grant.at()));
  return store::end_sight(transaction, store::SightCause::Link, person.text(), grant.at());
}

Status check_last_day(const accounts::Policy& policy, Date last_day, Date today) {
  if (last_day < today) return invalid("Enter a last day that has not passed.", "last_day");
  const auto latest = add_days(today, policy.link_days());
  if (last_day > latest)
    return invalid("A link lasts " + std::to_string(policy.link_days()) + " days at most: enter " +
                       northlight::words(latest) +
                       " or a day before it, and give another one if they still need it then.",
                   "last_day");
  return done();
}

/// Whoever knows the child would try names first.
Status check_words_agreed(Transaction& transaction, const platform::Keys& keys, const Grant& grant,
                          const NewLink& link) {
  NL_TRY(names, store::names_behind_links(transaction, keys, grant.file()));
  names.push_back(link.whose);
  if (accounts::has_name_in_it(link.words, names))
    return invalid(
        "Agree on words without a name in them: not the child’s, not a parent’s and not the "
        "service’s. Others would try those first.",
        "agreed");
  return done();
}

/// Links of the same person to the file: the child has one, and each parent or carer one. Says
/// whose ended.
Result<std::vector<PersonId>> end_links_before(Transaction& transaction, const platform::Keys& keys,
                                               const Grant& grant, Relation relation,
                                               const std::string& whose) {
  NL_TRY(links, store::personal_links_of(transaction, grant, keys));
  std::vector<PersonId> ended;
  for (const auto& one : links) {
    if (one.relation != relation || !store::is_of(one, whose)) continue;
    NL_CHECK(end_it(transaction, grant, one.person));
    ended.push_back(one.person);
  }
  return ended;
}

}  // namespace

Result<GivenLink> give_link(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file,
                            const NewLink& link) {
  const auto* const role = role_by_link(gate.policy(), link.relation);
  if (role == nullptr) return invalid("Choose the child or a parent.", "relation");
  NL_CHECK(check_last_day(gate.policy(), link.last_day, platform::day_in_london(asker.at)));
  const bool of_parent = link.relation == Relation::Parent;
  if (of_parent) {
    NL_CHECK(domain::check_typed(link.whose, longest_name, "whose",
                                 "Enter the name of the parent or carer."));
    NL_CHECK(check_no_hidden_marks(trim(link.whose), "name", "whose"));
  }
  const std::string whose(of_parent ? trim(link.whose) : std::string_view());
  const auto person = platform::random_id<PersonId>();
  return gate.change(
      asker, Action::GiveLink, file,
      {.operation = AuditOperation::Permission, .called = act("link-given")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<GivenLink> {
        told.about = person;
        NL_CHECK(check_words_agreed(transaction, keys, grant, link));
        NL_TRY(before, end_links_before(transaction, keys, grant, link.relation, whose));
        told.called =
            act("link-given", {{"relation", std::string(code(link.relation))},
                               {"last-day", iso(link.last_day)},
                               {"ended", before.empty() ? "" : std::to_string(before.size())}});
        NL_CHECK(keep_link(transaction, grant, *role, link, person));
        for (const auto one : before)
          NL_CHECK(store::hand_on_shares(transaction, grant, one, person));
        NL_TRY(token, accounts::make_personal_link(transaction, grant, keys, person,
                                                   link.words_hash, whose));
        return GivenLink{person, std::move(token), !before.empty()};
      });
}

Status end_link(Gate& gate, const Asker& asker, FileId file, PersonId person) {
  return gate.change(
      asker, Action::GiveLink, file,
      {.operation = AuditOperation::Permission, .about = person, .called = act("link-ended")},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(sights, store::sight_of_file(transaction, file, grant.at()));
        if (std::ranges::none_of(sights, [&](const store::Sight& each) {
              return each.holder == store::Holder::of(person) &&
                     (each.relation == Relation::Themself || each.relation == Relation::Parent);
            }))
          return Error{ErrorCode::NotFound, "There is no such link to this file."};
        return end_it(transaction, grant, person);
      });
}

Result<FileId> file_of_link(store::Database& database, const Asker& asker) {
  NL_TRY(link, database.read([&](store::Session& session) {
    return store::personal_link_of(session, asker.person);
  }));
  if (!link) return Error{ErrorCode::NotFound, "There is no such page."};
  return link->file;
}

Result<LinksDesk> open_links(Gate& gate, const platform::Keys& keys, const Asker& asker,
                             FileId file) {
  return gate.read(asker, Action::GiveLink, file, {.called = act("links-opened")},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<LinksDesk> {
                     NL_TRY(desk, file_desk(gate, asker, session, grant, how));
                     NL_TRY(links, store::personal_links_of(session, grant, keys));
                     return LinksDesk{std::move(desk), std::move(links)};
                   });
}

}  // namespace northlight::casework
