#include "accounts/provider_roles.hpp"

#include <algorithm>

#include "accounts/id_token.hpp"
#include "accounts/people.hpp"
#include "accounts/policy.hpp"
#include "store/audit_log.hpp"
#include "store/provider_roles.hpp"

namespace northlight::accounts {
namespace {

using store::AuditOutcome;
using store::RoleRow;
using store::Transaction;

struct Change {
  Transaction& transaction;
  const Recognised& recognised;
  const From& from;
};

Status tell(const Change& change, std::string_view what, const std::string& role,
            AuditOutcome outcome) {
  const auto& account = change.recognised.account;
  return store::append_audit(change.transaction, {.service = account.organisation,
                                                  .at = change.from.at,
                                                  .person = account.person,
                                                  .role = account.role.value_or(""),
                                                  .organisation = account.organisation,
                                                  .operation = store::AuditOperation::Permission,
                                                  .action = std::string(what) + ":" + role,
                                                  .outcome = outcome,
                                                  .about = account.person,
                                                  .source = change.from.address,
                                                  .request = change.from.request});
}

/// Where a rule gives its role; nothing where there is no such organisation or team any more.
Result<std::optional<NewRole>> role_of(Transaction& transaction, const RoleByClaim& rule,
                                       Date today) {
  NL_TRY(organisation, store::organisation_by_slug(transaction, rule.organisation));
  if (!organisation || organisation->closed_on) return std::optional<NewRole>{};
  NewRole role{.role = rule.role, .organisation = organisation->id, .team = {}, .from = today};
  if (!rule.team) return std::optional(role);
  NL_TRY(teams, store::teams_of(transaction, organisation->id));
  const auto team = std::ranges::find(teams, *rule.team, &store::Team::name);
  if (team == teams.end() || team->closed_on) return std::optional<NewRole>{};
  role.team = team->id;
  return std::optional(role);
}

/// What the file finds in the claims, as far as there is such a place.
Result<std::vector<NewRole>> wanted_roles(const Change& change, Date today) {
  std::vector<NewRole> wanted;
  for (const auto& rule : change.recognised.provider.roles) {
    if (!claims_value(change.recognised.claims, rule.claim, rule.value)) continue;
    NL_TRY(role, role_of(change.transaction, rule, today));
    if (role)
      wanted.push_back(*role);
    else
      NL_CHECK(tell(change, "provider-role-nowhere", rule.role, AuditOutcome::Failed));
  }
  return wanted;
}

bool is_same(const RoleRow& held, const NewRole& role) {
  return held.role == role.role && held.organisation == role.organisation && held.team == role.team;
}

template <typename Roles, typename Role>
bool has(const Roles& roles, const Role& role) {
  return std::ranges::any_of(roles, [&](const auto& one) {
    if constexpr (std::is_same_v<Role, NewRole>)
      return is_same(one, role);
    else
      return is_same(role, one);
  });
}

}  // namespace

Status check_roles(const std::vector<IdentityProvider>& providers, const Policy& policy) {
  for (const auto& provider : providers)
    for (const auto& rule : provider.roles)
      if (policy.find(rule.role) == nullptr)
        return Error{ErrorCode::Invalid,
                     "The provider \"" + provider.id + "\" gives the role \"" + rule.role +
                         "\", which roles.toml does not name. Write one that it names.",
                     "identity-providers.toml"};
  return done();
}

Status keep_roles(Transaction& transaction, const Policy& policy, const Recognised& recognised,
                  const From& from) {
  const Change change{transaction, recognised, from};
  const auto today = platform::day_in_london(from.at);
  const auto person = recognised.account.person;
  const auto& issuer = recognised.provider.issuer;
  NL_TRY(wanted, wanted_roles(change, today));
  NL_TRY(given, store::roles_from_provider(transaction, issuer, person, today));
  for (const auto& held : given) {
    if (has(wanted, held)) continue;
    NL_CHECK(store::forget_provider_role(transaction, held.id));
    NL_CHECK(store::end_role(transaction, held.id, add_days(today, -1)));
    NL_CHECK(tell(change, "provider-role-ended", held.role, AuditOutcome::Allowed));
  }
  for (const auto& role : wanted) {
    NL_TRY(held, store::roles_in_force(transaction, person, today));
    if (has(held, role)) continue;
    const auto id = give_role(transaction, policy, {.person = {}, .at = from.at}, person, role);
    if (id) NL_CHECK(store::note_provider_role(transaction, *id, issuer, person));
    if (!id && id.error().code == ErrorCode::Unavailable) return id.error();
    NL_CHECK(tell(change, id ? "provider-role-given" : "provider-role-refused", role.role,
                  id ? AuditOutcome::Allowed : AuditOutcome::Denied));
  }
  return done();
}

}  // namespace northlight::accounts
