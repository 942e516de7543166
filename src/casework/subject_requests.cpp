#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "casework/subject_access.hpp"
#include "platform/random.hpp"

namespace northlight::casework {
namespace {

/// A request that lay unread for longer is a slip of the year.
constexpr int longest_overlooked = 366;
/// The same, written down again by the same person so soon, is the same request.
constexpr auto pressed_twice = std::chrono::minutes(2);

using accounts::Trace;
using domain::Action;
using store::AuditOperation;
using store::Grant;
using store::Session;
using store::Transaction;

constexpr std::size_t longest_plain_words = 2'000;

/// Words that must be said, without white space around them.
Result<Sensitive<std::string>> said(std::string_view words, std::string_view ask,
                                    std::string where) {
  const auto plain = trim(words);
  if (plain.empty()) return invalid(std::string(ask), std::move(where));
  if (plain.size() > longest_plain_words)
    return invalid("Write 2,000 characters or fewer", std::move(where));
  return Sensitive<std::string>(std::string(plain));
}

/// The relations in which any of the asker's roles prepares or gives answers, of victims' files or
/// of children's.
accounts::Relations answers_in(const accounts::Policy& policy, const Asker& asker, bool victims) {
  accounts::Relations found;
  for (const auto& held : asker.roles) {
    const auto* const role = policy.find(held.role);
    if (role == nullptr) continue;
    for (const auto action : {Action::PrepareSubjectAccess, Action::ReleaseSubjectAccess})
      found = found.either(role->on(action, victims).any());
  }
  return found;
}

using Listed = std::vector<store::ListedSubjectRequest>;

Result<Listed> list_of(Gate& gate, const Asker& asker, const accounts::Relations& whose,
                       bool victims, std::size_t most) {
  return gate.list(
      asker, whose,
      [&](Session& session, const store::ListGrant& grant) {
        return store::subject_requests(session, grant, victims, most);
      },
      [](const Listed& rows) {
        std::vector<accounts::Shown> shown;
        for (const auto& row : rows)
          if (std::ranges::find(shown, row.file, &accounts::Shown::file) == shown.end())
            shown.push_back({row.file, row.service});
        return shown;
      });
}

Status check_received(Date on, Date today) {
  if (on > today) return invalid("Enter a day that has come", "received_on");
  if (add_days(on, longest_overlooked) < today)
    return invalid("That is more than a year ago. Look at the year that you entered",
                   "received_on");
  return done();
}

/// Changes what is kept of an open request.
template <typename Change>
Status change(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
              SubjectRequestId id, Action action, std::string_view called, Change change_it) {
  return gate.change(
      asker, action, file,
      {.operation = AuditOperation::Alteration,
       .called = accounts::act(called, {{"request", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(request, store::subject_request(transaction, grant, desk.archive, id));
        NL_CHECK(change_it(request, grant));
        return store::change_subject_request(transaction, grant, desk.archive, request);
      });
}

}  // namespace

Result<Listed> list_subject_requests(Gate& gate, const Asker& asker, std::size_t most) {
  const auto of_children = answers_in(gate.policy(), asker, false);
  const auto of_victims = answers_in(gate.policy(), asker, true);
  Listed all;
  // Whoever answers nowhere has asked all the same: one list of nothing is a line of the trail.
  if (!of_children.empty() || of_victims.empty()) {
    NL_TRY(rows, list_of(gate, asker, of_children, false, most));
    all = std::move(rows);
  }
  if (!of_victims.empty()) {
    NL_TRY(rows, list_of(gate, asker, of_victims, true, most));
    all.insert(all.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  }
  std::ranges::sort(all, store::comes_before);
  return all;
}

Result<store::WhoseFile> subject_of(Gate& gate, const Asker& asker, FileId file) {
  return gate.read(
      asker, Action::PrepareSubjectAccess, file, {},
      [](Session& session, const Grant& grant) { return store::whose_file(session, grant); });
}

Result<SubjectRequestId> begin_subject_request(Gate& gate, const AccessDesk& desk,
                                               const Asker& asker, FileId file,
                                               const NewSubjectRequest& request) {
  NL_CHECK(check_received(request.received_on, platform::day_in_london(asker.at)));
  const auto id = platform::random_id<SubjectRequestId>();
  return gate.change(
      asker, Action::PrepareSubjectAccess, file,
      {.operation = AuditOperation::Collection,
       .called = accounts::act("access-asked", {{"request", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<SubjectRequestId> {
        NL_TRY(others, store::subject_requests_of(transaction, grant, desk.archive));
        const auto twice = std::ranges::find_if(others, [&](const store::SubjectRequest& one) {
          return one.open() && one.recorded_by == grant.person() &&
                 one.asked_by == request.asked_by && one.received_on == request.received_on &&
                 grant.at() - one.recorded_at < pressed_twice;
        });
        if (twice != others.end()) {
          told.called = accounts::act("access-asked", {{"request", twice->id.text()}});
          return twice->id;
        }
        NL_CHECK(store::add_subject_request(
            transaction, grant, desk.archive,
            {.id = id,
             .file = file,
             .asked_by = request.asked_by,
             .received_on = request.received_on,
             .recorded_by = grant.person(),
             .due_on = domain::answer_due(desk.policy, request.received_on, false)}));
        return id;
      });
}

Status correct_request(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                       SubjectRequestId id, const NewSubjectRequest& right) {
  NL_CHECK(check_received(right.received_on, platform::day_in_london(asker.at)));
  return gate.change(
      asker, Action::PrepareSubjectAccess, file,
      {.operation = AuditOperation::Alteration,
       .called = accounts::act("access-corrected", {{"request", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
        NL_TRY(request, store::subject_request(transaction, grant, desk.archive, id));
        const bool other = request.asked_by != right.asked_by;
        const bool other_day = request.received_on != right.received_on;
        if (!other && !other_day)
          return invalid("That is what stands there already. Correct the day or who asks",
                         "received_on");
        told.called = accounts::act(
            "access-corrected",
            {{"request", id.text()},
             {"asked-before", other ? std::string(domain::code(request.asked_by)) : ""},
             {"received-before", other_day ? iso(request.received_on) : ""}});
        if (other) {
          request.identity_on.reset();
          request.identity_words.reset();
          request.basis.reset();
          request.basis_words.reset();
        }
        request.asked_by = right.asked_by;
        request.received_on = right.received_on;
        request.due_on =
            domain::answer_due(desk.policy, right.received_on, request.extended.has_value());
        return store::correct_subject_request(transaction, grant, desk.archive, request);
      });
}

Status note_identity(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                     SubjectRequestId id, Date on, std::string_view words) {
  if (on > platform::day_in_london(asker.at))
    return invalid("Enter a day that has come", "identity_on");
  NL_TRY(how, said(words, "Say how you made sure who they are", "identity_words"));
  return change(gate, desk, asker, file, id, Action::PrepareSubjectAccess, "identity-noted",
                [&](store::SubjectRequest& request, const Grant&) -> Status {
                  request.identity_on = on;
                  request.identity_words = how;
                  return done();
                });
}

Status note_basis(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                  SubjectRequestId id, domain::AnswerBasis basis, std::string_view words) {
  NL_TRY(why,
         said(words, "Say when and how it was agreed, or which law requires it", "basis_words"));
  return change(gate, desk, asker, file, id, Action::PrepareSubjectAccess, "ground-noted",
                [&](store::SubjectRequest& request, const Grant&) -> Status {
                  if (request.asked_by == domain::Requester::Child)
                    return invalid("What is their own needs no ground", "basis");
                  request.basis = basis;
                  request.basis_words = why;
                  return done();
                });
}

Status extend_request(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                      SubjectRequestId id, std::string_view why) {
  NL_TRY(reason,
         said(why, "Say why it takes longer. You must tell whoever asked as well", "extended"));
  return change(gate, desk, asker, file, id, Action::PrepareSubjectAccess, "access-extended",
                [&](store::SubjectRequest& request, const Grant& grant) -> Status {
                  if (request.extended)
                    return Error{ErrorCode::Conflict, "The longer time was taken already."};
                  if (platform::day_in_london(grant.at()) > request.due_on)
                    return invalid("The day it was due has passed: it cannot be moved now",
                                   "extended");
                  request.extended = reason;
                  request.due_on = domain::answer_due(desk.policy, request.received_on, true);
                  return done();
                });
}

Status close_request(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                     SubjectRequestId id, std::optional<domain::RequestEnd> how,
                     std::string_view words) {
  return change(gate, desk, asker, file, id, Action::ReleaseSubjectAccess, "access-ended",
                [&](store::SubjectRequest& request, const Grant& grant) -> Status {
                  if (!how || *how == domain::RequestEnd::Released)
                    return invalid("Choose whether it was withdrawn or is refused", "closed_how");
                  NL_TRY(why, said(words, "Say why it ends without an answer", "closed_words"));
                  request.closed_at = grant.at();
                  request.closed_by = grant.person();
                  request.closed_how = how;
                  request.closed_words = why;
                  return done();
                });
}

}  // namespace northlight::casework
