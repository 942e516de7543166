#include "casework/links.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/link_words.hpp"
#include "accounts/may.hpp"
#include "accounts/personal_link.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/cases.hpp"
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

std::string_view recipient(Relation relation) {
  if (relation == Relation::Themself) return "the child";
  return relation == Relation::Parent ? "a parent or carer" : "a panel or partner";
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

/// Links of the same person to the file: the child has one, and each parent or carer one. Says how
/// many ended.
Result<std::size_t> end_links_before(Transaction& transaction, const platform::Keys& keys,
                                     const Grant& grant, Relation relation,
                                     const std::string& whose) {
  NL_TRY(links, store::personal_links_of(transaction, grant, keys));
  std::size_t ended = 0;
  for (const auto& one : links) {
    if (one.relation != relation || !store::is_of(one, whose)) continue;
    NL_CHECK(end_it(transaction, grant, one.person));
    ++ended;
  }
  return ended;
}

Status check_agreed(const NewShare& shared, Date today) {
  if (!shared.agreed_on) return invalid("Enter the day on which the child agreed.", "agreed_on");
  if (*shared.agreed_on > today) return invalid("Enter a day that is not to come.", "agreed_on");
  const auto words = trim(shared.agreed_words);
  if (words.empty() || words.size() > 1'000)
    return invalid("Say how the child was asked and what they said, in 1,000 letters or fewer.",
                   "agreed_words");
  return done();
}

bool shown_now(const store::SharedRow& row, platform::Instant at) {
  return row.from <= at && (!row.until || *row.until > at);
}

/// Whether it is by a role that works with the child that they read what is shared: who was asked
/// in may be of a team of the service, too, and reads what is shared with the panel all the same.
bool reads_as_worker(const Gate& gate, const Asker& asker, const accounts::Standing& how) {
  for (std::size_t i = 0; i < std::min(asker.roles.size(), accounts::most_roles_held); ++i) {
    const auto by = accounts::reach(gate.policy(), asker, Action::ReadShared, how, i).may;
    if (by.meets({Relation::OwnCase, Relation::TeamCase, Relation::ServiceCase})) return true;
  }
  return false;
}

/// By name, each once.
Result<std::vector<std::string>> who_leads(store::Session& session, const Grant& grant) {
  NL_TRY(allocations, store::allocations_of(session, grant));
  std::vector<std::string> names;
  for (const auto& one : allocations) {
    if (!one.person || one.part != domain::WorkPart::Lead || !one.in_force(grant.at())) continue;
    NL_TRY(person, store::person(session, *one.person));
    if (person && std::ranges::find(names, person->name) == names.end())
      names.push_back(std::move(person->name));
  }
  return names;
}

/// A parent says what they think, too; what the child agreed to is the child's to take back.
Status may_take_back(store::Session& session, const Asker& asker, const Grant& grant) {
  NL_TRY(how, accounts::standing(session, asker, grant.file()));
  if (!how.has(Relation::Themself))
    return Error{ErrorCode::Forbidden, "Only the child can take back what they agreed to."};
  return done();
}

}  // namespace

Result<GivenLink> give_link(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file,
                            const NewLink& link) {
  const auto* const role = role_by_link(gate.policy(), link.relation);
  if (role == nullptr) return invalid("Choose the child or a parent.", "relation");
  NL_CHECK(check_last_day(gate.policy(), link.last_day, platform::day_in_london(asker.at)));
  const bool of_parent = link.relation == Relation::Parent;
  if (of_parent)
    NL_CHECK(domain::check_typed(link.whose, longest_name, "whose",
                                 "Enter the name of the parent or carer."));
  const std::string whose(of_parent ? trim(link.whose) : std::string_view());
  const auto person = platform::random_id<PersonId>();
  return gate.change(
      asker, Action::GiveLink, file,
      {.operation = AuditOperation::Permission, .called = act("link-given")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<GivenLink> {
        told.about = person;
        NL_CHECK(check_words_agreed(transaction, keys, grant, link));
        NL_TRY(before, end_links_before(transaction, keys, grant, link.relation, whose));
        told.called = act("link-given", {{"relation", std::string(code(link.relation))},
                                         {"last-day", iso(link.last_day)},
                                         {"ended", before == 0 ? "" : std::to_string(before)}});
        NL_CHECK(keep_link(transaction, grant, *role, link, person));
        NL_TRY(token, accounts::make_personal_link(transaction, grant, keys, person,
                                                   link.words_hash, whose));
        return GivenLink{person, std::move(token), before > 0};
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

Result<SharingDesk> open_sharing(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                 FileId file) {
  return gate.read(asker, Action::Disclose, file, {.called = act("sharing-opened")},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<SharingDesk> {
                     NL_TRY(desk, file_desk(gate, asker, session, grant, how));
                     NL_TRY(shared, store::shared_of(session, grant));
                     NL_TRY(agreements, store::agreements_of(session, grant));
                     NL_TRY(invitations, store::invitations_of(session, grant));
                     NL_TRY(asked, store::asked_of_invited(session, grant, keys));
                     NL_TRY(invitable, who_may_be_invited(session, gate.policy(), grant));
                     return SharingDesk{std::move(desk),       std::move(shared),
                                        std::move(agreements), std::move(invitations),
                                        std::move(asked),      std::move(invitable)};
                   });
}

Result<store::SharedId> share(Gate& gate, const Asker& asker, FileId file, const NewShare& shared) {
  const auto words = trim(shared.words);
  if (words.empty() || words.size() > 4'000)
    return invalid("Say what is shared, in 4,000 letters or fewer.", "words");
  if (shared.relation != Relation::Themself && shared.relation != Relation::Parent &&
      shared.relation != Relation::Invited)
    return invalid("Choose with whom it is shared.", "relation");
  if (shared.ground == store::SharingGround::Theirs && shared.relation != Relation::Themself)
    return invalid(
        "Only to the child is it their own. Choose that the child agreed, or that the "
        "law requires it.",
        "ground");
  if (shared.ground == store::SharingGround::AgreedByChild)
    NL_CHECK(check_agreed(shared, platform::day_in_london(asker.at)));
  const auto id = platform::random_id<store::SharedId>();
  return gate.change(
      asker, Action::Disclose, file,
      {.operation = AuditOperation::Disclosure,
       .record = shared.record,
       .recipient = std::string(recipient(shared.relation)),
       .called = act("shared", {{"share", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<store::SharedId> {
        store::SharedRow row{.id = id,
                             .record = shared.record,
                             .relation = shared.relation,
                             .ground = shared.ground,
                             .words = Sensitive(std::string(words)),
                             .from = grant.at()};
        NL_CHECK(store::share(transaction, grant, row));
        if (shared.ground == store::SharingGround::AgreedByChild)
          NL_CHECK(store::add_agreement(
              transaction, grant,
              {row.id, *shared.agreed_on, Sensitive(std::string(trim(shared.agreed_words))),
               grant.person()}));
        return row.id;
      });
}

Status stop_sharing(Gate& gate, const Asker& asker, FileId file, store::SharedId id) {
  return gate.change(asker, Action::Disclose, file,
                     {.operation = AuditOperation::Permission,
                      .called = act("sharing-stopped", {{"share", id.text()}})},
                     [&](Transaction& transaction, const Grant& grant, Trace&) {
                       return store::stop_sharing(transaction, grant, id);
                     });
}

Result<std::vector<store::SharedRow>> shared_with(Gate& gate, const Asker& asker, FileId file) {
  return gate.read(asker, Action::ReadShared, file, {},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<std::vector<store::SharedRow>> {
                     NL_TRY(rows, store::shared_of(session, grant));
                     const bool works_there =
                         grant.reason().has_value() || reads_as_worker(gate, asker, how);
                     std::erase_if(rows, [&](const store::SharedRow& row) {
                       if (!shown_now(row, asker.at)) return true;
                       if (works_there) return false;
                       return !how.has(row.relation) || (row.person && *row.person != asker.person);
                     });
                     return std::move(rows);
                   });
}

Status withdraw_agreement(Gate& gate, const Asker& asker, FileId file, store::SharedId id) {
  return gate.change(asker, Action::SayOwn, file,
                     {.operation = AuditOperation::Permission,
                      .called = act("agreement-withdrawn", {{"share", id.text()}})},
                     [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
                       NL_CHECK(may_take_back(transaction, asker, grant));
                       NL_CHECK(store::withdraw_agreement(transaction, grant, id));
                       return store::stop_sharing(transaction, grant, id);
                     });
}

Result<OwnPage> open_own(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file) {
  return gate.read(asker, Action::ReadShared, file, {.called = act("own-page-opened")},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<OwnPage> {
                     OwnPage page{.file = file,
                                  .relation = how.has(Relation::Themself) ? Relation::Themself
                                                                          : Relation::Parent};
                     NL_TRY(rows, store::shared_of(session, grant));
                     for (auto& row : rows) {
                       if (!shown_now(row, asker.at)) continue;
                       const bool theirs = row.relation == page.relation &&
                                           (!row.person || *row.person == asker.person);
                       if (theirs)
                         page.shown.push_back(std::move(row));
                       else if (page.relation == Relation::Themself &&
                                row.ground == store::SharingGround::AgreedByChild)
                         page.agreed.push_back(std::move(row));
                     }
                     NL_TRY(said, page.relation == Relation::Themself
                                      ? store::sent_in_of_kind(session, grant, keys,
                                                               domain::SentInKind::ChildWords)
                                      : store::sent_in_by_them(session, grant, keys));
                     page.said = std::move(said);
                     NL_TRY(workers, who_leads(session, grant));
                     page.workers = std::move(workers);
                     return page;
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
