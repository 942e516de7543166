#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/ids.hpp"
#include "domain/sent_in.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What people send into a child's file, and who read it. Nothing of it is ever changed.
namespace northlight::store {

using SentInId = Id<struct SentInTag>;

/// A document that came with it; its content is an upload of the file (store/uploads.hpp).
struct SentInDocument {
  std::string hash;
  Sensitive<std::string> name;
};

struct NewSentIn {
  SentInId id;
  domain::SentInKind kind = domain::SentInKind::Note;
  std::string role;                     ///< In which it is sent.
  domain::OrganisationId organisation;  ///< For which.
  Sensitive<std::string> words;
  std::optional<SentInDocument> document{};
  std::string once{};  ///< The form's own number: the same, sent twice with it, is once.
};
/// Whether the person of the grant sent just that already.
Result<bool> was_sent_in(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                         const NewSentIn& made);
/// Sealed with the file's key, by the person of the grant. False where that was sent already.
Result<bool> add_sent_in(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                         const NewSentIn& made);

struct ReadBy {
  domain::PersonId person;
  std::string name;
  platform::Instant at{};
};
struct SentInRow {
  SentInId id;
  domain::SentInKind kind = domain::SentInKind::Note;
  domain::PersonId sent_by;
  std::string name;  ///< Of who sent it; of who comes by a link, their role.
  std::string role;
  std::string organisation;
  platform::Instant at{};
  Sensitive<std::string> words;
  std::optional<SentInDocument> document{};
  std::optional<ReadBy> read{};  ///< Empty: nobody has said so yet.
};
/// All of the file of the grant, the latest first.
Result<std::vector<SentInRow>> sent_in(Session& session, const Grant& grant,
                                       const platform::Keys& keys);
/// Those of that kind alone, by anybody.
Result<std::vector<SentInRow>> sent_in_of_kind(Session& session, const Grant& grant,
                                               const platform::Keys& keys, domain::SentInKind kind);
/// Those that the person of the grant sent.
Result<std::vector<SentInRow>> sent_in_by_them(Session& session, const Grant& grant,
                                               const platform::Keys& keys);
/// How many the person of the grant sent since then.
Result<std::int64_t> count_sent_in(Session& session, const Grant& grant, platform::Instant since);
/// How many nobody has read.
Result<std::int64_t> count_unread(Session& session, const Grant& grant);

/// That the person of the grant has read it; again, or after somebody else, is all right. NotFound
/// where the file of the grant holds no such thing.
Status note_sent_in_read(Transaction& transaction, const Grant& grant, SentInId id);

/// What nobody has read, across files: how much in each, and since when.
struct UnreadRow {
  domain::FileId file;
  std::int64_t count = 0;
  platform::Instant since{};
};
/// The longest waiting first.
Result<std::vector<UnreadRow>> unread_sent_in(Session& session, const ListGrant& grant,
                                              std::size_t most);

/// What whoever was invited is asked, sealed with the file's key.
Status ask_of_invited(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                      std::string_view invitation, std::string_view words);
/// By invitation (InvitationRow::id).
using AskedWords = std::map<std::string, Sensitive<std::string>>;
Result<AskedWords> asked_of_invited(Session& session, const Grant& grant,
                                    const platform::Keys& keys);

}  // namespace northlight::store
