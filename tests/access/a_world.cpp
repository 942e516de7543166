#include "tests/access/a_world.hpp"

#include <doctest/doctest.h>

#include "accounts/may.hpp"
#include "platform/random.hpp"
#include "store/name_keys.hpp"

namespace northlight::testing {
namespace {

using domain::FileId;
using domain::Relation;
using store::Transaction;

accounts::Relations only(accounts::Relations all, accounts::Relations wanted) {
  accounts::Relations kept;
  for (std::size_t i = 0; i < domain::relation_count; ++i)
    if (const auto each = static_cast<Relation>(i); all.has(each) && wanted.has(each))
      kept.set(each);
  return kept;
}

}  // namespace

void World::fill() {
  service_.write([&](Transaction& transaction) -> Status {
    for (int i = 0; i < 4; ++i) people_.push_back(platform::random_id<domain::PersonId>());
    for (const auto& person : people_)
      NL_CHECK(store::add_person(transaction,
                                 {.id = person, .name = "Invented", .joined_on = day("2026-01-01")},
                                 service_.now));
    for (int i = 0; i < 30; ++i) NL_CHECK(add_file(transaction));
    return done();
  });
}

accounts::Asker World::asker() {
  static constexpr std::array organisations{"service", "service", "service", "elsewhere",
                                            "inspectorate"};
  accounts::Asker asker{.person = one_of(people_), .at = moment()};
  const auto count = 1 + below(3);
  for (unsigned i = 0; i < count; ++i) {
    accounts::RoleHeld held{some_role(), service_.organisation(one_of(organisations))};
    if (below(2) == 0) held.team = service_.team(below(2) == 0 ? "North" : "South");
    asker.roles.push_back(std::move(held));
  }
  for (unsigned i = below(3); i > 0; --i) asker.covers.push_back(some_cover());
  return asker;
}

/// Every other time one of those who work with files, so that there is something to find.
std::string World::some_role() {
  static constexpr std::array workers{"practitioner", "practice-manager", "victim-worker"};
  return below(2) == 0 ? one_of(workers) : one_of(shipped_policy().roles()).code;
}

accounts::Covered World::some_cover() {
  accounts::Covered covered{one_of(people_), service_.organisation("service")};
  for (unsigned i = 1 + below(2); i > 0; --i) {
    accounts::RoleHeld held{some_role(), covered.organisation};
    if (below(3) > 0) held.team = service_.team(below(2) == 0 ? "North" : "South");
    covered.roles.push_back(std::move(held));
  }
  return covered;
}

accounts::Among World::some_of(const accounts::Asker& asker) {
  if (!asker.covers.empty() && below(2) == 0)
    return {below(4) > 0 ? accounts::any_relation : some_relations(), one_of(asker.covers).person};
  return below(2) == 0 ? accounts::any_relation : some_relations();
}

accounts::Relations World::some_relations() {
  accounts::Relations some;
  for (std::size_t i = 0; i < domain::relation_count; ++i)
    if (below(2) == 0) some.set(static_cast<Relation>(i));
  return some;
}

platform::Instant World::moment() {
  return noon("2026-11-20") + std::chrono::hours(12 * static_cast<int>(below(10)));
}

void World::draw_facts(AFile& file) {
  static constexpr std::array kinds{domain::CaseKind::Court, domain::CaseKind::Prevention};
  const auto half = [this] { return drawn(facts_, 2) == 0; };
  file.given_names = half() ? "Wren" : "Odile";
  file.born_on = add_days(day("2010-05-17"), static_cast<int>(drawn(facts_, 3)));
  file.kind = file.victim ? domain::CaseKind::Victim : kinds.at(drawn(facts_, 2));
  file.opened_on = add_days(day("2026-10-01"), static_cast<int>(drawn(facts_, 4)));
  file.is_open = half();
  file.unfinished = half();
  file.promised = half();
  file.unread = half();
  file.asked_for = half();
}

Status World::add_file(Transaction& transaction) {
  AFile file{.id = platform::random_id<FileId>(), .victim = below(3) == 0};
  const auto in = service_.organisation(below(4) == 0 ? "elsewhere" : "service");
  file.service = in;
  draw_facts(file);
  NL_CHECK(store::begin_file(transaction, file.id, in,
                             file.victim ? store::FileKind::Victim : store::FileKind::Child,
                             moment()));
  const auto id = file.id.text();
  const auto name = "name" + std::to_string(below(6));
  if (file.victim)
    NL_CHECK(
        transaction.run("insert into victim (file_id, service_id, reference) "
                        "values (:file, :service, :file)",
                        {{"file", id}, {"service", in.text()}}));
  else
    NL_CHECK(
        transaction.run("insert into child (file_id, service_id, family_name, given_names, "
                        "born_on, sort_name) values (:file, :service, :name, :given, :born, :name)",
                        {{"file", id},
                         {"service", in.text()},
                         {"name", name},
                         {"given", file.given_names},
                         {"born", iso(file.born_on)}}));
  NL_CHECK(transaction.run("update file set restricted = :restricted, held = :held where id = :id",
                           {{"restricted", below(4) == 0}, {"held", below(4) == 0}, {"id", id}}));
  for (unsigned i = 1 + below(4); i > 0; --i) NL_CHECK(add_sight(transaction, file.id));
  if (below(3) == 0) NL_CHECK(add_tie(transaction, "file_named", "", id));
  if (below(5) == 0) NL_CHECK(add_tie(transaction, "conflict_of_interest", ", words", id));
  NL_CHECK(add_facts(transaction, file));
  files_.push_back(file);
  return done();
}

Status World::add_facts(Transaction& transaction, const AFile& file) {
  const auto id = file.id.text();
  NL_CHECK(transaction.run(
      "insert into child_case (id, file_id, kind, stage, opened_on, closed_on) "
      "values (:id, :file, :kind, :stage, :opened, :closed)",
      {{"id", platform::random_id<FileId>().text()},
       {"file", id},
       {"kind", code(file.kind)},
       {"stage", std::string_view(file.is_open ? "opened" : "closed")},
       {"opened", iso(file.opened_on)},
       {"closed", file.is_open ? std::nullopt : std::optional<std::string>("2026-11-02")}}));
  if (!file.victim)
    for (const auto& key : store::trigrams_of(file.given_names))
      NL_CHECK(transaction.run(
          "insert into child_name_key (service_id, key, file_id) values (:service, :key, :file)",
          {{"service", file.service.text()}, {"key", key}, {"file", id}}));
  if (file.unfinished) NL_CHECK(add_record(transaction, file, false));
  if (file.promised) NL_CHECK(add_record(transaction, file, true));
  if (file.unread) NL_CHECK(add_sent_in(transaction, file));
  if (!file.asked_for) return done();
  NL_CHECK(transaction.run(
      "insert into subject_request (id, file_id, asked_by, received_on, recorded_at, recorded_by, "
      "due_on) values (:id, :file, 'child', '2026-11-02', :at, :person, '2026-12-02')",
      {{"id", platform::random_id<FileId>().text()},
       {"file", id},
       {"at", platform::iso(service_.now)},
       {"person", people_.front().text()}}));
  return done();
}

/// One that is begun; or one that is finished, with an action of a plan that is still to be done.
Status World::add_record(Transaction& transaction, const AFile& file, bool promises) {
  const auto record = platform::random_id<domain::RecordId>().text();
  NL_CHECK(transaction.run(
      "insert into record (id, file_id, form, edition, begun_at, begun_by, last_version, last_seq) "
      "values (:id, :file, 'plan', 1, :at, :person, :version, 0)",
      {{"id", record},
       {"file", file.id.text()},
       {"at", platform::iso(service_.now)},
       {"person", people_.front().text()},
       {"version", promises ? 1 : 0}}));
  if (!promises) return done();
  NL_CHECK(transaction.run(
      "insert into projected_action (record_id, taken_from, place, file_id, what, due_on) "
      "values (:id, 'signed', 0, :file, 'A visit', '2026-11-20')",
      {{"id", record}, {"file", file.id.text()}}));
  return done();
}

Status World::add_sent_in(Transaction& transaction, const AFile& file) {
  NL_CHECK(transaction.run(
      "insert into sent_in (id, file_id, kind, sent_by, role, organisation_id, sent_at, words, "
      "fingerprint) values (:id, :file, 'note', :person, 'panel-member', :service, :at, 'sealed', "
      "'fingerprint')",
      {{"id", platform::random_id<FileId>().text()},
       {"file", file.id.text()},
       {"person", people_.front().text()},
       {"service", file.service.text()},
       {"at", platform::iso(service_.now)}}));
  return done();
}

Status World::add_sight(Transaction& transaction, FileId file) {
  static constexpr std::array organisations{"service",   "service", "service",
                                            "elsewhere", "partner", "inspectorate"};
  static constexpr std::array relations{Relation::OwnCase,  Relation::TeamCase, Relation::OwnCase,
                                        Relation::TeamCase, Relation::Sampled,  Relation::Invited,
                                        Relation::Themself, Relation::Parent};
  const auto organisation = service_.organisation(one_of(organisations));
  const auto kind = below(3);
  store::NewSight sight{.holder = kind == 0   ? store::Holder::of(one_of(people_))
                                  : kind == 1 ? store::Holder::of(service_.team("North"))
                                              : store::Holder::of(organisation),
                        .organisation = organisation,
                        .file = file,
                        .relation = one_of(relations),
                        .from = moment(),
                        .cause_id = "invented"};
  if (below(2) == 0) sight.until = sight.from + std::chrono::hours(36);
  return store::give_sight(transaction, sight);
}

Status World::add_tie(Transaction& transaction, const std::string& table, const std::string& more,
                      std::string_view file) {
  const auto from = moment();
  const auto until =
      below(2) == 0 ? std::optional(platform::iso(from + std::chrono::hours(36))) : std::nullopt;
  NL_CHECK(transaction.run("insert into " + table + " (id, file_id, person_id, from_at, until_at" +
                               more + ") values (:id, :file, :person, :from, :until" +
                               (more.empty() ? ")" : ", 'aunt')"),
                           {{"id", platform::random_id<FileId>().text()},
                            {"file", file},
                            {"person", one_of(people_).text()},
                            {"from", platform::iso(from)},
                            {"until", until}}));
  return done();
}

std::set<std::string> World::opened_to(const accounts::Asker& asker, const accounts::Among& whose,
                                       bool victims, domain::Action action,
                                       const Wanted& wanted) const {
  std::set<std::string> found;
  for (const auto& file : files_) {
    if (file.victim != victims || !wanted(file)) continue;
    const auto all = service_.database->read(
        [&](store::Session& session) { return accounts::standing(session, asker, file.id); });
    REQUIRE(all);
    auto some = *all;
    for (auto& relations : some.relations)
      relations = whose.lent_by ? accounts::Relations{} : only(relations, whose.relations);
    for (auto& lent : some.lent)
      lent.relations = whose.lent_by && asker.covers[lent.cover].person != *whose.lent_by
                           ? accounts::Relations{}
                           : only(lent.relations, whose.relations);
    if (std::holds_alternative<accounts::Allowed>(
            accounts::may(shipped_policy(), asker, action, some)))
      found.insert(file.id.text());
  }
  return found;
}

std::set<std::string> World::only_here(std::set<std::string> files) const {
  std::set<std::string> here;
  for (const auto& file : files_)
    if (auto found = files.extract(file.id.text())) here.insert(std::move(found));
  return here;
}

}  // namespace northlight::testing
