#include "casework/sent_in.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "base/text.hpp"
#include "casework/file_desk.hpp"
#include "casework/uploads.hpp"
#include "platform/random.hpp"
#include "store/cases.hpp"
#include "store/checksum.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::SentInKind;
using store::AuditOperation;
using store::Grant;
using store::Session;
using store::Transaction;

/// Something that they may send, and in which of their roles.
struct SendsAs {
  SentInKind kind = SentInKind::Note;
  std::size_t role = 0;
};

/// Each of their roles is asked by itself, for the decision names the first that may alone.
std::vector<std::size_t> roles_that_may(const accounts::Policy& policy, const Asker& asker,
                                        Action action, const accounts::Standing& how) {
  std::vector<std::size_t> roles;
  for (std::size_t i = 0; i < std::min(asker.roles.size(), accounts::most_roles_held); ++i) {
    auto alone = how;
    alone.relations = {};
    alone.relations.at(i) = how.relations.at(i);
    std::erase_if(alone.lent, [&](const auto& lent) { return lent.to != i; });
    if (std::holds_alternative<accounts::Allowed>(may(policy, asker, action, alone)))
      roles.push_back(i);
  }
  return roles;
}

std::vector<SendsAs> sends_as(const accounts::Policy& policy, const Asker& asker,
                              const accounts::Standing& how) {
  std::vector<SendsAs> all;
  for (const auto role : roles_that_may(policy, asker, Action::Contribute, how))
    if (const auto* const held = policy.find(asker.roles[role].role))
      for (const auto kind : held->sends_in)
        if (std::ranges::find(all, kind, &SendsAs::kind) == all.end()) all.push_back({kind, role});
  return all;
}

Result<SendsAs> chosen(const std::vector<SendsAs>& all, std::optional<SentInKind> kind) {
  if (!kind && all.size() == 1) return all.front();
  const auto found = kind ? std::ranges::find(all, *kind, &SendsAs::kind) : all.end();
  if (found == all.end()) return invalid("Choose what it is", "kind");
  return *found;
}

/// As browsers send lines, and as they are kept.
std::string plain_lines(std::string_view typed) {
  return replace_all(std::string(trim(typed)), "\r\n", "\n");
}

/// What is said to somebody who is at work, and to a child or a parent.
struct Messages {
  std::string_view empty;
  std::string_view too_many;
};
constexpr Messages at_work{
    "Write what you want to send in",
    "You have sent 20 things into this file today, which is as much as one person can in a day. "
    "What you wrote is still here and was not sent: send it tomorrow, or tell whoever works with "
    "the child."};
constexpr Messages by_link{
    "Write something first",
    "You have written 20 times today, and this page takes no more in a day. Your words are still "
    "here, but they were not sent. Send them tomorrow, or tell your worker."};

/// How many more the person of the grant may send today.
Status check_day(Session& session, const Grant& grant, const Messages& messages) {
  const auto today = platform::start_of_day_in_london(platform::day_in_london(grant.at()));
  NL_TRY(count, store::count_sent_in(session, grant, today));
  if (count < domain::most_sent_in_a_day) return done();
  return Error{ErrorCode::Conflict, std::string(messages.too_many), "words"};
}

/// The same sent twice is kept once, and does not count against the day.
Status keep(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
            const store::UploadFolder* uploads, const store::NewSentIn& made,
            const std::optional<TypedDocument>& document, const Messages& messages, Trace& told) {
  NL_TRY(again, store::was_sent_in(transaction, grant, keys, made));
  if (again) {
    told.operation = AuditOperation::Consultation;
    return done();
  }
  NL_CHECK(check_day(transaction, grant, messages));
  if (document && uploads != nullptr) {
    NL_TRY(kind, check_upload(document->content));
    NL_TRY(hash, store::keep_upload(transaction, grant, *uploads, kind, document->content));
    static_cast<void>(hash);
  }
  NL_TRY(added, store::add_sent_in(transaction, grant, keys, made));
  if (!added) told.operation = AuditOperation::Consultation;
  return done();
}

store::NewSentIn made_of(const Asker& asker, const SendsAs& as, const ToSend& sent) {
  const auto& held = asker.roles[as.role];
  store::NewSentIn made{.id = platform::random_id<store::SentInId>(),
                        .kind = as.kind,
                        .role = held.role,
                        .organisation = held.organisation,
                        .words = Sensitive(plain_lines(sent.words)),
                        .once = sent.once};
  if (sent.document)
    made.document = store::SentInDocument{store::checksum_of(sent.document->content),
                                          Sensitive(plain_name(sent.document->name))};
  return made;
}

