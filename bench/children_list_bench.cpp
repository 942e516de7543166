// The databases of the tests say with doctest what they miss.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>

#include "accounts/gate.hpp"
#include "accounts/people.hpp"
#include "accounts/scope.hpp"
#include "platform/random.hpp"
#include "store/cases.hpp"
#include "store/children.hpp"
#include "store/files.hpp"
#include "store/name_keys.hpp"
#include "tests/store/engines.hpp"

// Fifty of 100,000 invented children of one service, as a practitioner with 12 of their own and as
// a head of service who sees them all; a page from the middle; a search by name. The list alone is
// measured here, and the same through the gate, which ends when its line of the audit trail is on
// the disk.
namespace {

using namespace northlight;
using store::Transaction;

constexpr int children = 100'000;
constexpr int own = 12;
constexpr int of_team = 200;

template <typename T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

const accounts::Policy& policy() {
  static const auto read =
      must(accounts::read_policy(std::string(NORTHLIGHT_SOURCE_DIR) + "/policy/roles.toml"));
  return read;
}

std::string name_of(int i) {
  static constexpr std::array syllables{"ba",  "den", "fer",  "hol", "mar", "nor",
                                        "pel", "ros", "sten", "tam", "vin", "wel"};
  std::string name;
  for (int rest = i * 7919 + 17; name.size() < 8; rest /= 12)
    name += syllables.at(static_cast<std::size_t>(rest % 12));
  return name;
}

constexpr std::array<const char*, 40> given_names{
    "Wren",    "Sorrel", "Tansy",  "Lichen",  "Heron",  "Pipit",   "Sedge",   "Clover",
    "Mallow",  "Siskin", "Yarrow", "Teasel",  "Fern",   "Rowan",   "Alder",   "Hazel",
    "Iris",    "Linnet", "Maple",  "Osier",   "Plover", "Quince",  "Robin",   "Bryony",
    "Campion", "Dunlin", "Elder",  "Figwort", "Gorse",  "Juniper", "Kestrel", "Larch",
    "Merlin",  "Nettle", "Oriole", "Poppy",   "Reed",   "Sable",   "Thyme",   "Willow"};

/// Rows of one insert. Only for what needs no quoting.
class Rows {
 public:
  explicit Rows(std::string insert) : insert_(std::move(insert)) {}
  void add(const std::vector<std::string>& texts, const std::string& more = "") {
    values_ += values_.empty() ? "(" : ", (";
    for (std::size_t i = 0; i < texts.size(); ++i)
      values_ += (i == 0 ? "'" : ", '") + texts[i] + "'";
    values_ += more + ")";
  }
  Status run(Transaction& transaction) {
    auto values = std::exchange(values_, {});
    return transaction.run_as_is(insert_ + values);
  }

 private:
  std::string insert_;
  std::string values_;
};

struct Filled {
  explicit Filled(store::Engine engine) : fresh(engine), database(fresh.open_migrated()) {
    const auto now = must(platform::parse_instant("2026-11-23T12:00:00.000Z"));
    must(database->write(
        [&](Transaction& transaction) -> Status { return fill(transaction, now); }));
    const auto asker = [&](const char* role, domain::PersonId person) {
      return accounts::Asker{.person = person, .roles = {{role, service, team}}, .at = now};
    };
    practitioner = asker("practitioner", people[0]);
    head = asker("head-of-service", people[1]);
    gate = std::make_unique<accounts::Gate>(*database, policy());
  }

