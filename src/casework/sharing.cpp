#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "base/text.hpp"
#include "casework/links.hpp"
#include "platform/random.hpp"
#include "store/cases.hpp"
#include "store/people.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::Relation;
using store::AuditOperation;
using store::Grant;
using store::Transaction;

std::string_view recipient(Relation relation) {
  if (relation == Relation::Themself) return "the child";
  return relation == Relation::Parent ? "a parent or carer" : "a panel or partner";
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

/// Whoever it is for has a link or is asked in.
Status check_reader(Transaction& transaction, const Grant& grant, const NewShare& shared) {
  if (!shared.person) return done();
  NL_TRY(there, stands_so(transaction, grant.file(), *shared.person, shared.relation, grant.at()));
  if (!there)
    return invalid("They have no link and are not asked in any more: choose somebody of the list.",
                   "relation");
  return done();
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
                     NL_TRY(readers, readers_of(session, grant, keys));
                     return SharingDesk{std::move(desk),       std::move(shared),
                                        std::move(agreements), std::move(invitations),
                                        std::move(asked),      std::move(invitable),
                                        std::move(readers)};
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
  if ((shared.relation == Relation::Themself) == shared.person.has_value())
    return invalid(
        "Choose for which parent or carer, or for whom of those who are asked in, it is.",
        "relation");
  const auto id = platform::random_id<store::SharedId>();
  return gate.change(
      asker, Action::Disclose, file,
      {.operation = AuditOperation::Disclosure,
       .record = shared.record,
       .recipient = std::string(recipient(shared.relation)),
       .about = shared.person,
       .called = act("shared", {{"share", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<store::SharedId> {
        NL_CHECK(check_reader(transaction, grant, shared));
        store::SharedRow row{.id = id,
                             .record = shared.record,
                             .relation = shared.relation,
                             .person = shared.person,
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
                     std::vector<store::SharedRow> shown;
                     for (auto& row : rows) {
                       if (!is_shown_now(row, asker.at)) continue;
                       NL_TRY(theirs, is_for(session, grant, asker, how, row));
                       if (works_there || theirs) shown.push_back(std::move(row));
                     }
                     return shown;
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
                     std::vector<Reader> readers;
                     if (page.relation == Relation::Themself) {
                       NL_TRY(all, readers_of(session, grant, keys));
                       readers = std::move(all);
                     }
                     for (auto& row : rows) {
                       if (!is_shown_now(row, asker.at)) continue;
                       NL_TRY(theirs, is_for(session, grant, asker, how, row));
                       if (theirs) {
                         page.shown.push_back(std::move(row));
                       } else if (page.relation == Relation::Themself &&
                                  row.ground == store::SharingGround::AgreedByChild) {
                         auto with = reader_name(readers, row);
                         page.agreed.push_back({std::move(row), std::move(with)});
                       }
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

}  // namespace northlight::casework
