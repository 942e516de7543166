#include <algorithm>
#include <set>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "casework/people.hpp"
#include "casework/sample_parts.hpp"

namespace northlight::casework {

using domain::Action;
using domain::FileId;
using domain::OrganisationId;
using store::SampleStage;
using store::Session;

namespace {

Error no_such_sample() { return {ErrorCode::NotFound, "There is no such sample."}; }

Result<std::string> organisation_name(Session& session, OrganisationId id) {
  NL_TRY(found, store::organisation(session, id));
  return found ? found->name : std::string();
}

Result<std::string> person_name(Session& session, const std::optional<domain::PersonId>& id) {
  if (!id) return std::string();
  NL_TRY(found, store::person(session, *id));
  return found ? found->name : std::string();
}

ListedSample listed(store::SampleRow sample, SampleSide side,
                    const std::vector<store::SampleCase>& cases) {
  const auto drawn = std::ranges::count_if(cases, &store::SampleCase::drawn);
  return {.sample = std::move(sample),
          .side = side,
          .inspectorate = {},
          .service = {},
          .listed = static_cast<std::int64_t>(cases.size()),
          .drawn = static_cast<std::int64_t>(drawn)};
}

Status name_both(Session& session, ListedSample& one) {
  NL_TRY(inspectorate, organisation_name(session, one.sample.inspectorate));
  NL_TRY(service, organisation_name(session, one.sample.service));
  one.inspectorate = std::move(inspectorate);
  one.service = std::move(service);
  return done();
}

/// Which children's names stand beside the numbers: all for the service; for an inspectorate those
/// that were drawn, while it sees them.
std::vector<FileId> named_on_page(const SampleSeat& seat,
                                  const std::vector<store::SampleCase>& cases) {
  const bool all = seat.side() == SampleSide::Service;
  std::vector<FileId> files;
  if (!all && seat.sample.stage() != SampleStage::Notified) return files;
  for (const auto& one : cases)
    if (one.file && one.is_held && (all || one.drawn)) files.push_back(*one.file);
  return files;
}

Result<std::vector<store::ListedChild>> children_named(Gate& gate, const Asker& asker,
                                                       const std::vector<FileId>& files) {
  if (files.empty()) return std::vector<store::ListedChild>{};
  return gate.list(
      asker, accounts::any_relation,
      [&](Session& session, const store::ListGrant& grant) {
        return store::children_of(session, grant, files);
      },
      [](const std::vector<store::ListedChild>& children) {
        std::vector<accounts::Shown> shown;
        for (const auto& child : children) shown.push_back({child.file, child.service});
        return shown;
      });
}

/// The page without what a list shows, and the files of its cases.
struct SampleRead {
  SamplePage page;
  std::vector<store::SampleCase> cases;
};

Result<SampleRead> read_sample(Session& session, const Gate& gate, const SampleSeat& seat,
                               const Asker& asker) {
  // As it is now: it may have gone on since it was looked for.
  NL_TRY(now, store::sample(session, seat.sample.id));
  if (!now) return no_such_sample();
  NL_TRY(cases, store::sample_cases(session, now->id));
  NL_TRY(readers, store::sample_readers(session, now->id));
  SamplePage page{.listed = listed(*std::move(now), seat.side(), cases)};
  NL_CHECK(name_both(session, page.listed));
  const auto& sample = page.listed.sample;
  NL_TRY(notified_by, person_name(session, sample.notified_by));
  NL_TRY(signed_by, person_name(session, sample.signed_by));
  page.readers = std::move(readers);
  page.notified_by = std::move(notified_by);
  page.signed_by = std::move(signed_by);
  const auto may = [&](Action action) {
    return std::holds_alternative<accounts::Allowed>(
        accounts::may(gate.policy(), asker, action, seat.organisation));
  };
  page.may_draw = seat.side() == SampleSide::Inspectorate && may(Action::DrawSample);
  page.may_send_list = seat.side() == SampleSide::Service && may(Action::SendCaseList);
  if (page.may_draw && sample.stage() == SampleStage::ListSent) {
    NL_TRY(team,
           who_may_judge(session, gate, sample.inspectorate, platform::day_in_london(asker.at)));
    page.team = std::move(team);
  }
  return SampleRead{std::move(page), std::move(cases)};
}

}  // namespace

Result<OrganisationId> organisation_asked(const Gate& gate, const Asker& asker, Action action) {
  const auto all = organisations_where(gate.policy(), asker, action);
  if (!all.empty()) return all.front();
  if (asker.roles.empty()) return Error{ErrorCode::NotFound, "There is no such page."};
  return asker.roles.front().organisation;
}

Result<SampleSeat> sample_seat(store::Database& database, const Gate& gate, const Asker& asker,
                               Action action, store::SampleId id) {
  NL_TRY(found, database.read([&](Session& session) { return store::sample(session, id); }));
  if (!found) return no_such_sample();
  const auto concerned = [&](OrganisationId organisation) {
    return organisation == found->inspectorate || organisation == found->service;
  };
  for (const auto& organisation : organisations_where(gate.policy(), asker, action))
    if (concerned(organisation)) return SampleSeat{*found, organisation};
  for (const auto& held : asker.roles)
    if (concerned(held.organisation)) return SampleSeat{*found, held.organisation};
  return SampleSeat{*found, found->inspectorate};
}

Result<std::vector<TeamMember>> who_may_judge(Session& session, const Gate& gate,
                                              OrganisationId inspectorate, Date today) {
  std::vector<TeamMember> team;
  for (const auto& role : gate.policy().roles()) {
    if (!role.on(Action::FindFile, false).may.has(domain::Relation::Sampled)) continue;
    NL_TRY(held, store::holders_of_role(session, inspectorate, role.code, today));
    for (const auto& each : held) {
      if (std::ranges::find(team, each.person, &TeamMember::person) != team.end()) continue;
      NL_TRY(person, store::person(session, each.person));
      if (person) team.push_back({each.person, person->name, role.title});
    }
  }
  std::ranges::sort(team, {}, &TeamMember::name);
  return team;
}

Result<std::vector<store::FittingCase>> fitting_cases(Gate& gate, const Asker& asker,
                                                      const store::SampleRow& sample) {
  return gate.list(
      asker, accounts::any_relation,
      [&](Session& session, const store::ListGrant& grant) {
        return store::cases_in_window(session, grant, sample);
      },
      [](const std::vector<store::FittingCase>& cases) {
        std::vector<accounts::Shown> shown;
        std::set<FileId> once;
        for (const auto& one : cases)
          if (once.insert(one.file).second) shown.push_back({one.file, one.service});
        return shown;
      });
}

Result<SampleDesk> open_sample_desk(Gate& gate, const Asker& asker) {
  NL_TRY(inspectorate, organisation_asked(gate, asker, Action::DrawSample));
  return gate.read(asker, Action::DrawSample, inspectorate, {},
                   [&](Session& session) -> Result<SampleDesk> {
                     NL_TRY(all, store::organisations(session));
                     std::erase_if(all, [](const store::Organisation& each) {
                       return each.kind != store::OrganisationKind::Service || each.closed_on;
                     });
                     return SampleDesk{inspectorate, std::move(all)};
                   });
}

Result<std::vector<ListedSample>> list_samples(Gate& gate, const Asker& asker) {
  auto organisations = organisations_where(gate.policy(), asker, Action::SeeSample);
  if (organisations.empty()) {
    NL_TRY(one, organisation_asked(gate, asker, Action::SeeSample));
    organisations.push_back(one);
  }
  std::vector<ListedSample> all;
  for (const auto& organisation : organisations) {
    NL_TRY(found, gate.read(asker, Action::SeeSample, organisation, {},
                            [&](Session& session) -> Result<std::vector<ListedSample>> {
                              NL_TRY(rows, store::samples_of(session, organisation));
                              std::vector<ListedSample> here;
                              for (auto& row : rows) {
                                NL_TRY(cases, store::sample_cases(session, row.id));
                                const auto side = row.inspectorate == organisation
                                                      ? SampleSide::Inspectorate
                                                      : SampleSide::Service;
                                here.push_back(listed(std::move(row), side, cases));
                                NL_CHECK(name_both(session, here.back()));
                              }
                              return here;
                            }));
    std::ranges::move(found, std::back_inserter(all));
  }
  return all;
}

Result<SamplePage> open_sample(store::Database& database, Gate& gate, const Asker& asker,
                               store::SampleId id) {
  NL_TRY(seat, sample_seat(database, gate, asker, Action::SeeSample, id));
  NL_TRY(read,
         gate.read(asker, Action::SeeSample, seat.organisation,
                   {.called = accounts::act(code(Action::SeeSample), {{"sample", id.text()}})},
                   [&](Session& session) { return read_sample(session, gate, seat, asker); }));
  auto& page = read.page;
  seat.sample = page.listed.sample;
  NL_TRY(children, children_named(gate, asker, named_on_page(seat, read.cases)));
  for (const auto& one : read.cases) {
    CaseOnPage shown{one.number, one.kind, one.drawn, one.is_held, {}};
    if (one.file)
      if (const auto at = std::ranges::find(children, *one.file, &store::ListedChild::file);
          at != children.end())
        shown.child = *at;
    page.cases.push_back(std::move(shown));
  }
  if (page.may_send_list && seat.sample.stage() == SampleStage::ListAsked) {
    NL_TRY(fitting, fitting_cases(gate, asker, seat.sample));
    page.fitting = std::move(fitting);
  }
  return std::move(page);
}

}  // namespace northlight::casework
