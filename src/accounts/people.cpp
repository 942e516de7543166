#include "accounts/people.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"

namespace northlight::accounts {
namespace {

using domain::OrganisationId;
using domain::PersonId;
using store::RoleRow;
using store::Transaction;

constexpr std::size_t longest_name = 200;

Result<std::string> checked_name(std::string_view typed, std::string_view what) {
  const auto name = trim(typed);
  if (name.empty()) return invalid("Enter the name of the " + std::string(what) + ".", "name");
  if (name.size() > longest_name) return invalid("Enter a name of 200 letters or fewer.", "name");
  if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return invalid("Enter the name on one line.", "name");
  NL_CHECK(check_no_hidden_marks(name, "name", "name"));
  return std::string(name);
}

Result<std::string> checked_sign_in_name(std::string_view typed) {
  const auto name = lower(trim(typed));
  const auto at = name.find('@');
  const bool odd = std::ranges::any_of(
      name, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
  if (name.empty() || name.size() > longest_name || odd || hidden_mark_in(name) || at == 0 ||
      at == std::string::npos || at + 1 == name.size() ||
      name.find('@', at + 1) != std::string::npos)
    return invalid("Enter a work e-mail address, like name@service.example.", "sign_in_name");
  return name;
}

bool overlap(const RoleRow& held, const NewRole& role) {
  return (!held.until || *held.until >= role.from) && (!role.until || held.from <= *role.until);
}

Status check_team(Transaction& transaction, const NewRole& role) {
  if (!role.team) return done();
  NL_TRY(team, store::team(transaction, *role.team));
  if (!team || team->organisation != role.organisation || team->closed_on)
    return invalid("Choose a team of the organisation.", "team");
  return done();
}

/// The role by itself: whether it can be held there and then.
Status check_role(Transaction& transaction, const Policy& policy, const NewRole& role) {
  const auto* const known = policy.find(role.role);
  if (known == nullptr || known->by_link) {
    std::vector<std::string> codes;
    for (const auto& each : policy.roles())
      if (!each.by_link) codes.push_back(each.code);
    return invalid(
        "There is no role \"" + role.role + "\". The roles are " + list_in_words(codes) + ".",
        "role");
  }
  NL_TRY(organisation, store::organisation(transaction, role.organisation));
  if (!organisation || organisation->closed_on)
    return invalid("Choose an organisation that is there.", "organisation");
  if (std::ranges::find(known->at, code(organisation->kind)) == known->at.end())
    return invalid("This organisation is of the kind \"" + std::string(code(organisation->kind)) +
                       "\"; the role of " + lower(known->title) + " is held in the kind " +
                       list_in_words(known->at, "or") + ".",
                   "role");
  if (role.until && *role.until < role.from)
    return invalid("The last day of a role cannot be before its first.", "until");
  return check_team(transaction, role);
}

/// Beside the roles that the person holds already.
Status check_beside(const Policy& policy, const std::vector<RoleRow>& held, const NewRole& role) {
  std::vector<std::string> together{role.role};
  std::size_t at_once = 1;
  for (const auto& each : held) {
    if (!overlap(each, role)) continue;
    ++at_once;
    if (each.organisation != role.organisation) continue;
    if (each.role == role.role && each.team == role.team)
      return Error{ErrorCode::Conflict, "They hold this role there already.", "role"};
    together.push_back(each.role);
  }
  if (auto why = policy.why_apart(together))
    return Error{ErrorCode::Conflict, *why + " Give one of the roles to somebody else.", "role"};
  if (at_once > most_roles_held)
    return Error{ErrorCode::Conflict,
                 "Nobody holds more than " + std::to_string(most_roles_held) +
                     " roles at a time. End one first.",
                 "role"};
  return done();
}

Result<store::RoleHeldId> keep_role(Transaction& transaction, const Hand& hand, PersonId person,
                                    const NewRole& role) {
  const RoleRow row{platform::random_id<store::RoleHeldId>(),
                    person,
                    role.role,
                    role.organisation,
                    role.team,
                    role.from,
                    role.until};
  NL_CHECK(store::give_role(transaction, row, hand.person, hand.at));
  return row.id;
}

}  // namespace

Result<OrganisationId> add_organisation(Transaction& transaction, const Hand& hand,
                                        store::OrganisationKind kind, std::string_view name,
                                        std::string_view slug) {
  NL_TRY(checked, checked_name(name, "organisation"));
  const bool plain = !slug.empty() && slug.size() <= 60 && std::ranges::all_of(slug, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!plain)
    return invalid("Enter a short name in small letters, figures and hyphens, like hollowbeck.",
                   "slug");
  NL_TRY(taken, store::organisation_by_slug(transaction, slug));
  if (taken)
    return Error{ErrorCode::Conflict,
                 "There is an organisation \"" + std::string(slug) + "\" already.", "slug"};
  const store::Organisation made{platform::random_id<OrganisationId>(), kind, std::string(slug),
                                 std::move(checked)};
  NL_CHECK(store::add_organisation(transaction, made, hand.at));
  return made.id;
}

Result<domain::TeamId> add_team(Transaction& transaction, OrganisationId organisation,
                                std::string_view name) {
  NL_TRY(checked, checked_name(name, "team"));
  NL_TRY(teams, store::teams_of(transaction, organisation));
  if (std::ranges::find(teams, checked, &store::Team::name) != teams.end())
    return Error{ErrorCode::Conflict, "There is a team of that name already.", "name"};
  const store::Team made{platform::random_id<domain::TeamId>(), organisation, std::move(checked)};
  NL_CHECK(store::add_team(transaction, made));
  return made.id;
}

Result<std::string> rename_team(Transaction& transaction, OrganisationId organisation,
                                domain::TeamId team, std::string_view name) {
  NL_TRY(checked, checked_name(name, "team"));
  NL_TRY(teams, store::teams_of(transaction, organisation));
  const auto found = std::ranges::find(teams, team, &store::Team::id);
  if (found == teams.end() || found->closed_on)
    return Error{ErrorCode::NotFound, "There is no such team."};
  if (std::ranges::any_of(teams, [&](const store::Team& each) {
        return each.name == checked && (each.id != team || found->name == checked);
      }))
    return Error{ErrorCode::Conflict,
                 found->name == checked ? "That is what the team is called already."
                                        : "There is a team of that name already.",
                 "name"};
  NL_CHECK(store::rename_team(transaction, team, checked));
  return found->name;
}

std::string act_of_role(std::string_view code, const NewRole& role) {
  return act(code, {{"role", role.role},
                    {"team", id_or_nothing(role.team)},
                    {"from", iso(role.from)},
                    {"last-day", day_or_nothing(role.until)}});
}

Result<PersonId> join(Transaction& transaction, const Policy& policy, const Hand& hand,
                      const NewPerson& joiner) {
  NL_TRY(name, checked_name(joiner.name, "person"));
  NL_TRY(sign_in_name, checked_sign_in_name(joiner.sign_in_name));
  NL_CHECK(check_role(transaction, policy, joiner.role));
  NL_TRY(taken, store::person_by_sign_in_name(transaction, sign_in_name));
  if (taken)
    return Error{ErrorCode::Conflict, "Somebody signs in with that e-mail address already.",
                 "sign_in_name"};
  const store::Person person{.id = platform::random_id<PersonId>(),
                             .name = std::move(name),
                             .sign_in_name = std::move(sign_in_name),
                             .joined_on = joiner.role.from};
  NL_CHECK(store::add_person(transaction, person, hand.at));
  NL_TRY(role, keep_role(transaction, hand, person.id, joiner.role));
  static_cast<void>(role);
  return person.id;
}

Result<store::RoleHeldId> give_role(Transaction& transaction, const Policy& policy,
                                    const Hand& hand, PersonId person, const NewRole& role) {
  if (hand.person == person)
    return Error{ErrorCode::Forbidden,
                 "Nobody gives a role to themself. Ask another administrator."};
  NL_TRY(who, store::person(transaction, person));
  if (!who || who->kind != store::PersonKind::Staff)
    return Error{ErrorCode::NotFound, "There is no such person."};
  if (role.from < who->joined_on)
    return invalid(
        "They joined on " + northlight::words(who->joined_on) + ": enter that day or a later one.",
        "from");
  if (who->left_on && *who->left_on < role.from)
    return invalid("They will have left by then.", "from");
  NL_CHECK(check_role(transaction, policy, role));
  NL_TRY(held, store::roles_of(transaction, person));
  NL_CHECK(check_beside(policy, held, role));
  return keep_role(transaction, hand, person, role);
}

Status end_role(Transaction& transaction, const Hand& hand, const RoleRow& role, Date last_day) {
  if (hand.person == role.person)
    return Error{ErrorCode::Forbidden, "Nobody ends their own role. Ask another administrator."};
  return store::end_role(transaction, role.id, last_day);
}

}  // namespace northlight::accounts