Status check_words(const ToSend& sent, const Messages& messages) {
  return domain::check_typed(plain_lines(sent.words), domain::longest_sent_in, "words",
                             messages.empty);
}

Status check_document(const std::optional<TypedDocument>& document) {
  if (!document) return done();
  const auto kind = check_upload(document->content);
  return kind ? done() : Status(invalid(kind.error().message, "document"));
}

Result<std::vector<AskedIn>> asked_of(Session& session, const Grant& grant,
                                      const platform::Keys& keys, const Asker& asker) {
  NL_TRY(invitations, store::invitations_of(session, grant));
  NL_TRY(words, store::asked_of_invited(session, grant, keys));
  std::vector<AskedIn> asked;
  for (const auto& one : invitations) {
    if (one.person != asker.person || one.from > asker.at || (one.until && *one.until <= asker.at))
      continue;
    const auto found = words.find(one.id);
    asked.push_back({found == words.end() ? Sensitive<std::string>() : found->second, one.until});
  }
  return asked;
}

}  // namespace

Status send_in(Gate& gate, const platform::Keys& keys, const store::UploadFolder& uploads,
               const Asker& asker, FileId file, const ToSend& sent) {
  return gate.change(
      asker, Action::Contribute, file,
      {.operation = AuditOperation::Collection, .called = accounts::act("sent-in")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
        NL_CHECK(store::child(transaction, grant));  // A victim's own file has no such page.
        NL_TRY(how, accounts::standing(transaction, asker, file));
        NL_TRY(as, chosen(sends_as(gate.policy(), asker, how), sent.kind));
        told.called = accounts::act("sent-in", {{"sent", std::string(code(as.kind))}});
        NL_CHECK(check_words(sent, at_work));
        NL_CHECK(check_document(sent.document));
        return keep(transaction, grant, keys, &uploads, made_of(asker, as, sent), sent.document,
                    at_work, told);
      });
}

Status say_own(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file,
               const ToSend& said) {
  return gate.change(
      asker, Action::SayOwn, file,
      {.operation = AuditOperation::Collection, .called = accounts::act("own-words-sent")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
        NL_CHECK(check_words(said, by_link));
        NL_TRY(how, accounts::standing(transaction, asker, file));
        const auto roles = roles_that_may(gate.policy(), asker, Action::SayOwn, how);
        if (roles.empty())
          return Error{ErrorCode::Forbidden, "Only the child and a parent say what they think."};
        const SendsAs as{
            how.has(domain::Relation::Themself) ? SentInKind::ChildWords : SentInKind::ParentWords,
            roles.front()};
        const ToSend words{.words = said.words, .once = said.once};
        return keep(transaction, grant, keys, nullptr, made_of(asker, as, words), {}, by_link,
                    told);
      });
}

Result<SendingDesk> open_sending(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                 FileId file) {
  return gate.read(asker, Action::Contribute, file, {.called = accounts::act("sending-opened")},
                   [&](Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<SendingDesk> {
                     NL_TRY(child, store::child(session, grant));
                     SendingDesk desk{.file = file, .child = std::move(child), .kinds = {}};
                     for (const auto& one : sends_as(gate.policy(), asker, how))
                       desk.kinds.push_back(one.kind);
                     NL_TRY(asked, asked_of(session, grant, keys, asker));
                     desk.asked = std::move(asked);
                     NL_TRY(sent, store::sent_in_by_them(session, grant, keys));
                     desk.sent = std::move(sent);
                     NL_TRY(cases, store::cases_of(session, grant));
                     desk.has_open_case =
                         std::ranges::any_of(cases, [](const auto& one) { return !one.closed_on; });
                     desk.may = may_do(gate, asker, how);
                     return desk;
                   });
}

Result<SentInPage> open_sent_in(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                FileId file) {
  return gate.read(asker, Action::ReadFile, file, {.called = accounts::act("sent-in-opened")},
                   [&](Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<SentInPage> {
                     NL_CHECK(store::child(session, grant));
                     NL_TRY(opened, case_file(gate, asker, session, grant, how));
                     NL_TRY(all, store::sent_in(session, grant, keys));
                     return SentInPage{std::move(opened), std::move(all)};
                   });
}

Status mark_sent_in_read(Gate& gate, const Asker& asker, FileId file,
                         const std::vector<store::SentInId>& read) {
  return gate.change(asker, Action::WriteRecord, file, {.called = accounts::act("read-sent-in")},
                     [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
                       for (const auto& id : read)
                         NL_CHECK(store::note_sent_in_read(transaction, grant, id));
                       return done();
                     });
}

}  // namespace northlight::casework
