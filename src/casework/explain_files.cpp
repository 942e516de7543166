#include "casework/explain_files.hpp"

#include <algorithm>

#include "accounts/load_asker.hpp"
#include "accounts/scope.hpp"
#include "base/text.hpp"
#include "casework/people_parts.hpp"
#include "store/samples.hpp"
#include "store/scope_files.hpp"
#include "store/who_asked_in.hpp"

namespace northlight::casework {
namespace {

using accounts::RoleHeld;
using domain::Action;
using domain::FileId;
using domain::OrganisationId;
using domain::Relation;
using store::Session;
using Why = SightReason::Why;

bool finds(const Gate& gate, const RoleHeld& held, Relation relation, bool victim) {
  const auto* const role = gate.policy().find(held.role);
  return role != nullptr && role->on(Action::FindFile, victim).may.has(relation);
}

bool is_holder(domain::PersonId person, const RoleHeld& held, const store::Holder& holder) {
  return holder == store::Holder::of(person) || holder == store::Holder::of(held.organisation) ||
         (held.team && holder == store::Holder::of(*held.team));
}

/// Somebody who is away and by one of their roles lends that sight to the holder of this one.
std::optional<domain::PersonId> lent_by(const Gate& gate, const Asker& who, const RoleHeld& held,
                                        const store::Sight& sight, bool victim) {
  for (const auto& covered : who.covers) {
    if (covered.organisation != held.organisation) continue;
    for (const auto& theirs : covered.roles)
      if (is_holder(covered.person, theirs, sight.holder) &&
          finds(gate, theirs, sight.relation, victim))
        return covered.person;
  }
  return std::nullopt;
}

Result<std::string> sample_title(Session& session, const std::string& id) {
  const auto known = store::SampleId::parse(id);
  if (!known) return std::string();
  NL_TRY(found, store::sample(session, *known));
  return found ? found->title : std::string();
}

/// Who asked them in, by name where it is somebody of the place that is asked about: who works
/// elsewhere is nobody's to browse, and the service says enough.
Result<std::string> asked_in_by(Session& session, const Asker& who, const RoleHeld& held,
                                const store::ScopeFile& file, platform::Instant from) {
  if (file.service != held.organisation) {
    NL_TRY(service, store::organisation(session, file.service));
    return service ? service->name : std::string();
  }
  NL_TRY(by, store::who_asked_in(session, file.file, who.person, from));
  if (!by) return std::string();
  NL_TRY(person, store::person(session, *by));
  return person ? person->name : std::string();
}

/// Why that line of sight lets them find the file; nothing where it does not.
Result<std::optional<SightReason>> reason_of(Session& session, const Gate& gate, const Asker& who,
                                             const RoleHeld& held,
                                             const store::SightWithCause& line,
                                             const store::ScopeFile& file) {
  const bool victim = file.victim;
  SightReason reason{.from = line.from, .until = line.until};
  if (!is_holder(who.person, held, line.sight.holder)) {
    const auto covered = lent_by(gate, who, held, line.sight, victim);
    if (!covered) return std::optional<SightReason>{};
    NL_TRY(person, store::person(session, *covered));
    reason.why = Why::Cover;
    reason.name = person ? person->name : std::string();
    return std::optional(std::move(reason));
  }
  switch (line.sight.relation) {
    case Relation::TeamCase: {
      reason.why = Why::TeamCase;
      if (held.team) {
        NL_TRY(team, store::team(session, *held.team));
        if (team) reason.name = team->name;
      }
      break;
    }
    case Relation::Sampled: {
      NL_TRY(title, sample_title(session, line.cause_id));
      reason.why = Why::Sample;
      reason.name = std::move(title);
      break;
    }
    case Relation::Invited: {
      NL_TRY(by, asked_in_by(session, who, held, file, line.from));
      reason.why = Why::Invited;
      reason.name = std::move(by);
      break;
    }
    default:
      reason.why = Why::OwnCase;
  }
  return std::optional(std::move(reason));
}

Result<std::vector<SightReason>> reasons_of(Session& session, const Gate& gate, const Asker& who,
                                            const store::ScopeFile& file) {
  std::vector<SightReason> reasons;
  for (const auto& held : who.roles) {
    for (const auto& line : file.sights) {
      if (line.sight.organisation != held.organisation ||
          !finds(gate, held, line.sight.relation, file.victim))
        continue;
      NL_TRY(reason, reason_of(session, gate, who, held, line, file));
      if (!reason) continue;
      const auto same = [&](const SightReason& one) {
        return one.why == reason->why && one.name == reason->name;
      };
      if (std::ranges::none_of(reasons, same)) reasons.push_back(*std::move(reason));
    }
    const bool wide =
        held.organisation == file.service && finds(gate, held, Relation::ServiceCase, file.victim);
    if (wide && std::ranges::find(reasons, Why::Service, &SightReason::why) == reasons.end())
      reasons.push_back({.why = Why::Service});
  }
  std::ranges::stable_sort(reasons, {}, &SightReason::why);
  if (file.restricted && file.named) reasons.push_back({.why = Why::Named});
  return reasons;
}

Result<std::string> place_words(Session& session, OrganisationId organisation,
                                const store::ScopeFile& file) {
  if (file.service == organisation) return list_in_words(file.teams);
  NL_TRY(service, store::organisation(session, file.service));
  return service ? service->name : std::string();
}

/// As that person would ask, by their roles there alone.
Result<Asker> as_in(Session& session, OrganisationId organisation, domain::PersonId person,
                    platform::Instant at) {
  NL_TRY(who, accounts::load_asker(session, person, at, {}, {}));
  std::erase_if(who.roles, [&](const RoleHeld& held) { return held.organisation != organisation; });
  std::erase_if(who.covers, [&](const accounts::Covered& covered) {
    return covered.organisation != organisation;
  });
  return std::move(who);
}

bool finds_anything(const Gate& gate, const Asker& asker) {
  return std::ranges::any_of(asker.roles, [&](const RoleHeld& held) {
    const auto* const role = gate.policy().find(held.role);
    return role != nullptr && role->anywhere().has(Action::FindFile);
  });
}

/// Puts the children's names to those files that the asker may find.
Status add_names(Gate& gate, const Asker& asker, ExplainedFiles& explained) {
  std::vector<FileId> files;
  for (const auto& one : explained.files)
    if (!one.victim) files.push_back(one.file);
  if (files.empty() || !finds_anything(gate, asker)) return done();
  NL_TRY(children, gate.list(
                       asker, accounts::any_relation,
                       [&](Session& session, const store::ListGrant& grant) {
                         return store::children_of(session, grant, files);
                       },
                       [](const std::vector<store::ListedChild>& shown) {
                         std::vector<accounts::Shown> all;
                         for (const auto& child : shown) all.push_back({child.file, child.service});
                         return all;
                       }));
  for (auto& one : explained.files) {
    const auto at = std::ranges::find(children, one.file, &store::ListedChild::file);
    if (at != children.end()) one.child = *at;
  }
  return done();
}

}  // namespace

Result<ExplainedFiles> explain_files(Gate& gate, const Asker& asker, OrganisationId organisation,
                                     domain::PersonId person, const std::optional<FileId>& after,
                                     std::size_t most) {
  NL_TRY(explained,
         gate.read(asker, Action::ExplainSight, organisation, {.about = person},
                   [&](Session& session, accounts::Trace& told) -> Result<ExplainedFiles> {
                     NL_CHECK(known_there(session, organisation, person));
                     NL_TRY(known, store::person(session, person));
                     if (!known) return no_such_person();
                     NL_TRY(who, as_in(session, organisation, person, asker.at));
                     NL_TRY(files, store::files_in_scope(
                                       session,
                                       accounts::scope(gate.policy(), who, accounts::any_relation),
                                       after, most + 1));
                     ExplainedFiles page{.person = *std::move(known)};
                     for (const auto& file : files) {
                       if (page.files.size() == most) {
                         page.next = page.files.back().file;
                         break;
                       }
                       NL_TRY(reasons, reasons_of(session, gate, who, file));
                       NL_TRY(where, place_words(session, organisation, file));
                       page.files.push_back(
                           {file.file, file.victim, std::move(where), std::move(reasons), {}});
                       told.shown.push_back({file.file, file.service});
                     }
                     return page;
                   }));
  NL_CHECK(add_names(gate, asker, explained));
  return std::move(explained);
}

}  // namespace northlight::casework
