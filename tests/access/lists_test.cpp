#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "platform/random.hpp"
#include "store/victims.hpp"
#include "tests/access/a_service.hpp"

// A list is what `may` would let somebody find of every file there is: no more, no less, whatever
// the sight, the marks, the roles and the moment.
namespace northlight::testing {
namespace {

using domain::Action;
using domain::FileId;
using domain::Relation;
using store::Transaction;

/// A file and whether it is a victim's.
struct AFile {
  FileId id;
  bool victim;
};

/// An invented world, drawn anew for each seed.
class World {
 public:
  World(AService& service, unsigned seed) : service_(service), random_(seed) {}

  void fill() {
    service_.write([&](Transaction& transaction) -> Status {
      for (int i = 0; i < 4; ++i) people_.push_back(platform::random_id<domain::PersonId>());
      for (const auto& person : people_)
        NL_CHECK(store::add_person(
            transaction, {.id = person, .name = "Invented", .joined_on = day("2026-01-01")},
            service_.now));
      for (int i = 0; i < 30; ++i) NL_CHECK(add_file(transaction));
      return done();
    });
  }

  accounts::Asker asker() {
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
  std::string some_role() {
    static constexpr std::array workers{"practitioner", "practice-manager", "victim-worker"};
    return below(2) == 0 ? one_of(workers) : one_of(shipped_policy().roles()).code;
  }

  accounts::Covered some_cover() {
    accounts::Covered covered{one_of(people_), service_.organisation("service")};
    for (unsigned i = 1 + below(2); i > 0; --i) {
      accounts::RoleHeld held{some_role(), covered.organisation};
      if (below(3) > 0) held.team = service_.team(below(2) == 0 ? "North" : "South");
      covered.roles.push_back(std::move(held));
    }
    return covered;
  }

  /// Whatever the asker may find in some relations, or of it what somebody lends them.
  accounts::Among some_of(const accounts::Asker& asker) {
    if (!asker.covers.empty() && below(2) == 0)
      return {below(4) > 0 ? accounts::any_relation : some_relations(),
              one_of(asker.covers).person};
    return below(2) == 0 ? accounts::any_relation : some_relations();
  }

  accounts::Relations some_relations() {
    accounts::Relations some;
    for (std::size_t i = 0; i < domain::relation_count; ++i)
      if (below(2) == 0) some.set(static_cast<Relation>(i));
    return some;
  }

  const std::vector<AFile>& files() const { return files_; }

 private:
  unsigned below(unsigned end) {
    return std::uniform_int_distribution<unsigned>(0, end - 1)(random_);
  }
  template <typename T>
  typename T::const_reference one_of(const T& all) {
    return all[below(static_cast<unsigned>(std::size(all)))];
  }
  platform::Instant moment() {
    return noon("2026-11-20") + std::chrono::hours(12 * static_cast<int>(below(10)));
  }

  Status add_file(Transaction& transaction) {
    const AFile file{platform::random_id<FileId>(), below(3) == 0};
    const auto in = service_.organisation(below(4) == 0 ? "elsewhere" : "service");
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
                          "sort_name) values (:file, :service, :name, '', :name)",
                          {{"file", id}, {"service", in.text()}, {"name", name}}));
    NL_CHECK(
        transaction.run("update file set restricted = :restricted, held = :held where id = :id",
                        {{"restricted", below(4) == 0}, {"held", below(4) == 0}, {"id", id}}));
    for (unsigned i = 1 + below(4); i > 0; --i) NL_CHECK(add_sight(transaction, file.id));
    if (below(3) == 0) NL_CHECK(add_tie(transaction, "file_named", "", id));
    if (below(5) == 0) NL_CHECK(add_tie(transaction, "conflict_of_interest", ", words", id));
    files_.push_back(file);
    return done();
  }

