#include <doctest/doctest.h>

#include "casework/due.hpp"
#include "casework/retention.hpp"
#include "casework/sample_parts.hpp"
#include "casework/subject_access.hpp"
#include "domain/read_retention.hpp"
#include "forms/read_forms.hpp"
#include "store/victims.hpp"
#include "tests/access/a_world.hpp"
#include "tests/access/expected.hpp"

// Searches and lists of what is to be done, over the same random sight, marks, roles and moments as
// the list of children: each shows and counts the files that the decision opens, and no other.
namespace northlight::testing {
namespace {

using accounts::any_relation;
using domain::Action;
using Files = std::set<std::string>;

constexpr std::size_t plenty = 1'000;

/// The rules that ship.
struct Shipped {
  forms::Forms forms = *forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  domain::RetentionPolicy retention =
      *domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml");
};

/// The files of the rows, each once, of this world.
template <typename Rows>
Files once_each(const World& world, const Rows& rows) {
  Files all;
  for (const auto& row : rows) CHECK(all.insert(row.file.text()).second);
  return world.only_here(std::move(all));
}

std::size_t check_searches(AService& service, World& world, const accounts::Asker& asker) {
  const auto whose = world.some_relations();
  const auto named =
      casework::find_children(*service.gate, asker, whose, Sensitive<std::string>("wren"), plenty);
  REQUIRE(named);
  const auto wrens = once_each(world, named->children);
  CHECK(wrens == world.opened_to(asker, whose, false, Action::FindFile,
                                 [](const AFile& file) { return file.given_names == "Wren"; }));

  const auto birthday = day("2010-05-18");
  const auto born = casework::children_born_on(*service.gate, asker, birthday, plenty);
  REQUIRE(born);
  CHECK(once_each(world, born->children) ==
        world.opened_to(asker, any_relation, false, Action::FindFile,
                        [&](const AFile& file) { return file.born_on == birthday; }));

  // By their names: those of a sample, of notices, of what somebody else sees.
  std::vector<domain::FileId> all;
  for (const auto& file : world.files()) all.push_back(file.id);
  const auto of_these = service.gate->list(
      asker, any_relation,
      [&](store::Session& session, const store::ListGrant& grant) {
        return store::children_of(session, grant, all);
      },
      [](const auto&) { return std::vector<accounts::Shown>{}; });
  REQUIRE(of_these);
  CHECK(once_each(world, *of_these) == world.opened_to(asker, any_relation, false));
  const auto victims = service.gate->list(
      asker, any_relation,
      [&](store::Session& session, const store::ListGrant& grant) {
        return store::victims_of(session, grant, all);
      },
      [](const auto&) { return std::vector<accounts::Shown>{}; });
  REQUIRE(victims);
  CHECK(once_each(world, *victims) == world.opened_to(asker, any_relation, true));
  return wrens.size();
}

/// What is due tells of content: only where the file may be read at once.
std::size_t check_due(AService& service, World& world, const accounts::Asker& asker,
                      const Shipped& shipped) {
  const auto whose = world.some_relations();
  const auto due = casework::what_is_due(*service.gate, asker, shipped.forms, whose);
  REQUIRE(due);
  const auto read = [&](bool AFile::*has) {
    return world.opened_to(asker, whose, false, Action::ReadFile,
                           [has](const AFile& file) { return file.*has; });
  };
  const auto unfinished = once_each(world, due->unfinished);
  CHECK(unfinished == read(&AFile::unfinished));
  CHECK(once_each(world, due->promised) == read(&AFile::promised));
  CHECK(once_each(world, due->unread) == read(&AFile::unread));
  for (const auto& row : due->unread) CHECK(row.count == 1);
  CHECK(once_each(world, due->children) ==
        world.opened_to(asker, whose, false, Action::ReadFile, [](const AFile& file) {
          return file.unfinished || file.promised || file.unread;
        }));
  return unfinished.size();
}

const ExpectedOfRole& table_of(const std::string& role) {
  static std::map<std::string, ExpectedOfRole> tables;
  const auto found = tables.find(role);
  return found != tables.end() ? found->second
                               : tables.emplace(role, expected_of(role)).first->second;
}

/// In which relations one of their roles prepares or gives answers, at once or with a reason.
accounts::Relations answered_in(const accounts::Asker& asker, bool victims) {
  accounts::Relations found;
  for (const auto& held : asker.roles) {
    const auto& table = victims ? table_of(held.role).victim : table_of(held.role).child;
    for (const auto action : {Action::PrepareSubjectAccess, Action::ReleaseSubjectAccess})
      for (std::size_t i = 0; i < domain::relation_count; ++i)
        if (table.at(action).at(i) != Expected::Denied) found.set(static_cast<domain::Relation>(i));
  }
  return found;
}

std::size_t check_requests(AService& service, const World& world, const accounts::Asker& asker) {
  const auto rows = casework::list_subject_requests(*service.gate, asker, plenty);
  REQUIRE(rows);
  const auto asked_for = [](const AFile& file) { return file.asked_for; };
  auto wanted =
      world.opened_to(asker, answered_in(asker, false), false, Action::FindFile, asked_for);
  wanted.merge(world.opened_to(asker, answered_in(asker, true), true, Action::FindFile, asked_for));
  const auto listed = once_each(world, *rows);
  CHECK(listed == wanted);
  return listed.size();
}

/// All pages of all states, and what the counts say.
std::size_t check_reviews(AService& service, const World& world, const accounts::Asker& asker,
                          const Shipped& shipped) {
  std::vector<store::RetentionFile> listed;
  for (const auto state :
       {casework::ReviewState::Waiting, casework::ReviewState::Now, casework::ReviewState::Soon,
        casework::ReviewState::Held, casework::ReviewState::NoPeriod,
        casework::ReviewState::NotKnown, casework::ReviewState::Later})
    for (std::size_t number = 1, seen = 0;; ++number) {
      const auto page =
          casework::review_queue(*service.gate, shipped.retention, asker, {state, number, 7});
      REQUIRE(page);
      CHECK(page->count == page->counts.at(static_cast<std::size_t>(state)));
      for (const auto& item : page->items) listed.push_back(item.file);
      seen += page->items.size();
      if (seen >= page->count || page->items.empty()) {
        CHECK(seen == page->count);
        break;
      }
    }
  const auto rests = [](const AFile& file) { return !file.is_open; };
  auto wanted = world.opened_to(asker, any_relation, false, Action::ReviewRetention, rests);
  wanted.merge(world.opened_to(asker, any_relation, true, Action::ReviewRetention, rests));
  const auto reviewed = once_each(world, listed);
  CHECK(reviewed == wanted);
  return reviewed.size();
}

std::size_t check_fitting_cases(AService& service, const World& world,
                                const accounts::Asker& asker) {
  const store::SampleRow sample{.id = store::SampleId(IdBits{}),
                                .inspectorate = service.organisation("inspectorate"),
                                .service = service.organisation("service"),
                                .title = "Exampleshire 2026",
                                .window_from = day("2026-10-02"),
                                .window_to = day("2026-10-03"),
                                .kinds = {domain::CaseKind::Court},
                                .begun_by = asker.person};
  const auto cases = casework::fitting_cases(*service.gate, asker, sample, {});
  REQUIRE(cases);
  const auto fitting = once_each(world, *cases);
  CHECK(fitting ==
        world.opened_to(asker, any_relation, false, Action::FindFile, [&](const AFile& file) {
          return file.service == sample.service && file.kind == domain::CaseKind::Court &&
                 file.opened_on >= sample.window_from && file.opened_on <= sample.window_to;
        }));
  return fitting.size();
}

}  // namespace

TEST_CASE(
    "searches, what is due, requests, reviews and fitting cases are what the decision opens") {
  const Shipped shipped;
  for (const auto engine : engines()) {
    AService service(engine);
    struct {
      std::size_t named = 0, due = 0, asked_for = 0, reviewed = 0, fitting = 0;
    } seen;
    for (unsigned seed = 11; seed <= 13; ++seed) {
      World world(service, seed);
      world.fill();
      for (int i = 0; i < 25; ++i) {
        CAPTURE(seed);
        CAPTURE(i);
        const auto asker = world.asker();
        seen.named += check_searches(service, world, asker);
        seen.due += check_due(service, world, asker, shipped);
        seen.asked_for += check_requests(service, world, asker);
        seen.reviewed += check_reviews(service, world, asker, shipped);
        seen.fitting += check_fitting_cases(service, world, asker);
      }
    }
    // Otherwise this compared nothing with nothing.
    CHECK(seen.named > 20);
    CHECK(seen.due > 20);
    CHECK(seen.asked_for > 20);
    CHECK(seen.reviewed > 20);
    CHECK(seen.fitting > 20);
  }
}

}  // namespace northlight::testing
