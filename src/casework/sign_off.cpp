#include "casework/sign_off.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::VersionState;
using store::AuditOperation;
using store::Grant;
using store::Session;
using store::Transaction;

constexpr std::size_t longest_reason = 10'000;

Status check_words(std::string_view words, const std::string& where) {
  if (trim(words).empty())
    return Error{ErrorCode::Invalid, "Say what you found and what you want to see.", where};
  if (words.size() > longest_reason)
    return Error{ErrorCode::Invalid, "Shorten this to 10000 characters or fewer.", where};
  return done();
}

Status check_asked(std::string_view words, const std::vector<Ask>& asks) {
  NL_CHECK(check_words(words, "words"));
  for (std::size_t i = 0; i < asks.size(); ++i) {
    const auto where = "asks." + std::to_string(i + 1);
    if (trim(asks[i].what).empty())
      return Error{ErrorCode::Invalid, "Say what should be done.", where};
    NL_CHECK(check_words(asks[i].what, where));
  }
  return done();
}

// The signed version that is signed off: the last one, signed by somebody else.
Result<store::Version> signed_version(Session& session, const Grant& grant,
                                      const store::Archive& archive, const store::RecordHead& head,
                                      std::int64_t version) {
  NL_TRY(form, store::form_of(archive, head.form, head.edition));
  if (form->countersigning == forms::Countersigning::Never)
    return Error{ErrorCode::Invalid, "This kind of record is not countersigned."};
  if (head.last_version != version)
    return Error{ErrorCode::Conflict,
                 "There is a later version of this record. Read that one first."};
  NL_TRY(found, store::version_of(session, grant, archive, head.id, version));
  if (found.head.state != VersionState::Signed)
    return Error{ErrorCode::Conflict, "Only a signed version can be countersigned or sent back."};
  if (found.head.recorded_by == grant.person())
    return Error{ErrorCode::Forbidden,
                 "You signed this yourself. Somebody else has to countersign it."};
  return std::move(found);
}

Status countersigns_others(Session& session, const Grant& grant, const store::RecordHead& head) {
  if (head.has_draft())
    return Error{ErrorCode::Conflict,
                 "Somebody wrote in this record after it was signed. It has to be signed again "
                 "before it can be countersigned."};
  NL_TRY(versions, store::versions_of(session, grant, head.id));
  NL_TRY(own, had_a_hand(session, grant, head.id, versions));
  if (own)
    return Error{ErrorCode::Forbidden,
                 "You wrote or signed part of this yourself. Somebody else has to countersign it."};
  return done();
}

Result<std::int64_t> sign_off(Gate& gate, const store::Archive& archive, const Asker& asker,
                              FileId file, RecordId record, std::int64_t version,
                              const store::NextVersion& as, const std::vector<Ask>& asks) {
  std::vector<IdBits> ids(asks.size());
  std::ranges::generate(ids, platform::random_id_bits);
  const auto called = [&](const std::string& form) {
    const bool agrees = as.state == VersionState::Countersigned;
    return accounts::act(agrees ? "record-countersigned" : "record-returned", {{"form", form}});
  };
  return gate.change(
      asker, Action::Countersign, file,
      {.operation = AuditOperation::Alteration, .record = record, .called = called({})},
      [&](Transaction& transaction, const Grant& grant, Trace& trace) -> Result<std::int64_t> {
        NL_TRY(head, store::record_head(transaction, grant, record));
        trace.called = called(head.form.text());
        NL_TRY(found, signed_version(transaction, grant, archive, head, version));
        if (as.state == VersionState::Countersigned)
          NL_CHECK(countersigns_others(transaction, grant, head));
        auto next = as;
        next.made_from = version;
        next.draft_seq = found.head.draft_seq;
        NL_TRY(n, store::add_version(transaction, grant, archive, record, next, found.answers));
        for (std::size_t i = 0; i < asks.size(); ++i)
          NL_CHECK(store::ask_action(transaction, grant, record,
                                     {.id = ids[i],
                                      .n = n,
                                      .about = asks[i].about,
                                      .what = Sensitive<std::string>(asks[i].what),
                                      .owner = asks[i].owner.value_or(found.head.recorded_by),
                                      .due_on = asks[i].due_on}));
        trace.version = n;
        return n;
      });
}

}  // namespace

Result<bool> had_a_hand(Session& session, const Grant& grant, RecordId record,
                        const std::vector<store::VersionHead>& versions) {
  if (versions.empty()) return false;
  std::int64_t from = 0;
  bool signed_it = false;
  for (const auto& version : versions) {
    if (version.state == VersionState::Countersigned) {
      from = version.draft_seq;
      signed_it = false;
    } else if (version.state == VersionState::Signed && version.recorded_by == grant.person()) {
      signed_it = true;
    }
  }
  if (signed_it) return true;
  return store::has_typed(session, grant, record, grant.person(), from, versions.back().draft_seq);
}

Result<std::int64_t> countersign_record(Gate& gate, const store::Archive& archive,
                                        const Asker& asker, FileId file, RecordId record,
                                        std::int64_t version, std::string_view words,
                                        const std::vector<Ask>& asks) {
  NL_CHECK(check_asked(words, asks));
  return sign_off(gate, archive, asker, file, record, version,
                  {.state = VersionState::Countersigned, .words = std::string(words)}, asks);
}

Result<std::int64_t> return_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                                   FileId file, RecordId record, std::int64_t version,
                                   std::string_view words, const std::vector<Ask>& asks) {
  NL_CHECK(check_asked(words, asks));
  if (asks.empty())
    return Error{ErrorCode::Invalid, "Name at least one thing that should be done.", "asks.1"};
  return sign_off(gate, archive, asker, file, record, version,
                  {.state = VersionState::Returned, .words = std::string(words)}, asks);
}

Status answer_ask(Gate& gate, const Asker& asker, FileId file, RecordId record,
                  const IdBits& action, std::string_view words) {
  if (trim(words).empty()) return Error{ErrorCode::Invalid, "Say what was done.", "words"};
  NL_CHECK(check_words(words, "words"));
  return gate.change(
      asker, Action::WriteRecord, file,
      {.operation = AuditOperation::Alteration,
       .record = record,
       .called = accounts::act("ask-answered")},
      [&](Transaction& transaction, const Grant& grant, Trace& trace) -> Status {
        NL_TRY(head, store::record_head(transaction, grant, record));
        NL_TRY(asked, store::asked_actions(transaction, grant, record));
        const auto one = std::ranges::find(asked, action, &store::AskedAction::id);
        if (one == asked.end())
          return Error{ErrorCode::NotFound, "This record was not asked for that."};
        if (head.last_version <= one->n)
          return Error{ErrorCode::Conflict,
                       "Save what you changed first: the answer names the version that holds it.",
                       "words"};
        trace.version = head.last_version;
        return store::answer_action(transaction, grant, record, action, head.last_version, words);
      });
}

}  // namespace northlight::casework
