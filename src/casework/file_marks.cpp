#include "casework/file_marks.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "casework/file_desk.hpp"
#include "store/cases.hpp"
#include "store/files.hpp"
#include "store/marks.hpp"
#include "store/people.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Asker;
using accounts::Gate;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::Mark;
using domain::PersonId;
using store::Grant;
using store::Transaction;

Trace of_permission(std::string called, std::optional<PersonId> about = {}) {
  return {
      .operation = store::AuditOperation::Permission, .about = about, .called = std::move(called)};
}

Result<std::string> checked_words(std::string_view typed, std::string where) {
  const auto words = trim(typed);
  if (words.empty()) return Error{ErrorCode::Invalid, "Say why.", std::move(where)};
  if (words.size() > 1'000)
    return Error{ErrorCode::Invalid, "Say why in 1,000 letters or fewer.", std::move(where)};
  return std::string(words);
}

/// Whoever is named sees the file by it: somebody who works with the child, or manages that work.
Result<Nameable> nameable(const Gate& gate, Transaction& transaction, const Grant& grant,
                          PersonId person) {
  NL_TRY(found, if_named(gate, transaction, grant, person));
  if (!found)
    return Error{ErrorCode::Invalid,
                 "Choose somebody who works with the child or manages that work. Whoever has no "
                 "such role does not see the file, named or not.",
                 "named"};
  return *found;
}

/// A file that nobody could open again to others would be lost to its child.
Error nobody_may_lift() {
  return {ErrorCode::Conflict,
          "Nobody of those who are named could lift the restriction or name others. Name somebody "
          "who can, such as a manager.",
          "named"};
}

Error still_theirs(const store::AllocationRow& own, platform::Instant now) {
  const auto begins = own.from <= now
                          ? std::string("It is their case. ")
                          : "It becomes their case on " +
                                northlight::words(platform::day_in_london(own.from)) + ". ";
  return {ErrorCode::Conflict,
          begins + "Allocate it to somebody else first, so that nobody loses sight of the child.",
          "person"};
}

}  // namespace

Status restrict_file(Gate& gate, const Asker& asker, FileId file, std::string_view reason,
                     const std::vector<PersonId>& named) {
  NL_TRY(why, checked_words(reason, "reason"));
  if (named.empty())
    return Error{ErrorCode::Invalid, "Name at least one person who goes on seeing the file.",
                 "named"};
  return gate.change(asker, Action::MarkFile, file,
                     of_permission(act("file-restricted", {{"named", accounts::ids_of(named)}})),
                     [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
                       told.justification = why;
                       NL_CHECK(store::put_mark(transaction, grant, Mark::Restricted, why));
                       bool may_lift = false;
                       for (const auto& person : named) {
                         NL_TRY(one, nameable(gate, transaction, grant, person));
                         may_lift = may_lift || one.may_lift;
                         NL_CHECK(store::name_on_file(transaction, grant, person));
                       }
                       if (!may_lift) return nobody_may_lift();
                       return done();
                     });
}

Status lift_restriction(Gate& gate, const Asker& asker, FileId file) {
  return gate.change(asker, Action::MarkFile, file, of_permission(act("restriction-lifted")),
                     [&](Transaction& transaction, const Grant& grant, Trace&) {
                       return store::lift_mark(transaction, grant, Mark::Restricted);
                     });
}

Status name_on_file(Gate& gate, const Asker& asker, FileId file, PersonId person) {
  return gate.change(asker, Action::MarkFile, file, of_permission(act("person-named"), person),
                     [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
                       NL_CHECK(nameable(gate, transaction, grant, person));
                       return store::name_on_file(transaction, grant, person);
                     });
}

Status unname_on_file(Gate& gate, const Asker& asker, FileId file, PersonId person) {
  return gate.change(
      asker, Action::MarkFile, file, of_permission(act("person-unnamed"), person),
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(named, store::named_on(transaction, grant));
        if (std::ranges::find(named, person) == named.end())
          return Error{ErrorCode::NotFound, "They are not named on this file.", "named"};
        if (named.size() == 1)
          return Error{ErrorCode::Conflict,
                       "Nobody else is named on this file. Name somebody else first, or lift the "
                       "restriction.",
                       "named"};
        bool may_lift = false;
        for (const auto& each : named) {
          if (each == person) continue;
          NL_TRY(one, if_named(gate, transaction, grant, each));
          may_lift = may_lift || (one && one->may_lift);
        }
        if (!may_lift) return nobody_may_lift();
        return store::unname_on_file(transaction, grant, person);
      });
}

Status declare_conflict(Gate& gate, const Asker& asker, FileId file, PersonId person,
                        std::string_view typed) {
  NL_TRY(words, checked_words(typed, "words"));
  return gate.change(asker, Action::MarkFile, file, of_permission(act("conflict-declared"), person),
                     [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
                       told.justification = words;
                       NL_TRY(someone, store::person(transaction, person));
                       if (!someone) return Error{ErrorCode::Invalid, "Choose a person.", "person"};
                       NL_TRY(conflicts, store::conflicts_on(transaction, grant));
                       for (const auto& each : conflicts)
                         if (each.person == person && !each.until)
                           return Error{ErrorCode::Conflict, "It is declared already.", "person"};
                       NL_TRY(theirs, store::allocations_to(transaction, person, grant.at()));
                       const auto own =
                           std::ranges::find(theirs, file, &store::AllocationRow::file);
                       if (own != theirs.end()) return still_theirs(*own, grant.at());
                       return store::declare_conflict(transaction, grant, person, words);
                     });
}

Status lift_conflict(Gate& gate, const Asker& asker, FileId file, PersonId person) {
  return gate.change(asker, Action::MarkFile, file, of_permission(act("conflict-lifted"), person),
                     [&](Transaction& transaction, const Grant& grant, Trace&) {
                       return store::lift_conflict(transaction, grant, person);
                     });
}

Status hold_file(Gate& gate, const Asker& asker, FileId file, std::string_view reason) {
  return gate.change(asker, Action::MarkFile, file, of_permission(act("file-held")),
                     [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
                       NL_TRY(why, checked_words(reason, "reason"));
                       told.justification = why;
                       return store::put_mark(transaction, grant, Mark::LegalHold, why);
                     });
}

Status release_hold(Gate& gate, const Asker& asker, FileId file, std::string_view reason) {
  return gate.change(asker, Action::MarkFile, file, of_permission(act("hold-released")),
                     [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
                       NL_TRY(why, checked_words(reason, "reason"));
                       told.justification = why;
                       return store::lift_mark(transaction, grant, Mark::LegalHold);
                     });
}

}  // namespace northlight::casework
