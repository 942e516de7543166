#include "casework/file_desk.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "accounts/load_asker.hpp"
#include "accounts/may.hpp"

namespace northlight::casework {
namespace {

using domain::Action;
using store::Grant;
using store::Session;

/// Those of them whose role there lets them work on a case.
Result<std::vector<store::Person>> workers_among(const accounts::Policy& policy, Session& session,
                                                 domain::OrganisationId service, Date today,
                                                 const std::vector<store::Person>& people,
                                                 bool with_victims) {
  std::set<domain::PersonId> work;
  for (const auto& role : policy.roles()) {
    if (!role.works_on_cases(with_victims)) continue;
    NL_TRY(holders, store::holders_of_role(session, service, role.code, today));
    for (const auto& each : holders) work.insert(each.person);
  }
  std::vector<store::Person> workers;
  std::ranges::copy_if(people, std::back_inserter(workers),
                       [&](const store::Person& each) { return work.contains(each.id); });
  return workers;
}

Result<ServiceDesk> service_desk(const accounts::Policy& policy, Session& session,
                                 domain::OrganisationId service, Date today, bool with_victims) {
  NL_TRY(teams, store::teams_of(session, service));
  std::erase_if(teams, [](const auto& team) { return team.closed_on.has_value(); });
  NL_TRY(people, store::people_of(session, service, today, store::Leavers::Without));
  std::erase_if(people, [](const auto& each) { return each.kind != store::PersonKind::Staff; });
  NL_TRY(workers, workers_among(policy, session, service, today, people, with_victims));
  return ServiceDesk{std::move(teams), std::move(people), std::move(workers)};
}

}  // namespace

accounts::Actions may_do(const Gate& gate, const Asker& asker, const accounts::Standing& how) {
  accounts::Actions all;
  for (std::size_t i = 0; i < domain::action_count; ++i) {
    const auto action = static_cast<Action>(i);
    if (domain::is_about_a_file(action) &&
        std::holds_alternative<accounts::Allowed>(may(gate.policy(), asker, action, how)))
      all.set(action);
  }
  return all;
}

Result<accounts::Actions> may_do(const Gate& gate, const Asker& asker, Session& session,
                                 domain::FileId file) {
  NL_TRY(how, accounts::standing(session, asker, file));
  return may_do(gate, asker, how);
}

Result<CaseFile> case_file(const Gate& gate, const Asker& asker, Session& session,
                           const Grant& grant, const accounts::Standing& how) {
  std::optional<store::ChildRow> child;
  std::optional<store::VictimRow> victim;
  if (how.marks.has(domain::Mark::VictimWalled)) {
    NL_TRY(found, store::victim(session, grant));
    victim = std::move(found);
  } else {
    NL_TRY(found, store::child(session, grant));
    child = std::move(found);
  }
  NL_TRY(cases, store::cases_of(session, grant));
  NL_TRY(allocations, store::allocations_of(session, grant));
  NL_TRY(marks, store::marks_of(session, grant));
  NL_TRY(addresses, store::addresses_of(session, grant));
  return CaseFile{grant.file(),      how.service,          std::move(child),
                  std::move(victim), std::move(cases),     std::move(allocations),
                  std::move(marks),  std::move(addresses), may_do(gate, asker, how)};
}

Result<bool> still_reads(const Gate& gate, const Asker& asker, Session& session,
                         domain::FileId file) {
  NL_TRY(may, may_do(gate, asker, session, file));
  return may.has(Action::ReadFile);
}

Result<std::optional<Nameable>> if_named(const Gate& gate, Session& session, const Grant& grant,
                                         domain::PersonId person) {
  NL_TRY(asker, accounts::load_asker(session, person, grant.at(), {}, {}));
  NL_TRY(how, accounts::standing(session, asker, grant.file()));
  how.marks.set(domain::Mark::Restricted);
  how.named = true;
  const auto allowed = [&](Action action) {
    return std::holds_alternative<accounts::Allowed>(may(gate.policy(), asker, action, how));
  };
  // Whoever would first say why, of another team, may be named: that is how a file changes teams.
  if (std::holds_alternative<accounts::Denied>(may(gate.policy(), asker, Action::ReadFile, how)))
    return std::optional<Nameable>{};
  return std::optional(
      Nameable{person, allowed(Action::MarkFile), how.has(domain::Relation::OwnCase)});
}

Result<FileDesk> file_desk(const Gate& gate, const Asker& asker, Session& session,
                           const Grant& grant, const accounts::Standing& how) {
  NL_TRY(file, case_file(gate, asker, session, grant, how));
  NL_TRY(service, service_desk(gate.policy(), session, file.service,
                               platform::day_in_london(asker.at), file.victim.has_value()));
  NL_TRY(named, store::named_on(session, grant));
  NL_TRY(conflicts, store::conflicts_on(session, grant));
  std::vector<Nameable> nameable;
  if (file.may.has(Action::MarkFile))
    for (const auto& each : service.people) {
      NL_TRY(one, if_named(gate, session, grant, each.id));
      if (one) nameable.push_back(*one);
    }
  return FileDesk{std::move(file),           std::move(service.teams),
                  std::move(service.people), std::move(service.workers),
                  std::move(named),          std::move(conflicts),
                  std::move(nameable)};
}

Result<FileDesk> open_desk(Gate& gate, const Asker& asker, domain::FileId file, Action action) {
  return gate.read(asker, action, file, {},
                   [&](Session& session, const Grant& grant, const accounts::Standing& how) {
                     return file_desk(gate, asker, session, grant, how);
                   });
}

Result<ServiceDesk> open_service_desk(Gate& gate, const Asker& asker,
                                      domain::OrganisationId service, Action action) {
  return gate.read(asker, action, service, {}, [&](Session& session) {
    return service_desk(gate.policy(), session, service, platform::day_in_london(asker.at),
                        action == Action::AddVictim);
  });
}

}  // namespace northlight::casework
