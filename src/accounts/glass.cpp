#include "accounts/glass.hpp"

#include <algorithm>

#include "accounts/may.hpp"
#include "accounts/told_of.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/audit_log.hpp"
#include "store/glass.hpp"
#include "store/people.hpp"

namespace northlight::accounts {
namespace {

using domain::Action;

Result<std::string> checked_reason(std::string_view typed, const ReasonLength& length) {
  const auto reason = trim(typed);
  // Of words: ten dots are no reason.
  const auto letters = std::ranges::count_if(reason, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC0;
  });
  if (static_cast<std::size_t>(letters) < length.least)
    return Error{ErrorCode::Invalid,
                 "Say why you need this file, so that your manager understands it.", "reason"};
  if (reason.size() > length.most)
    return Error{ErrorCode::Invalid,
                 "Say why in " + std::to_string(length.most) + " letters or fewer.", "reason"};
  return std::string(reason);
}

/// The first question about the file that a reason would answer, and the role in which.
std::optional<std::size_t> role_that_needs_one(const Policy& policy, const Asker& asker,
                                               const Standing& standing) {
  for (std::size_t i = 0; i < domain::action_count; ++i) {
    const auto action = static_cast<Action>(i);
    if (!domain::is_about_a_file(action)) continue;
    const auto decision = may(policy, asker, action, standing);
    if (const auto* const needs = std::get_if<NeedsReason>(&decision)) return needs->role;
  }
  return std::nullopt;
}

store::AuditEntry entry_of(const Asker& asker, const RoleHeld* held, domain::FileId file) {
  store::AuditEntry entry{.at = asker.at,
                          .person = asker.person,
                          .operation = store::AuditOperation::Permission,
                          .action = "give-reason",
                          .file = file,
                          .source = asker.source,
                          .request = asker.request};
  if (held != nullptr) {
    entry.role = held->role;
    entry.organisation = held->organisation;
  }
  return entry;
}

Status keep(store::Transaction& transaction, const Policy& policy, const Asker& asker,
            const RoleHeld& held, domain::FileId file, const std::string& reason) {
  const store::ReasonRow row{
      platform::random_id<store::ReasonId>(), asker.person, file, reason, asker.at,
      asker.at + policy.glass_lasts()};
  NL_CHECK(store::put_reason(transaction, row));
  NL_TRY(told,
         who_is_told(transaction, policy, asker.person, held, platform::day_in_london(asker.at)));
  for (const auto& manager : told)
    NL_CHECK(store::put_notice(transaction, {.id = platform::random_id<store::NoticeId>(),
                                             .to = manager,
                                             .file = file,
                                             .about = asker.person,
                                             .cause = row.id,
                                             .at = asker.at}));
  return done();
}

}  // namespace

Status give_reason(store::Database& database, const Policy& policy, const Asker& asker,
                   domain::FileId file, std::string_view typed, const ReasonLength& length) {
  auto reason = checked_reason(typed, length);
  std::optional<Error> answer;
  auto written = database.write([&](store::Transaction& transaction) -> Status {
    answer.reset();
    auto found = standing(transaction, asker, file);
    if (!found && found.error().code != ErrorCode::NotFound) return std::move(found).error();
    const auto needs =
        found ? role_that_needs_one(policy, asker, *found) : std::optional<std::size_t>{};
    const auto* const held = asker.roles.empty() ? nullptr : &asker.roles[needs.value_or(0)];
    auto entry = entry_of(asker, held, file);
    if (found) entry.service = found->service;
    const auto reads =
        found ? may(policy, asker, Action::ReadFile, *found) : Decision(Denied{"", true});
    if (!needs && std::holds_alternative<Allowed>(reads)) return done();
    if (!needs) {
      answer = Error{ErrorCode::NotFound, "There is no such page."};
      entry.outcome = store::AuditOutcome::Denied;
      return store::append_audit(transaction, entry);
    }
    if (!reason) {
      answer = reason.error();
      return done();
    }
    entry.justification = *reason;
    NL_CHECK(keep(transaction, policy, asker, *held, file, *reason));
    return store::append_audit(transaction, entry);
  });
  NL_CHECK(std::move(written));
  if (answer) return *std::move(answer);
  return done();
}

}  // namespace northlight::accounts
