#include <algorithm>
#include <array>

#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "casework/children.hpp"
#include "casework/file_desk.hpp"

namespace northlight::casework {
namespace {

using domain::Action;
using domain::FileId;

std::vector<accounts::Shown> shown(const ChildrenPage& page) {
  std::vector<accounts::Shown> all;
  for (const auto& child : page.children) all.push_back({child.file, child.service});
  return all;
}

constexpr std::array relations{domain::Relation::OwnCase, domain::Relation::TeamCase,
                               domain::Relation::ServiceCase, domain::Relation::Sampled,
                               domain::Relation::Invited};

constexpr accounts::Relations uninvited{domain::Relation::OwnCase, domain::Relation::TeamCase,
                                        domain::Relation::ServiceCase, domain::Relation::Sampled};

/// Whether one of their roles finds files, or sends things into files, that it does not read at
/// once.
bool finds_unread(const accounts::Policy& policy, const Asker& asker) {
  return std::ranges::any_of(asker.roles, [&](const accounts::RoleHeld& held) {
    const auto* const role = policy.find(held.role);
    return role != nullptr && std::ranges::any_of(relations, [&](domain::Relation relation) {
             return (role->on(Action::FindFile, false).may.has(relation) ||
                     role->on(Action::Contribute, false).may.has(relation)) &&
                    !role->on(Action::ReadFile, false).may.has(relation);
           });
  });
}

bool finds_uninvited(const accounts::Policy& policy, const Asker& asker,
                     const accounts::Standing& how) {
  for (std::size_t i = 0; i < std::min(asker.roles.size(), accounts::most_roles_held); ++i)
    if (accounts::reach(policy, asker, Action::FindFile, how, i).may.meets(uninvited)) return true;
  return false;
}

/// Whoever does not read the file at once is told that there is a case and whose it is: not of what
/// kind, not how far it has come.
void cover_case(ChildrenPage& page, store::ListedChild& child) {
  child.held = false;
  for (auto& one : page.cases) {
    if (one.file != child.file) continue;
    one.kind.reset();
    one.stage.reset();
  }
}

/// Whoever was asked in about a child is told that and their name: not their age, not their case.
Status tell_by_sight(const Gate& gate, const Asker& asker, store::Session& session,
                     ChildrenPage& page) {
  if (!finds_unread(gate.policy(), asker)) return done();
  for (auto& child : page.children) {
    NL_TRY(how, accounts::standing(session, asker, child.file));
    const auto may = may_do(gate, asker, how);
    if (may.has(Action::ReadFile)) continue;
    cover_case(page, child);
    if (!may.has(Action::Contribute)) continue;
    const bool invited = !finds_uninvited(gate.policy(), asker, how);
    page.sends.push_back({child.file, invited});
    if (!invited) continue;
    child.born_on = Sensitive<std::optional<Date>>();
    std::erase_if(page.cases, [&](const auto& one) { return one.file == child.file; });
  }
  return done();
}

/// What stands beside the children of a page.
Status add_rest(const Gate& gate, const Asker& asker, store::Session& session,
                const store::ListGrant& grant, ChildrenPage& page) {
  std::vector<FileId> files;
  for (const auto& child : page.children) files.push_back(child.file);
  NL_TRY(cases, store::open_cases(session, grant, files));
  page.cases = std::move(cases);
  return tell_by_sight(gate, asker, session, page);
}

}  // namespace

Result<ChildrenPage> list_children(Gate& gate, const Asker& asker, const accounts::Among& whose,
                                   const std::optional<FileId>& after, std::size_t most) {
  return gate.list(
      asker, whose,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<ChildrenPage> {
        std::optional<store::ListPlace> place;
        if (after) {
          NL_TRY(found, store::place_of(session, grant, *after));
          place = std::move(found);
        }
        ChildrenPage page;
        NL_TRY(rows, store::children(session, grant, place, most + 1));
        page.children = std::move(rows);
        if (page.children.size() > most) {
          page.children.pop_back();
          if (!page.children.empty()) page.next = page.children.back().file;
        }
        NL_CHECK(add_rest(gate, asker, session, grant, page));
        return page;
      },
      shown);
}

Result<ChildrenPage> find_children(Gate& gate, const Asker& asker, accounts::Relations whose,
                                   const Sensitive<std::string>& typed, std::size_t most) {
  return gate.list(
      asker, whose,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<ChildrenPage> {
        NL_TRY(rows, store::find_children(session, grant, typed, most));
        ChildrenPage page{.children = std::move(rows)};
        NL_CHECK(add_rest(gate, asker, session, grant, page));
        return page;
      },
      shown);
}

Result<ChildrenPage> children_born_on(Gate& gate, const Asker& asker, Date born_on,
                                      std::size_t most) {
  return gate.list(
      asker, accounts::any_relation,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<ChildrenPage> {
        NL_TRY(rows, store::children_born_on(session, grant, born_on, most));
        ChildrenPage page{.children = std::move(rows)};
        NL_CHECK(add_rest(gate, asker, session, grant, page));
        return page;
      },
      shown);
}

}  // namespace northlight::casework
