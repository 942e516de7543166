#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>

#include "accounts/may.hpp"

// The decision alone, of a relation that is known: docs/performance.md asks for under 200 ns.
namespace {

using namespace northlight;

const accounts::Policy& policy() {
  static const auto read =
      accounts::read_policy(std::string(NORTHLIGHT_SOURCE_DIR) + "/policy/roles.toml");
  if (!read) {
    std::cerr << read.error().message << '\n';
    std::exit(1);
  }
  return *read;
}

void decide(benchmark::State& state, const std::vector<std::string>& roles,
            domain::Relation relation, domain::Marks marks) {
  const domain::OrganisationId service{IdBits{}};
  accounts::Asker asker{.person = domain::PersonId{IdBits{}}};
  accounts::Standing standing{.service = service, .marks = marks, .named = true};
  for (std::size_t i = 0; i < roles.size(); ++i) {
    asker.roles.push_back({roles[i], service, {}});
    standing.relations[i] = {relation};
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(accounts::may(policy(), asker, domain::Action::ReadFile, standing));
}

void allowed(benchmark::State& state) {
  decide(state, {"practitioner"}, domain::Relation::OwnCase, {});
}
void allowed_by_the_last_of_four_roles(benchmark::State& state) {
  decide(state, {"board-member", "service-analyst", "panel-member", "head-of-service"},
         domain::Relation::ServiceCase, {});
}
void allowed_under_every_mark(benchmark::State& state) {
  decide(state, {"practitioner"}, domain::Relation::OwnCase,
         {domain::Mark::Restricted, domain::Mark::LegalHold});
}
void needs_a_reason(benchmark::State& state) {
  decide(state, {"practitioner"}, domain::Relation::ServiceCase, {});
}
void denied_and_hidden(benchmark::State& state) {
  decide(state, {"administrator"}, domain::Relation::ServiceCase, {});
}
BENCHMARK(allowed);
BENCHMARK(allowed_by_the_last_of_four_roles);
BENCHMARK(allowed_under_every_mark);
BENCHMARK(needs_a_reason);
BENCHMARK(denied_and_hidden);

}  // namespace

BENCHMARK_MAIN();
