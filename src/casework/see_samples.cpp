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

ListedSample listed(store::SampleRow sample, SampleSide side, platform::Instant at) {
  const auto stage = sample.stage(at);
  return {
      .sample = std::move(sample), .side = side, .stage = stage, .inspectorate = {}, .service = {}};
}

Status name_both(Session& session, ListedSample& one) {
  NL_TRY(inspectorate, organisation_name(session, one.sample.inspectorate));
  NL_TRY(service, organisation_name(session, one.sample.service));
  one.inspectorate = std::move(inspectorate);
  one.service = std::move(service);
  return done();
}

std::vector<CaseOnPage> numbers_of(const std::vector<store::SampleCase>& cases) {
  std::vector<CaseOnPage> all;
  for (const auto& one : cases) all.push_back({one.number, one.kind, one.drawn, one.is_held, {}});
  return all;
}

/// Which children's names stand beside the numbers of the page: all for the service; for an
/// inspectorate those that were drawn, while it sees them.
std::vector<FileId> named_on_page(const SamplePage& page,
                                  const std::vector<store::SampleCase>& cases) {
  const bool all = page.listed.side == SampleSide::Service;
  std::vector<FileId> files;
  if (!all && page.listed.stage != SampleStage::Notified) return files;
  const auto add = [&](const std::vector<CaseOnPage>& part, const PagePlace& place) {
    for (const auto& shown : place.of(std::span(part))) {
      const auto at = std::ranges::find(cases, shown.number, &store::SampleCase::number);
      if (at != cases.end() && at->file && at->is_held) files.push_back(*at->file);
    }
  };
  add(page.those(true), page.places.drawn);
  if (all) add(page.those(false), page.places.rest);
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

/// Who could be given sight: before it was notified anybody who judges, and then who has none.
Result<std::vector<TeamMember>> team_of(Session& session, const Gate& gate, const SamplePage& page,
                                        Date today) {
  const auto stage = page.listed.stage;
  if (!page.may_draw || (stage != SampleStage::ListSent && stage != SampleStage::Notified))
    return std::vector<TeamMember>{};
  NL_TRY(team, who_may_judge(session, gate, page.listed.sample.inspectorate, today));
  std::erase_if(team, [&](const TeamMember& one) {
    const auto at = std::ranges::find(page.readers, one.person, &store::SampleReader::person);
    return at != page.readers.end() && page.sees_now(*at);
  });
  return std::move(team);
}

Result<SampleRead> read_sample(Session& session, const Gate& gate, const SampleSeat& seat,
                               const Asker& asker, const SamplePlaces& places) {
  // As it is now: it may have gone on since it was looked for.
  NL_TRY(now, store::sample(session, seat.sample.id));
  if (!now) return no_such_sample();
  NL_TRY(cases, store::sample_cases(session, now->id));
  NL_TRY(readers, store::sample_readers(session, now->id));
  NL_TRY(changes, store::sample_changes(session, now->id));
  const auto today = platform::day_in_london(asker.at);
  SamplePage page{.listed = listed(*std::move(now), seat.side(), asker.at),
                  .places = places,
                  .at = asker.at,
                  .cases = numbers_of(cases),
                  .latest_last_day = add_days(today, gate.policy().sample_days())};
  NL_CHECK(name_both(session, page.listed));
  const auto& sample = page.listed.sample;
  NL_TRY(notified_by, person_name(session, sample.notified_by));
  NL_TRY(signed_by, person_name(session, sample.signed_by));
  page.readers = std::move(readers);
  page.changes = std::move(changes);
  page.notified_by = std::move(notified_by);
  page.signed_by = std::move(signed_by);
  const auto may = [&](Action action) {
    return std::holds_alternative<accounts::Allowed>(
        accounts::may(gate.policy(), asker, action, seat.organisation));
  };
  page.may_draw = seat.side() == SampleSide::Inspectorate && may(Action::DrawSample);
  page.may_send_list = seat.side() == SampleSide::Service && may(Action::SendCaseList);
  NL_TRY(team, team_of(session, gate, page, today));
  page.team = std::move(team);
  return SampleRead{std::move(page), std::move(cases)};
}

/// The first of all pages up to the one that is asked for, of one organisation.
Result<SampleList> samples_here(Session& session, OrganisationId organisation, const Asker& asker,
                                std::size_t most) {
  NL_TRY(count, store::count_samples(session, organisation));
  NL_TRY(rows, store::samples_of(session, organisation, most));
  SampleList here{.samples = {}, .count = static_cast<std::size_t>(count)};
  for (auto& row : rows) {
    const auto side =
        row.inspectorate == organisation ? SampleSide::Inspectorate : SampleSide::Service;
    here.samples.push_back(listed(std::move(row), side, asker.at));
    NL_CHECK(name_both(session, here.samples.back()));
  }
  return here;
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

std::vector<CaseOnPage> SamplePage::those(bool drawn) const {
  auto part = cases;
  std::erase_if(part, [&](const CaseOnPage& one) { return one.drawn != drawn; });
  return part;
}

bool SamplePage::sees_now(const store::SampleReader& reader) const {
  return !reader.until || *reader.until > at;
}

Result<std::vector<store::FittingCase>> fitting_cases(Gate& gate, const Asker& asker,
                                                      const store::SampleRow& sample,
                                                      const PagePlace& place) {
  return gate.list(
      asker, accounts::any_relation,
      [&](Session& session, const store::ListGrant& grant) {
        return store::cases_in_window(session, grant, sample);
      },
      [&](const std::vector<store::FittingCase>& cases) {
        std::vector<accounts::Shown> shown;
        std::set<FileId> once;
        for (const auto& one : place.of(std::span(cases)))
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

Result<SampleList> list_samples(Gate& gate, const Asker& asker, const PagePlace& place) {
  auto organisations = organisations_where(gate.policy(), asker, Action::SeeSample);
  if (organisations.empty()) {
    NL_TRY(one, organisation_asked(gate, asker, Action::SeeSample));
    organisations.push_back(one);
  }
  const auto most = place.number * place.size;
  SampleList all;
  for (const auto& organisation : organisations) {
    NL_TRY(here, gate.read(asker, Action::SeeSample, organisation, {}, [&](Session& session) {
      return samples_here(session, organisation, asker, most);
    }));
    all.count += here.count;
    std::ranges::move(here.samples, std::back_inserter(all.samples));
  }
  std::ranges::stable_sort(all.samples, std::greater<>{},
                           [](const ListedSample& one) { return one.sample.begun_at; });
  const auto part = place.of(std::span(all.samples));
  all.samples = std::vector(std::move_iterator(part.begin()), std::move_iterator(part.end()));
  return all;
}

Result<SamplePage> open_sample(store::Database& database, Gate& gate, const Asker& asker,
                               store::SampleId id, const SamplePlaces& places) {
  NL_TRY(seat, sample_seat(database, gate, asker, Action::SeeSample, id));
  NL_TRY(
      read,
      gate.read(asker, Action::SeeSample, seat.organisation,
                {.called = accounts::act(code(Action::SeeSample), {{"sample", id.text()}})},
                [&](Session& session) { return read_sample(session, gate, seat, asker, places); }));
  auto& page = read.page;
  NL_TRY(children, children_named(gate, asker, named_on_page(page, read.cases)));
  for (std::size_t i = 0; i < read.cases.size(); ++i)
    if (const auto& file = read.cases[i].file)
      if (const auto at = std::ranges::find(children, *file, &store::ListedChild::file);
          at != children.end())
        page.cases[i].child = *at;
  if (page.may_send_list && page.listed.stage == SampleStage::ListAsked) {
    NL_TRY(fitting, fitting_cases(gate, asker, page.listed.sample, places.ticks));
    for (const auto& one : fitting) page.all_fitting.push_back(one.id);
    for (auto& one : places.ticks.of(std::span(fitting))) page.fitting.push_back(std::move(one));
  }
  return std::move(page);
}

}  // namespace northlight::casework