  Status add_sight(Transaction& transaction, FileId file) {
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

  Status add_tie(Transaction& transaction, const std::string& table, const std::string& more,
                 std::string_view file) {
    const auto from = moment();
    const auto until =
        below(2) == 0 ? std::optional(platform::iso(from + std::chrono::hours(36))) : std::nullopt;
    NL_CHECK(transaction.run(
        "insert into " + table + " (id, file_id, person_id, from_at, until_at" + more +
            ") values (:id, :file, :person, :from, :until" + (more.empty() ? ")" : ", 'aunt')"),
        {{"id", platform::random_id<FileId>().text()},
         {"file", file},
         {"person", one_of(people_).text()},
         {"from", platform::iso(from)},
         {"until", until}}));
    return done();
  }

  AService& service_;
  std::mt19937 random_;
  std::vector<domain::PersonId> people_;
  std::vector<AFile> files_;
};

accounts::Relations only(accounts::Relations all, accounts::Relations wanted) {
  accounts::Relations kept;
  for (std::size_t i = 0; i < domain::relation_count; ++i)
    if (const auto each = static_cast<Relation>(i); all.has(each) && wanted.has(each))
      kept.set(each);
  return kept;
}

/// What `may` lets the asker find in these relations, asked file by file.
std::set<std::string> found_one_by_one(const AService& service, const World& world,
                                       const accounts::Asker& asker, const accounts::Among& whose,
                                       bool victims) {
  std::set<std::string> found;
  for (const auto& file : world.files()) {
    if (file.victim != victims) continue;
    const auto all = service.database->read(
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
            accounts::may(shipped_policy(), asker, Action::FindFile, some)))
      found.insert(file.id.text());
  }
  return found;
}

/// All pages of the list, three at a time, and how many the count says.
std::set<std::string> found_by_list(AService& service, const accounts::Asker& asker,
                                    const accounts::Among& whose) {
  std::set<std::string> found;
  std::vector<std::string> order;
  std::optional<FileId> after;
  do {
    const auto page = casework::list_children(*service.gate, asker, whose, after, 3);
    REQUIRE(page);
    for (const auto& child : page->children) {
      CHECK(found.insert(child.file.text()).second);
      order.push_back(child.sort_name.reveal() + " " + child.file.text());
    }
    after = page->next;
  } while (after);
  CHECK(std::ranges::is_sorted(order));
  const auto counted = service.gate->list(
      asker, whose,
      [](store::Session& session, const store::ListGrant& grant) {
        return store::count_children(session, grant);
      },
      [](std::int64_t) { return std::vector<accounts::Shown>{}; });
  CHECK(counted.value_or(-1) == static_cast<std::int64_t>(found.size()));
  return found;
}

std::set<std::string> found_victims(AService& service, const accounts::Asker& asker,
                                    const accounts::Among& whose) {
  const auto listed = service.gate->list(
      asker, whose,
      [](store::Session& session, const store::ListGrant& grant) {
        return store::victims(session, grant, {}, 100);
      },
      [](const auto&) { return std::vector<accounts::Shown>{}; });
  REQUIRE(listed);
  std::set<std::string> found;
  for (const auto& each : *listed) found.insert(each.file.text());
  return found;
}

}  // namespace

TEST_CASE("a list equals the filter by the decision, over random sight, marks, roles and moments") {
  for (const auto engine : engines()) {
    AService service(engine);
    std::size_t seen = 0;
    std::size_t lent = 0;
    for (unsigned seed = 1; seed <= 4; ++seed) {
      World world(service, seed);
      world.fill();
      for (int i = 0; i < 25; ++i) {
        CAPTURE(seed);
        CAPTURE(i);
        const auto asker = world.asker();
        const auto whose = world.some_of(asker);
        std::set<std::string> of_this_world;
        for (const auto& file : world.files()) of_this_world.insert(file.id.text());
        const auto only_here = [&](std::set<std::string> all) {
          std::erase_if(all, [&](const auto& id) { return !of_this_world.contains(id); });
          return all;
        };
        const auto listed = only_here(found_by_list(service, asker, whose));
        CHECK(listed == found_one_by_one(service, world, asker, whose, false));
        CHECK(only_here(found_victims(service, asker, whose)) ==
              found_one_by_one(service, world, asker, whose, true));
        seen += listed.size();
        if (whose.lent_by) lent += listed.size();
      }
    }
    CHECK(seen > 100);  // Otherwise this compared nothing with nothing.
    CHECK(lent > 10);
  }
}

}  // namespace northlight::testing
