#include "cli/demo_children.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "accounts/glass.hpp"
#include "accounts/home_address.hpp"
#include "accounts/load_asker.hpp"
#include "accounts/people.hpp"
#include "casework/children.hpp"
#include "casework/file_marks.hpp"
#include "casework/links.hpp"
#include "casework/people.hpp"
#include "cli/demo_addresses.hpp"
#include "cli/demo_changes.hpp"
#include "cli/demo_names.hpp"
#include "cli/demo_people.hpp"
#include "cli/demo_samples.hpp"
#include "cli/demo_sharing.hpp"
#include "cli/demo_victims.hpp"
#include "store/people.hpp"

namespace northlight::cli {
namespace {

using accounts::Asker;
using domain::CaseKind;
using domain::FileId;
using domain::PersonId;
using store::Transaction;

constexpr int child_count = 60;
constexpr int shared_child = 45;  ///< With a link, a panel, and most that changes.

constexpr std::array kinds{CaseKind::Court,      CaseKind::OutOfCourt, CaseKind::Diversion,
                           CaseKind::OutOfCourt, CaseKind::Court,      CaseKind::Turnaround,
                           CaseKind::Prevention, CaseKind::Remand,     CaseKind::Custody};
/// After so many days the work has come so far.
constexpr std::array<std::pair<int, domain::CaseStage>, 4> stages{
    {{2, domain::CaseStage::Assessing},
     {22, domain::CaseStage::Planning},
     {32, domain::CaseStage::Delivering},
     {112, domain::CaseStage::Reviewing}}};

struct Newcomer {
  std::string_view name;
  std::string_view address;
  std::string_view role;
  bool north;
};
constexpr std::array<Newcomer, 4> newcomers{
    {{"Speedwell Oxbow", "speedwell@hollowbeck.example", "practitioner", true},
     {"Betony Sluicegate", "betony@hollowbeck.example", "practitioner", false},
     {"Campion Millrace", "campion@hollowbeck.example", "practitioner", false},
     {"Figwort Causeway", "figwort@hollowbeck.example", "practice-manager", false}}};

template <typename T, std::size_t Count>
T nth(const std::array<T, Count>& all, int i) {
  return all.at(static_cast<std::size_t>(i) % Count);
}

class DemoChildren {
 public:
  DemoChildren(store::Database& database, accounts::Gate& gate, const DemoArchive& archive,
               const platform::Keys& keys, accounts::SignIn& sign_in, platform::Instant now)
      : database_(database),
        gate_(gate),
        archive_(archive),
        keys_(keys),
        sign_in_(sign_in),
        now_(now) {}

  const std::vector<web::DemoLink>& links() const { return links_; }

  Status add() {
    NL_CHECK(find_service());
    NL_CHECK(add_colleagues());
    NL_CHECK(add_children());
    NL_CHECK(sample());
    NL_CHECK(mark());
    NL_CHECK(lend());
    NL_CHECK(share_the_work());
    return ask_in();
  }

 private:
  Result<Asker> holder(std::string_view role, domain::OrganisationId organisation) {
    return demo_holder(database_, role, organisation, now_);
  }
  Date today() const { return platform::day_in_london(now_); }

  Status find_service() {
    return database_.read([&](store::Session& session) -> Status {
      NL_TRY(all, store::organisations(session));
      for (const auto& each : all) {
        if (each.kind == store::OrganisationKind::Service) service_ = each.id;
        if (each.kind == store::OrganisationKind::Inspectorate) inspectorate_ = each.id;
        if (each.kind == store::OrganisationKind::Partner) partner_ = each.id;
      }
      NL_TRY(held, store::holders_of_role(session, service_, "practitioner", today()));
      if (held.empty() || !held.front().team)
        return Error{ErrorCode::NotFound, "The demonstration has no practitioner in a team"};
      north_ = *held.front().team;
      return done();
    });
  }

  Status add_colleagues() {
    NL_TRY(demo, holder("practitioner", service_));
    workers_.push_back(demo.person);
    return database_.write([&](Transaction& transaction) -> Status {
      workers_.erase(workers_.begin() + 1, workers_.end());
      NL_TRY(south, accounts::add_team(transaction, service_, "South team"));
      south_ = south;
      for (const auto& each : newcomers) {
        NL_TRY(person, accounts::join(transaction, gate_.policy(), {.at = now_},
                                      {.name = std::string(each.name),
                                       .sign_in_name = std::string(each.address),
                                       .role = {.role = std::string(each.role),
                                                .organisation = service_,
                                                .team = each.north ? north_ : south_,
                                                .from = demo_roles_from}}));
        if (each.role == newcomers.front().role) workers_.push_back(person);
      }
      return done();
    });
  }

