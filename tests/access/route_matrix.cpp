#include "tests/access/route_matrix.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "store/people.hpp"
#include "tests/access/a_council.hpp"
#include "tests/access/asked_route.hpp"
#include "tests/access/expected.hpp"
#include "tests/access/full_file.hpp"
#include "tests/access/full_organisation.hpp"

namespace northlight::testing {
namespace {

using domain::Action;
using domain::Relation;
using Met = AskedRoute::Met;
using Faults = std::vector<std::string>;

/// Forms, roles and cases of the demonstration are in force by then.
void go_to_november(SiteUnderTest& site) {
  auto& clock = site.people().clock;
  const auto day = *platform::parse_instant("2026-11-23T09:30:00.000Z");
  if (clock.now() < day)
    clock.go_on(std::chrono::duration_cast<std::chrono::milliseconds>(day - clock.now()));
}

/// Somebody who holds that role and no other, signed in.
struct Holder {
  Holder(SiteUnderTest& site, const accounts::Role& of)
      : role(of), id(person(site, of)), visit(site), expected(expected_of(of.code)) {
    visit.sign_in(site.people().holder_of(of.title));
    in_service = std::ranges::find(of.at, std::string("service")) != of.at.end();
  }

  const accounts::Role& role;
  domain::PersonId id;
  Visit visit;
  ExpectedOfRole expected;
  bool in_service = false;

 private:
  static domain::PersonId person(SiteUnderTest& site, const accounts::Role& role) {
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session,
                                           site.people().holder_of(role.title).sign_in_name);
    });
    if (!known || !*known) throw std::runtime_error("nobody is the " + role.title);
    return (**known).id;
  }
};

std::vector<const accounts::Role*> tried(SiteUnderTest& site, const RoleCodes& roles) {
  std::vector<const accounts::Role*> all;
  for (const auto& role : site.people().policy.roles())
    if (!role.by_link && (roles.empty() || roles.contains(role.code))) all.push_back(&role);
  return all;
}

/// What the tables that were written by hand expect of somebody of that role.
Expected expected(const Holder& holder, Action action, const FileCase& made) {
  if (made.mark == domain::Mark::ConflictOfInterest) return Expected::Denied;
  if (made.mark == domain::Mark::Restricted && !made.named) return Expected::Denied;
  if (made.mark == domain::Mark::LegalHold && action == Action::EraseFile) return Expected::Denied;
  const bool walled = made.mark == domain::Mark::VictimWalled;
  const auto& table = walled ? holder.expected.victim : holder.expected.child;
  const bool in_service = holder.in_service && !made.elsewhere;
  const auto own = made.relation.value_or(Relation::None);
  auto best = Expected::Denied;
  for (std::size_t i = 0; i < domain::relation_count; ++i) {
    const auto relation = static_cast<Relation>(i);
    if (relation != own && !(in_service && relation == Relation::ServiceCase)) continue;
    if (table.at(action).at(i) == Expected::Allowed) return Expected::Allowed;
    if (table.at(action).at(i) == Expected::NeedsReason) best = Expected::NeedsReason;
  }
  return best;
}

Met met(Expected expected, bool finds) {
  if (expected == Expected::Allowed) return Met::LetThrough;
  if (expected == Expected::NeedsReason) return Met::NeedsReason;
  return finds ? Met::Refused : Met::Hidden;
}

/// Whether there is such a file at the address: at one of children's there is no victim's.
bool is_there(const RouteRow& row, const FileCase& made) {
  const bool walled = made.mark == domain::Mark::VictimWalled;
  return !(row.is_of_a_child() && walled) && !(row.is_of_a_victim() && !walled);
}

/// The page where a reason is given lets through whom one would help, and whoever needs none.
Met met_where_reasons_are_given(const Holder& holder, const FileCase& made) {
  if (expected(holder, Action::ReadFile, made) == Expected::Allowed) return Met::LetThrough;
  for (std::size_t i = 0; i < domain::action_count; ++i)
    if (const auto action = static_cast<Action>(i);
        is_about_a_file(action) && expected(holder, action, made) == Expected::NeedsReason)
      return Met::LetThrough;
  return Met::Hidden;
}

