#include "cli/demo_children.hpp"

#include <array>

#include "accounts/load_asker.hpp"
#include "accounts/people.hpp"
#include "casework/children.hpp"
#include "casework/file_marks.hpp"
#include "casework/links.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"

namespace northlight::cli {
namespace {

using accounts::Asker;
using domain::CaseKind;
using domain::FileId;
using domain::PersonId;
using store::Transaction;

constexpr int child_count = 60;
constexpr int sampled_count = 8;
constexpr Date working_since{std::chrono::year{2026}, std::chrono::January, std::chrono::day{5}};

// Nobody is called so.
constexpr std::array<std::string_view, 15> given_names{
    "Wren",  "Sorrel", "Tansy",  "Bracken", "Lichen", "Heron",    "Burdock", "Pipit",
    "Sedge", "Clover", "Mallow", "Siskin",  "Yarrow", "Dotterel", "Teasel"};
constexpr std::array<std::string_view, 13> family_names{
    "Exampleby",  "Sampleton",  "Inventfield", "Fictionby",   "Madeupham",
    "Pretendley", "Storyworth", "Testington",  "Imaginewell", "Placehold",
    "Notrealson", "Demoworth",  "Trialcott"};
constexpr std::array kinds{CaseKind::Court,      CaseKind::OutOfCourt, CaseKind::Diversion,
                           CaseKind::OutOfCourt, CaseKind::Court,      CaseKind::Turnaround,
                           CaseKind::Prevention, CaseKind::Remand,     CaseKind::Custody};
constexpr std::array stages{domain::CaseStage::Assessing, domain::CaseStage::Planning,
                            domain::CaseStage::Delivering, domain::CaseStage::Reviewing};

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
  DemoChildren(store::Database& database, accounts::Gate& gate, platform::Instant now)
      : database_(database), gate_(gate), now_(now) {}