  /// Of 10 to 17 years, each on a day of their own.
  Date born(int i) const { return add_days(today(), -(10 * 366 + i * 47)); }
  Date opened(int i) const { return add_days(today(), -(i * 5 % 190)); }
  bool is_north(int i) const {
    const auto worker = static_cast<std::size_t>(i) % (workers_.size() + 1);
    return worker < 2 || (worker == workers_.size() && i % 2 == 0);
  }
  /// Nobody, for one in so many.
  std::optional<PersonId> worker_of(int i) const {
    const auto worker = static_cast<std::size_t>(i) % (workers_.size() + 1);
    return worker < workers_.size() ? std::optional(workers_.at(worker)) : std::nullopt;
  }
  /// In the morning of that day, each child at another minute; never after now.
  platform::Instant morning(Date day, int i) const {
    return std::min(now_, platform::start_of_day_in_london(day) + std::chrono::hours(8) +
                              std::chrono::minutes(30 + i % 30));
  }

  struct Writer {
    Asker asker;
    std::string name;
  };
  Result<Writer> writer(PersonId person) {
    return database_.read([&](store::Session& session) -> Result<Writer> {
      NL_TRY(asker, accounts::load_asker(session, person, now_, "demonstration", ""));
      NL_TRY(known, store::person(session, person));
      return Writer{std::move(asker), known ? known->name : std::string()};
    });
  }
  /// The practice manager of each team.
  Result<std::pair<PersonId, PersonId>> managers() {
    return database_.read([&](store::Session& session) -> Result<std::pair<PersonId, PersonId>> {
      NL_TRY(held, store::holders_of_role(session, service_, "practice-manager", today()));
      const auto of = [&](domain::TeamId team) {
        const auto at = std::ranges::find(held, std::optional(team), &store::RoleRow::team);
        return at == held.end() ? held.front().person : at->person;
      };
      if (held.empty())
        return Error{ErrorCode::NotFound, "The demonstration has no practice manager"};
      return std::pair(of(north_), of(south_));
    });
  }

  /// A story that suits the kind of case; another for each child where there are several.
  const Story& story_of(int i) const {
    std::vector<const Story*> suitable;
    for (const auto& story : archive_.stories)
      if (std::ranges::find(story.kinds, nth(kinds, i)) != story.kinds.end())
        suitable.push_back(&story);
    return suitable.empty() ? archive_.stories.front()
                            : *suitable[static_cast<std::size_t>(i) % suitable.size()];
  }

  /// All that has happened with all of them and with the victims, from the first day to the last.
  Status add_children() {
    NL_TRY(clerk, holder("business-support", service_));
    NL_TRY(head, holder("head-of-service", service_));
    NL_TRY(managing, managers());
    NL_TRY(north, writer(managing.first));
    NL_TRY(south, writer(managing.second));
    files_.assign(child_count, FileId{IdBits{}});
    cases_.assign(child_count, domain::CaseId{IdBits{}});
    std::vector<DemoTelling::Act> acts;
    std::vector<std::unique_ptr<DemoTelling>> tellings;
    for (int i = 0; i < child_count; ++i) {
      const auto& manager = is_north(i) ? north : south;
      const auto worker = worker_of(i);
      NL_TRY(writes, worker ? writer(*worker) : Result<Writer>(manager));
      const auto& stands_behind = worker ? manager.asker : head;
      const auto given = std::string(nth(demo_given_names, i));
      tellings.push_back(
          std::make_unique<DemoTelling>(gate_, archive_, story_of(i),
                                        DemoChild{.opened = opened(i),
                                                  .given = given,
                                                  .family = std::string(nth(demo_family_names, i)),
                                                  .known = i % 9 == 0 ? "Kit" : given,
                                                  .born = born(i),
                                                  .worker = std::move(writes.asker),
                                                  .manager = stands_behind,
                                                  .worker_name = std::move(writes.name),
                                                  .manager_name = manager.name}));
      add_acts(i, *tellings.back(), clerk, head, acts);
    }
    NL_TRY(with_victims, holder("victim-worker", service_));
    NL_TRY(victim_worker, writer(with_victims.person));
    DemoVictims victims(gate_, archive_,
                        {service_, north_, std::move(victim_worker.asker), north.asker,
                         std::move(victim_worker.name), north.name},
                        now_);
    for (auto& act : victims.acts()) acts.push_back(std::move(act));
    std::ranges::stable_sort(acts, {}, &DemoTelling::Act::at);
    for (const auto& act : acts) NL_CHECK(act.tell());
    return done();
  }