Met met(const Holder& holder, const RouteRow& row, const FileCase& made) {
  if (row.asks == "own") return Met::LetThrough;
  if (row.asks == "reason") return met_where_reasons_are_given(holder, made);
  if (!is_there(row, made)) return Met::Hidden;
  const bool finds = expected(holder, Action::FindFile, made) == Expected::Allowed;
  const auto action = *domain::parse_action(row.asks.substr(row.asks.find(' ') + 1));
  return met(expected(holder, action, made), finds);
}

std::vector<FileCase> cases() {
  std::vector<FileCase> all;
  for (const auto mark :
       {std::optional<domain::Mark>{}, std::optional(domain::Mark::Restricted),
        std::optional(domain::Mark::VictimWalled), std::optional(domain::Mark::ConflictOfInterest),
        std::optional(domain::Mark::LegalHold)})
    for (const auto relation : {std::optional<Relation>{}, std::optional(Relation::OwnCase),
                                std::optional(Relation::TeamCase), std::optional(Relation::Sampled),
                                std::optional(Relation::Invited)})
      for (const bool named : {false, true})
        if (!named || mark == domain::Mark::Restricted) {
          all.push_back({relation, mark, named});
          if (!relation) all.push_back({relation, mark, named, true});
        }
  return all;
}

/// At a victim's address no child's file is there, marked or not: without a mark is enough.
bool is_asked(const RouteRow& row, const FileCase& made) {
  return !row.is_of_a_victim() || !made.mark || made.mark == domain::Mark::VictimWalled;
}

std::string name_of(const Holder& holder, const RouteRow& row) {
  return row.method + " " + row.pattern + " by " + holder.role.code;
}

void compare(Faults& faults, const std::string& name, const AskedRoute& asked, Met wanted) {
  if (asked.met == wanted) return;
  if (asked.met == Met::Wrong)
    faults.push_back(name + ": " + asked.wrong);
  else
    faults.push_back(name + ": " + std::string(words(asked.met)) + ", not " +
                     std::string(words(wanted)));
}

void ask_about_file(Faults& faults, SiteUnderTest& site, Holder& holder, Asking& asking,
                    const RouteRow& row, const FileCase& made) {
  // Each route has a file of its own, for a POST may change how somebody stands to it.
  const auto named = add_full_file(site, holder.id, made, row);
  const auto name = name_of(holder, row) + " (" + words(made) + ")";
  const auto wanted = met(holder, row, made);
  // Whoever is not let through is so whatever the form holds.
  if (wanted != Met::LetThrough && !row.body.empty()) {
    const auto empty = asking.ask(row, named, "");
    if (wanted == Met::Hidden && !empty.same_as_nowhere)
      faults.push_back(name + ": an empty form tells what is hidden from what does not exist");
    if (row.method == "POST") compare(faults, name + " with an empty form", empty, wanted);
  }
  const auto asked = asking.ask(row, named, row.body);
  if (wanted == Met::Hidden && !asked.same_as_nowhere && asked.met != Met::Wrong)
    faults.push_back(name + ": tells what is hidden from what does not exist");
  const bool finds = expected(holder, Action::FindFile, made) == Expected::Allowed;
  if (row.asks == "own" && !finds && !asked.same_as_nowhere)
    faults.push_back(name + ": tells what is hidden from what does not exist");
  if (!asked.filled) faults.push_back(name + ": something in its address is nobody's");
  compare(faults, name, asked, wanted);
}

}  // namespace

Faults ask_about_files(SiteUnderTest& site, const std::vector<RouteRow>& rows,
                       const RoleCodes& roles) {
  go_to_november(site);
  Faults faults;
  for (const auto* role : tried(site, roles)) {
    Holder holder(site, *role);
    Asking asking(holder.visit);
    for (const auto& made : cases()) {
      site.people().clock.go_on(std::chrono::seconds{30});  // Nobody asks for that much at once.
      for (const auto& row : rows)
        if (row.is_of_files() && is_asked(row, made))
          ask_about_file(faults, site, holder, asking, row, made);
    }
  }
  return faults;
}