  Status fill(Transaction& transaction, platform::Instant now) {
    NL_CHECK(store::add_organisation(
        transaction, {service, store::OrganisationKind::Service, "s", "S", {}}, now));
    NL_CHECK(store::add_team(transaction, {team, service, "T", {}}));
    for (const auto& person : people)
      NL_CHECK(store::add_person(
          transaction, {.id = person, .name = "P", .joined_on = Date{std::chrono::sys_days{}}},
          now));
    // Many rows a statement: one by one, PostgreSQL would take minutes.
    Rows files("insert into file (id, service_id, kind, opened_at, restricted, held) values ");
    Rows names(
        "insert into child (file_id, service_id, family_name, given_names, sort_name, born_on) "
        "values ");
    Rows keys("insert into child_name_key (service_id, key, file_id) values ");
    Rows sights(
        "insert into sight (id, holder_kind, holder_id, organisation_id, file_id, relation, "
        "from_at, cause_kind, cause_id) values ");
    Rows cases("insert into child_case (id, file_id, kind, stage, opened_on) values ");
    auto another = people[2];
    const auto in = service.text();
    const auto at = platform::iso(now);
    for (int i = 0; i < children; ++i) {
      const auto file = platform::random_id<domain::FileId>();
      if (i == children / 2) middle = file;
      const auto id = file.text();
      const auto name = name_of(i);
      files.add({id, in, "child", at}, i % 500 == 0 ? ", true, false" : ", false, false");
      const std::string given = given_names.at(static_cast<std::size_t>(i) % given_names.size());
      const auto born = add_days(
          Date{std::chrono::year{2008}, std::chrono::January, std::chrono::day{1}}, i % 2'900);
      names.add({id, in, name, given, name + " " + given, iso(born)});
      for (const auto& key : store::trigrams_of(given + " " + name)) keys.add({in, key, id});
      cases.add({id, id, "court", "planning", "2026-03-02"});
      // Everybody has twelve or so of their own.
      if (i % own == 0) another = platform::random_id<domain::PersonId>();
      const auto& holder = i % (children / own) == 0 ? people[0] : another;
      sights.add({id, "person", holder.text(), in, id, "own-case", at, "allocation", "bench"});
      if (i % (children / of_team) == 0)
        sights.add({platform::random_id<domain::FileId>().text(), "team", team.text(), in, id,
                    "team-case", at, "allocation", "bench"});
      if (i % 500 != 499 && i + 1 != children) continue;
      for (auto* rows : {&files, &names, &keys, &sights, &cases}) NL_CHECK(rows->run(transaction));
    }
    NL_CHECK(transaction.run_as_is("analyze"));
    return done();
  }

  testing::FreshDatabase fresh;
  std::unique_ptr<store::Database> database;
  std::unique_ptr<accounts::Gate> gate;
  domain::OrganisationId service = platform::random_id<domain::OrganisationId>();
  domain::TeamId team = platform::random_id<domain::TeamId>();
  std::array<domain::PersonId, 3> people{platform::random_id<domain::PersonId>(),
                                         platform::random_id<domain::PersonId>(),
                                         platform::random_id<domain::PersonId>()};
  domain::FileId middle{IdBits{}};
  accounts::Asker practitioner{.person = domain::PersonId{IdBits{}}};
  accounts::Asker head{.person = domain::PersonId{IdBits{}}};
};

Filled& filled(store::Engine engine) {
  static std::map<store::Engine, std::unique_ptr<Filled>> all;
  auto& one = all[engine];
  if (!one) one = std::make_unique<Filled>(engine);
  return *one;
}

/// Who asks, and for whose children: their own, their team's, all that they may find.
enum class Who { Own, Team, All, Head };

using Show = Result<std::vector<store::ListedChild>> (*)(store::Session&, const store::ListGrant&,
                                                         const Filled&);

Result<std::vector<store::ListedChild>> first_page(store::Session& session,
                                                   const store::ListGrant& grant, const Filled&) {
  return store::children(session, grant, {}, 51);
}
Result<std::vector<store::ListedChild>> from_the_middle(store::Session& session,
                                                        const store::ListGrant& grant,
                                                        const Filled& in) {
  NL_TRY(place, store::place_of(session, grant, in.middle));
  return store::children(session, grant, place, 51);
}
/// As the page shows it, with the open cases of the fifty.
Result<std::vector<store::ListedChild>> with_cases(store::Session& session,
                                                   const store::ListGrant& grant, const Filled&) {
  NL_TRY(rows, store::children(session, grant, {}, 51));
  std::vector<domain::FileId> files;
  for (const auto& row : rows) files.push_back(row.file);
  NL_TRY(cases, store::open_cases(session, grant, files));
  if (cases.size() < rows.size()) return Error{ErrorCode::Unavailable, "A case is missing."};
  return rows;
}
template <const char* const& Typed>
Result<std::vector<store::ListedChild>> search(store::Session& session,
                                               const store::ListGrant& grant, const Filled&) {
  return store::find_children(session, grant, Sensitive<std::string>(Typed), 50);
}
Result<std::vector<store::ListedChild>> born_on(store::Session& session,
                                                const store::ListGrant& grant, const Filled&) {
  return store::children_born_on(
      session, grant, Date{std::chrono::year{2010}, std::chrono::March, std::chrono::day{27}}, 50);
}
const char* const full_name = "Wren Holmarden";
const char* const slip = "holmrden";
const char* const beginning = "ho";

std::vector<accounts::Shown> shown(const std::vector<store::ListedChild>& rows) {
  std::vector<accounts::Shown> all;
  for (const auto& row : rows) all.push_back({row.file, row.service});
  return all;
}

/// Through the gate: the answer is given out when its line of the trail is durable. The list alone
/// is timed by the counter, inside.
void list(benchmark::State& state, store::Engine engine, Who who, Show show) {
  auto& in = filled(engine);
  const auto& asker = who == Who::Head ? in.head : in.practitioner;
  accounts::Relations whose = accounts::any_relation;
  if (who == Who::Own) whose = {domain::Relation::OwnCase};
  if (who == Who::Team) whose = {domain::Relation::OwnCase, domain::Relation::TeamCase};
  std::size_t rows = 0;
  std::chrono::steady_clock::duration inside{};
  for (auto _ : state) {
    const auto found = must(in.gate->list(
        asker, whose,
        [&](store::Session& session, const store::ListGrant& grant) {
          const auto began = std::chrono::steady_clock::now();
          auto answer = show(session, grant, in);
          inside += std::chrono::steady_clock::now() - began;
          return answer;
        },
        shown));
    rows = found.size();
  }
  state.counters["rows"] = static_cast<double>(rows);
  state.counters["list_ms"] =
      benchmark::Counter(std::chrono::duration<double, std::milli>(inside).count(),
                         benchmark::Counter::kAvgIterations);
}

void add_all(store::Engine engine, const std::string& name) {
  const auto add = [&](const std::string& what, Who who, Show show) {
    benchmark::RegisterBenchmark((name + "/" + what).c_str(),
                                 [=](benchmark::State& state) { list(state, engine, who, show); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  };
  add("practitioner, own 12", Who::Own, first_page);
  add("practitioner, team's 200", Who::Team, first_page);
  add("practitioner, all, first page", Who::All, first_page);
  add("practitioner, all, from the middle", Who::All, from_the_middle);
  add("head of service, first page", Who::Head, first_page);
  add("head of service, first page with cases", Who::Head, with_cases);
  add("head of service, from the middle", Who::Head, from_the_middle);
  add("head of service, search for a full name", Who::Head, search<full_name>);
  add("head of service, search with a slip", Who::Head, search<slip>);
  add("head of service, search for a beginning", Who::Head, search<beginning>);
  add("practitioner, search for a full name", Who::All, search<full_name>);
  add("head of service, same date of birth", Who::Head, born_on);
}

}  // namespace

int main(int count, char** arguments) {
  doctest::Context checks;
  checks.setAsDefaultForAssertsOutOfTestCases();
  benchmark::Initialize(&count, arguments);
  for (const auto engine : testing::engines())
    add_all(engine, engine == store::Engine::Sqlite ? "sqlite" : "postgresql");
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