  void add_acts(int i, DemoTelling& telling, const Asker& clerk, const Asker& head,
                std::vector<DemoTelling::Act>& acts) {
    const auto begins = morning(opened(i), i);
    acts.push_back({begins, [this, i, &telling, clerk, begins] {
                      return add_child(i, telling, as_of(clerk, begins));
                    }});
    const bool closes = i % 11 == 10;
    const auto ends = closes ? morning(add_days(today(), -1 - i % 3), i) : now_;
    for (auto& act : telling.acts(ends, i)) acts.push_back(std::move(act));
    for (const auto& [after, stage] : stages) {
      const auto at = morning(add_days(opened(i), after), i);
      if (at < ends)
        acts.push_back({at, [this, i, head, at, stage = stage] {
                          return casework::set_stage(gate_, as_of(head, at), file(i), case_of(i),
                                                     stage);
                        }});
    }
    if (i == shared_child)
      for (auto& act : demo_changes(changing(head), now_)) acts.push_back(std::move(act));
    if (closes)
      acts.push_back({ends, [this, i, head, ends] {
                        return casework::close_case(gate_, as_of(head, ends), file(i), case_of(i),
                                                    platform::day_in_london(ends));
                      }});
  }

  DemoChanging changing(const Asker& head) const {
    auto moved = demo_addresses(shared_child + child_count, today()).back();
    moved.from = add_days(today(), -13);
    return {.gate = gate_,
            .head = head,
            .file = [this] { return file(shared_child); },
            .child_case = [this] { return case_of(shared_child); },
            .child = new_child(shared_child),
            .moved_to = std::move(moved),
            .team = north_,
            .worker = workers_.front(),
            .apart = workers_.at(2)};
  }

  FileId file(int i) const { return files_.at(static_cast<std::size_t>(i)); }
  domain::CaseId case_of(int i) const { return cases_.at(static_cast<std::size_t>(i)); }

  casework::NewChild new_child(int i) const {
    return {.family_name = std::string(nth(demo_family_names, i)),
            .given_names = std::string(nth(demo_given_names, i)),
            .known_as = i % 9 == 0 ? "Kit" : "",
            .born_on = born(i)};
  }

  Status add_child(int i, DemoTelling& telling, const Asker& clerk) {
    const auto child = new_child(i);
    const auto worker = i == shared_child ? workers_.at(1) : worker_of(i);
    NL_TRY(added, casework::add_child(gate_, clerk, service_, child,
                                      {.kind = nth(kinds, i),
                                       .opened_on = opened(i),
                                       .worker = {is_north(i) ? north_ : south_, worker}}));
    files_.at(static_cast<std::size_t>(i)) = added;
    telling.begin(added);
    NL_TRY(head, holder("head-of-service", service_));
    NL_TRY(there, casework::open_child(gate_, as_of(head, clerk.at), added));
    cases_.at(static_cast<std::size_t>(i)) = there.cases.front().id;
    for (const auto& address : demo_addresses(i, opened(i)))
      NL_CHECK(casework::correct_child(gate_, as_of(head, clerk.at), added, child, address));
    return done();
  }

  Status mark() {
    NL_TRY(head, holder("head-of-service", service_));
    NL_TRY(manager, holder("practice-manager", service_));
    NL_CHECK(casework::restrict_file(gate_, head, files_.at(7),
                                     "Somebody close to a member of staff. Invented.",
                                     {head.person, manager.person}));
    NL_CHECK(casework::declare_conflict(gate_, head, files_.at(2), workers_.front(),
                                        "A neighbour's child. Invented."));
    return casework::hold_file(gate_, head, files_.at(11), "An inquiry asks for it. Invented.");
  }

