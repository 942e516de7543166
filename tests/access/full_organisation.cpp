#include "tests/access/full_organisation.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/random.hpp"
#include "store/audit_head.hpp"
#include "store/people.hpp"
#include "store/samples.hpp"
#include "store/sight.hpp"
#include "tests/store/granted.hpp"

namespace northlight::testing {
namespace {

using domain::OrganisationId;
using domain::PersonId;
using store::OrganisationKind;
using store::SampleStage;
using store::Transaction;

/// Adds to one organisation as of that moment.
struct Founding {
  SiteUnderTest& site;
  OrganisationId organisation;
  platform::Instant now;
  PersonId somebody;
  PersonId colleague;

  Date today() const { return platform::day_in_london(now); }
};

Status put_team(Transaction& transaction, const Founding& at, InAddress& named) {
  const auto team = platform::random_id<domain::TeamId>();
  NL_CHECK(store::add_team(transaction,
                           {.id = team, .organisation = at.organisation, .name = team.text()}));
  named[":team"] = team.text();
  return done();
}

Status put_role(Transaction& transaction, const Founding& at, InAddress& named) {
  NL_TRY(roles, store::roles_of(transaction, at.somebody));
  named[":role"] = roles.front().id.text();
  return done();
}

Status put_cover(Transaction& transaction, const Founding& at, InAddress& named) {
  const auto cover = platform::random_id<store::CoverId>();
  NL_CHECK(store::add_cover(transaction,
                            {.id = cover,
                             .absent = at.somebody,
                             .covering = at.colleague,
                             .organisation = at.organisation,
                             .from = at.now,
                             .until = at.now + std::chrono::hours(48)},
                            at.colleague, at.now));
  named[":cover"] = cover.text();
  return done();
}

/// What the sample has come to where a route is for it.
SampleStage stage_for(const RouteRow& row) {
  const auto& pattern = row.pattern;
  if (pattern.ends_with("/list")) return SampleStage::ListAsked;
  if (pattern.ends_with("/notification")) return SampleStage::ListSent;
  return SampleStage::Notified;
}

Result<OrganisationId> first_of(Transaction& transaction, OrganisationKind kind) {
  NL_TRY(all, store::organisations(transaction));
  const auto found = std::ranges::find(all, kind, &store::Organisation::kind);
  if (found == all.end()) return Error{ErrorCode::NotFound, "There is no such organisation."};
  return found->id;
}

/// Between that organisation and one of the other kind, with one case on its list.
Status put_sample(Transaction& transaction, const Founding& at, SampleStage stage,
                  InAddress& named) {
  NL_TRY(own, store::organisation(transaction, at.organisation));
  const bool inspects = own->kind == OrganisationKind::Inspectorate;
  NL_TRY(service, first_of(transaction, OrganisationKind::Service));
  NL_TRY(inspectorate, first_of(transaction, OrganisationKind::Inspectorate));
  const auto id = platform::random_id<store::SampleId>();
  const store::SampleHand by{at.somebody, at.now - std::chrono::minutes(5)};
  const store::SampleRow sample{.id = id,
                                .inspectorate = inspects ? at.organisation : inspectorate,
                                .service = inspects ? service : at.organisation,
                                .title = "Exampleshire 2026",
                                .fieldwork_on = at.today(),
                                .window_from = add_days(at.today(), -300),
                                .window_to = at.today(),
                                .kinds = {domain::CaseKind::Prevention},
                                .begun_by = by.person,
                                .begun_at = by.at};
  named[":sample"] = id.text();
  NL_CHECK(store::begin_sample(transaction, sample));
  if (stage == SampleStage::ListAsked) return done();
  const auto child = add_file_in(transaction, at.site, at.colleague, {});
  if (!child) return child.error();
  NL_CHECK(store::send_case_list(
      transaction, id,
      {.cases = {{.id = *domain::CaseId::parse(child->child_case),
                  .file = *domain::FileId::parse(child->file),
                  .service = sample.service,
                  .kind = domain::CaseKind::Prevention,
                  .opened_on = at.today(),
                  .family_name = Sensitive<std::string>("Exampleby"),
                  .given_names = Sensitive<std::string>("Wren"),
                  .known_as = Sensitive<std::optional<std::string>>(std::nullopt)}}},
      by));
  if (stage == SampleStage::ListSent) return done();
  const auto last_day = add_days(at.today(), 10);
  NL_CHECK(store::notify_sample(transaction, id, {.numbers = {1}, .last_day = last_day}, by));
  named[":inspector"] = at.colleague.text();
  return store::give_sight(transaction,
                           {.holder = store::Holder::of(at.colleague),
                            .organisation = sample.inspectorate,
                            .file = *domain::FileId::parse(child->file),
                            .relation = domain::Relation::Sampled,
                            .from = by.at,
                            .until = platform::start_of_day_in_london(add_days(last_day, 1)),
                            .cause = store::SightCause::Sample,
                            .cause_id = id.text()});
}

/// The first line of a log: of the organisation's own, for whoever is tried has signed in, which is
/// one; or of the installation's, which bears no name.
Status put_number(Transaction& transaction, const std::string& chain, InAddress& named) {
  NL_TRY(number, transaction.value<std::optional<std::int64_t>>(
                     "select min(e.number) from audit_entry e join audit_chain c on c.id = e.chain "
                     "where c.service = :service",
                     {{"service", chain}}));
  if (!number) return Error{ErrorCode::NotFound, "There is no line of the log."};
  named[":number"] = std::to_string(*number);
  return done();
}

bool is_of_the_installation(const RouteRow& row) {
  return row.pattern.starts_with("/audit/installation/");
}

/// Somebody whom nobody knows tries to come in: a line of the installation's log.
void try_to_come_in(SiteUnderTest& site) {
  Visit stranger(site);
  stranger.get("/sign-in");
  stranger.post("/sign-in", {{"name", "nobody@nowhere.example"}, {"password", "a guess"}});
}

}  // namespace

InAddress add_full_organisation(SiteUnderTest& site, OrganisationId organisation,
                                const RouteRow& row) {
  const Founding at{site, organisation, site.people().clock.now(), add_somebody(site, organisation),
                    add_somebody(site, organisation)};
  InAddress named{{":person", at.somebody.text()}};
  const auto wants = [&](std::string_view name) {
    return row.pattern.find(name) != std::string::npos || row.body.find(name) != std::string::npos;
  };
  const bool of_installation = is_of_the_installation(row);
  if (of_installation) try_to_come_in(site);
  const auto chain = of_installation ? std::string() : organisation.text();
  const auto written = site.database().write([&](Transaction& transaction) -> Status {
    if (wants(":team")) NL_CHECK(put_team(transaction, at, named));
    if (wants(":role")) NL_CHECK(put_role(transaction, at, named));
    if (wants(":cover")) NL_CHECK(put_cover(transaction, at, named));
    if (wants(":sample")) NL_CHECK(put_sample(transaction, at, stage_for(row), named));
    if (wants(":number")) NL_CHECK(put_number(transaction, chain, named));
    return done();
  });
  if (!written) throw std::runtime_error(written.error().message);
  if (wants(":day")) {
    const auto head = store::sign_head_of_day(site.database(), site.people().signing, at.now);
    if (!head) throw std::runtime_error(head.error().message);
    named[":day"] = iso(at.today());
  }
  return named;
}

}  // namespace northlight::testing