Faults ask_about_organisations(SiteUnderTest& site, const std::vector<RouteRow>& rows,
                               const RoleCodes& roles) {
  go_to_november(site);
  Faults faults;
  for (const auto* role : tried(site, roles)) {
    Holder holder(site, *role);
    Asking asking(holder.visit);
    const auto organisations = site.database().read(
        [&](store::Session& session) { return store::organisations(session); });
    const auto held = site.database().read(
        [&](store::Session& session) { return store::roles_of(session, holder.id); });
    if (!organisations || !held) throw std::runtime_error("there are no organisations");
    for (const auto& row : rows) {
      if (!row.asks.starts_with("organisation ")) continue;
      const auto action = *domain::parse_action(row.asks.substr(13));
      const bool may = holder.expected.organisation.contains(action);
      for (const auto& organisation : *organisations) {
        const bool own = organisation.id == held->front().organisation;
        const bool names_theirs = row.pattern.find("/:person") != std::string::npos ||
                                  row.pattern.find("/:team") != std::string::npos;
        if (!own && !names_theirs) continue;
        const auto named = add_full_organisation(site, organisation.id, row);
        const auto asked = asking.ask(row, named, row.body);
        const auto name = name_of(holder, row) + (own ? "" : " (of another organisation)");
        if (!own && !asked.same_as_nowhere)
          faults.push_back(name + ": tells who is hidden from who does not exist");
        if (!own) continue;
        if (!asked.filled) faults.push_back(name + ": something in its address is nobody's");
        // Who is not let through may be told so, or that there is nothing.
        const auto refused = asked.met == Met::Hidden ? Met::Hidden : Met::Refused;
        compare(faults, name, asked, may ? Met::LetThrough : refused);
      }
    }
  }
  return faults;
}

Faults ask_for_own(SiteUnderTest& site, const std::vector<RouteRow>& rows, const RoleCodes& roles) {
  go_to_november(site);
  auto own = rows;
  std::erase_if(own, [](const RouteRow& row) {
    return row.asks != "own" || row.is_of_files() || row.audience == "by-link";
  });
  // Whoever has signed out asks for nothing more.
  std::ranges::stable_partition(own,
                                [](const RouteRow& row) { return row.pattern != "/sign-out"; });
  ACouncil council(site);
  Faults faults;
  for (const auto* role : tried(site, roles)) {
    Holder holder(site, *role);
    Asking asking(holder.visit);
    for (const auto& row : own) {
      InAddress named;
      if (row.pattern.find("/:provider") != std::string::npos)
        named[":provider"] = council.connected_with(holder.id);
      const auto asked =
          row.pattern == "/sign-out"
              ? AskedRoute{.met = holder.visit.post("/sign-out", {}).status == 303 ? Met::LetThrough
                                                                                   : Met::Wrong}
              : asking.ask(row, named, row.body);
      compare(faults, name_of(holder, row), asked, Met::LetThrough);
    }
  }
  return faults;
}

Faults ask_as_stranger(SiteUnderTest& site, const std::vector<RouteRow>& rows) {
  go_to_november(site);
  const Holder worker(site, *site.people().policy.find("practitioner"));
  const auto file = add_file(site, worker.id, {Relation::OwnCase, {}});
  const InAddress there{{":file", file.file},
                        {":record", file.record},
                        {":version", "1"},
                        {":case", file.child_case},
                        {":person", worker.id.text()}};
  Faults faults;
  for (const auto& row : rows) {
    if (row.method == "OPTIONS") continue;
    site.people().clock.go_on(std::chrono::minutes{1});
    Visit stranger(site);
    Asking asking(stranger);
    const auto asked = asking.ask(row, there, row.body);
    const auto name = row.method + " " + row.pattern + " by a stranger";
    const bool sent_to_sign_in = asked.met == Met::Wrong && asked.wrong.starts_with("303 /sign-in");
    if (row.audience == "signed-in" && !sent_to_sign_in)
      faults.push_back(name + ": is not sent to sign in");
    if (row.audience == "signed-in" && !asked.same_as_nowhere)
      faults.push_back(name + ": tells what is there from what is not");
    if (row.audience == "by-link" && !asked.wrong.starts_with("303 /mine/closed"))
      faults.push_back(name + ": is not sent out");
    if (row.audience == "everyone" && sent_to_sign_in)
      faults.push_back(name + ": is sent to sign in");
    if (asked.wrong.starts_with("5")) faults.push_back(name + ": " + asked.wrong);
  }
  return faults;
}

}  // namespace northlight::testing