  Status lend() {
    NL_TRY(manager, holder("practice-manager", service_));
    return casework::arrange_cover(gate_, manager,
                                   {workers_.at(2), workers_.front(), service_, now_,
                                    platform::start_of_day_in_london(add_days(today(), 8))},
                                   "Annual leave. Invented.");
  }

  /// One that runs, of which a file is restricted since; one that is over; one that is asked for.
  Status sample() {
    NL_TRY(head, holder("head-of-service", service_));
    NL_TRY(lead, holder("lead-inspector", inspectorate_));
    NL_TRY(inspector, holder("inspector", inspectorate_));
    NL_TRY(reviewer, holder("inspectorate-quality-reviewer", inspectorate_));
    DemoDrawn drawn{.running = {},
                    .seen_by = {lead.person, inspector.person},
                    .over = {},
                    .colleague = reviewer.person};
    for (const auto i : {3, 7, 9, 12, 21, 27, 36, 40, 45}) drawn.running.push_back(file(i));
    for (const auto i : {22, 25, 26, 30}) drawn.over.push_back(file(i));
    return add_demo_samples({database_, gate_, head, lead, service_}, drawn, now_);
  }

  /// Somebody works alongside, a case changes hands next week, and files were opened with a reason.
  Status share_the_work() {
    NL_TRY(head, holder("head-of-service", service_));
    const auto then = now_ - std::chrono::days(9);
    NL_CHECK(casework::allocate(gate_, as_of(head, then), file(shared_child), case_of(shared_child),
                                {north_, workers_.at(1), domain::WorkPart::Alongside}));
    NL_CHECK(
        casework::allocate(gate_, head, file(25), case_of(25),
                           {north_, workers_.at(1), domain::WorkPart::Lead, add_days(today(), 7)}));
    NL_TRY(colleague, writer(workers_.at(1)));
    for (const auto& [hours, which, reason] :
         {std::tuple{75, 12, "On duty: the child's father has rung about a missed court day."},
          std::tuple{3, 17, "Covering the panel this evening; the worker is off sick."}})
      NL_CHECK(accounts::give_reason(database_, gate_.policy(),
                                     as_of(colleague.asker, now_ - std::chrono::hours(hours)),
                                     file(which), reason, {.least = 1, .most = 1'000}));
    // Two of them have said where they live: one beside a child whose file they opened.
    for (const auto& [worker, neighbour, house] : {std::tuple{1, 17, ""}, {2, 42, "71"}}) {
      NL_TRY(who, writer(workers_.at(static_cast<std::size_t>(worker))));
      const auto lives = demo_addresses(neighbour, opened(neighbour)).back();
      NL_CHECK(accounts::give_home_address(database_, archive_.archive.keys, who.asker,
                                           lives.postcode, *house == 0 ? lives.house : house));
    }
    return done();
  }

  /// Three weeks ago, so that there is something to read of what they have sent in since.
  Status ask_in() {
    NL_TRY(head, holder("head-of-service", service_));
    NL_TRY(links, share_demo_file({database_, gate_, keys_, sign_in_, archive_.uploads},
                                  {.head = as_of(head, now_ - std::chrono::days(21)),
                                   .file = file(shared_child),
                                   .worker = workers_.front(),
                                   .service = service_,
                                   .partner = partner_},
                                  now_));
    links_ = std::move(links);
    return done();
  }

  store::Database& database_;
  accounts::Gate& gate_;
  const DemoArchive& archive_;
  const platform::Keys& keys_;
  accounts::SignIn& sign_in_;
  platform::Instant now_;
  std::vector<web::DemoLink> links_{};
  domain::OrganisationId service_{IdBits{}};
  domain::OrganisationId inspectorate_{IdBits{}};
  domain::OrganisationId partner_{IdBits{}};
  domain::TeamId north_{IdBits{}};
  domain::TeamId south_{IdBits{}};
  std::vector<PersonId> workers_{};
  std::vector<FileId> files_{};
  std::vector<domain::CaseId> cases_{};
};

}  // namespace

Result<std::vector<web::DemoLink>> add_demo_children(
    store::Database& database, accounts::Gate& gate, const DemoArchive& archive,
    const platform::Keys& keys, accounts::SignIn& sign_in, platform::Instant now) {
  DemoChildren children(database, gate, archive, keys, sign_in, now);
  NL_CHECK(children.add());
  return children.links();
}

}  // namespace northlight::cli
