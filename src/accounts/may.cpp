#include "accounts/may.hpp"

#include <algorithm>

namespace northlight::accounts {
namespace {

using domain::Action;
using domain::Mark;

/// The mark on the file that stops this role from doing that, if one does.
const MarkRule* stopping(const Policy& policy, const Role& role, Action action,
                         const Standing& standing) {
  if (standing.marks.empty()) return nullptr;
  for (std::size_t i = 0; i < domain::mark_count; ++i) {
    const auto mark = static_cast<Mark>(i);
    if (!standing.marks.has(mark)) continue;
    const auto& rule = policy.mark(mark);
    if (rule.stops.has(action) && !(rule.unless_named && standing.named) &&
        !policy.spares(rule, role))
      return &rule;
  }
  return nullptr;
}

/// Nobody gets by cover what they could not do as themself, nor what whoever is away could not.
void add_lent(const Policy& policy, const Asker& asker, Action action, bool walled,
              const Permission& own, const Standing::Lent& lent, Permission& found) {
  const auto* const role = policy.find(asker.covers[lent.cover].roles[lent.by].role);
  if (role == nullptr) return;
  const auto& theirs = role->on(action, walled);
  found.may = found.may.either(lent.relations.both(own.may).both(theirs.may));
  found.with_reason = found.with_reason.either(lent.relations.both(own.any()).both(theirs.any()));
}

}  // namespace

Permission reach(const Policy& policy, const Asker& asker, Action action, const Standing& standing,
                 std::size_t role) {
  const auto* const held = policy.find(asker.roles[role].role);
  if (held == nullptr) return {};
  const bool walled = standing.marks.has(Mark::VictimWalled);
  const auto& own = held->on(action, walled);
  const auto relations = standing.relations[role];
  Permission found{own.may.both(relations), own.with_reason.both(relations)};
  for (const auto& lent : standing.lent)
    if (lent.to == role) add_lent(policy, asker, action, walled, own, lent, found);
  return found;
}

Decision may(const Policy& policy, const Asker& asker, Action action, const Standing& standing) {
  bool finds = false;
  const MarkRule* stopped_by = nullptr;
  std::optional<std::size_t> with_reason;
  for (std::size_t i = 0; i < std::min(asker.roles.size(), most_roles_held); ++i) {
    if (standing.relations[i].empty() && standing.lent.empty()) continue;
    const auto* const role = policy.find(asker.roles[i].role);
    if (role == nullptr) continue;
    finds = finds || (!reach(policy, asker, Action::FindFile, standing, i).may.empty() &&
                      stopping(policy, *role, Action::FindFile, standing) == nullptr);
    const auto permission = reach(policy, asker, action, standing, i);
    const bool at_once = !permission.may.empty();
    if (!at_once && permission.with_reason.empty()) continue;
    if (const auto* const mark = stopping(policy, *role, action, standing)) {
      stopped_by = mark;
      continue;
    }
    if (at_once) return Allowed{i};
    if (!with_reason) with_reason = i;
  }
  if (with_reason && standing.reason) return Allowed{*with_reason, true};
  if (with_reason) return NeedsReason{policy.glass_words(), *with_reason};
  if (stopped_by != nullptr) return Denied{stopped_by->words, !finds};
  return Denied{finds ? "Your role does not allow this for this file."
                      : "You stand in no relation to this file that lets you see it.",
                !finds};
}

Decision may(const Policy& policy, const Asker& asker, Action action,
             domain::OrganisationId organisation) {
  bool there = false;
  for (std::size_t i = 0; i < std::min(asker.roles.size(), most_roles_held); ++i) {
    const auto& held = asker.roles[i];
    if (held.organisation != organisation) continue;
    const auto* const role = policy.find(held.role);
    if (role == nullptr) continue;
    if (role->in_organisation.has(action)) return Allowed{i};
    there = there || !role->by_link;
  }
  if (there) return Denied{"Your role does not allow this.", false};
  return Denied{"You hold no role in this organisation.", true};
}

}  // namespace northlight::accounts