  Status add() {
    NL_CHECK(find_service());
    NL_CHECK(add_colleagues());
    for (int i = 0; i < child_count; ++i) NL_CHECK(add_child(i));
    NL_CHECK(add_victims());
    NL_CHECK(mark());
    NL_CHECK(lend_and_sample());
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
                                                .from = working_since}}));
        if (each.role == newcomers.front().role) workers_.push_back(person);
      }
      return done();
    });
  }

  /// Of 10 to 17 years, each on a day of their own.
  Date born(int i) const { return add_days(today(), -(10 * 366 + i * 47)); }

  Status add_child(int i) {
    NL_TRY(clerk, holder("business-support", service_));
    NL_TRY(head, holder("head-of-service", service_));
    const auto worker = static_cast<std::size_t>(i) % (workers_.size() + 1);
    const bool north = worker < 2 || (worker == workers_.size() && i % 2 == 0);
    casework::NewCase first{.kind = nth(kinds, i),
                            .opened_on = add_days(today(), -(i * 5 % 190)),
                            .worker = {.team = north ? north_ : south_}};
    if (worker < workers_.size()) first.worker.person = workers_.at(worker);
    NL_TRY(file, casework::add_child(gate_, clerk, service_,
                                     {.family_name = std::string(nth(family_names, i)),
                                      .given_names = std::string(nth(given_names, i)),
                                      .known_as = i % 9 == 0 ? "Kit" : "",
                                      .born_on = born(i)},
                                     first));
    files_.push_back(file);
    NL_TRY(opened, casework::open_child(gate_, head, file));
    const auto id = opened.cases.front().id;
    if (i % 11 == 10) return casework::close_case(gate_, head, file, id, today());
    if (first.worker.person) NL_CHECK(casework::set_stage(gate_, head, file, id, nth(stages, i)));
    return done();
  }

  Status add_victims() {
    NL_TRY(worker, holder("victim-worker", service_));
    for (const auto* const reference : {"V-0001", "V-0002", "V-0003"}) {
      NL_TRY(file, casework::add_victim(
                       gate_, worker, service_, reference,
                       {.opened_on = add_days(today(), -30), .worker = {north_, worker.person}}));
      victims_.push_back(file);
    }
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

  Status lend_and_sample() {
    NL_TRY(inspector, holder("inspector", inspectorate_));
    NL_TRY(lead, holder("lead-inspector", inspectorate_));
    NL_TRY(reviewer, holder("inspectorate-quality-reviewer", inspectorate_));
    return database_.write([&](Transaction& transaction) -> Status {
      NL_TRY(cover, accounts::arrange_cover(transaction, {.at = now_},
                                            {workers_.at(2), workers_.front(), service_, now_,
                                             now_ + std::chrono::days(7)}));
      static_cast<void>(cover);
      std::vector<FileId> sample{victims_.front()};
      for (int i = 0; i < sampled_count; ++i)
        sample.push_back(files_.at(static_cast<std::size_t>(3 + i * 6)));
      for (const auto& file : sample)
        for (const auto& person : {inspector.person, lead.person, reviewer.person})
          NL_CHECK(store::give_sight(transaction, {.holder = store::Holder::of(person),
                                                   .organisation = inspectorate_,
                                                   .file = file,
                                                   .relation = domain::Relation::Sampled,
                                                   .from = now_,
                                                   .cause = store::SightCause::Sample,
                                                   .cause_id = "demonstration"}));
      return done();
    });
  }

  Status ask_in() {
    NL_TRY(head, holder("head-of-service", service_));
    const auto& file = files_.front();
    const auto later = now_ + std::chrono::days(60);
    for (const auto& [role, organisation] : {std::pair{"community-volunteer", service_},
                                             {"panel-member", service_},
                                             {"partner-contributor", partner_}}) {
      NL_TRY(person, holder(role, organisation));
      NL_TRY(invited, casework::invite(gate_, head, file, {person.person, organisation, later}));
      static_cast<void>(invited);
    }
    for (const auto relation : {domain::Relation::Themself, domain::Relation::Parent}) {
      NL_TRY(link, casework::give_link(gate_, head, file, {relation, add_days(today(), 60)}));
      static_cast<void>(link);
    }
    using enum store::SharingGround;
    for (const auto& [relation, ground, words] :
         {std::tuple{domain::Relation::Themself, Theirs, "My plan: what I want to do by summer."},
          std::tuple{domain::Relation::Parent, AgreedByChild, "When and where we meet."},
          std::tuple{domain::Relation::Invited, AgreedByChild, "The panel's paper."}}) {
      NL_TRY(shared, casework::share(gate_, head, file, {relation, {}, ground, words}));
      static_cast<void>(shared);
    }
    return done();
  }

  store::Database& database_;
  accounts::Gate& gate_;
  platform::Instant now_;
  domain::OrganisationId service_{IdBits{}};
  domain::OrganisationId inspectorate_{IdBits{}};
  domain::OrganisationId partner_{IdBits{}};
  domain::TeamId north_{IdBits{}};
  domain::TeamId south_{IdBits{}};
  std::vector<PersonId> workers_{};
  std::vector<FileId> files_{};
  std::vector<FileId> victims_{};
};

}  // namespace

Result<Asker> demo_holder(store::Database& database, std::string_view role,
                          domain::OrganisationId organisation, platform::Instant now) {
  return database.read([&](store::Session& session) -> Result<Asker> {
    NL_TRY(held, store::holders_of_role(session, organisation, role, platform::day_in_london(now)));
    if (held.empty())
      return Error{ErrorCode::NotFound, "The demonstration has nobody who is " + std::string(role)};
    return accounts::load_asker(session, held.front().person, now, "demonstration", "");
  });
}

Status add_demo_children(store::Database& database, accounts::Gate& gate, platform::Instant now) {
  return DemoChildren(database, gate, now).add();
}

}  // namespace northlight::cli
