#include "cli/demo_victims.hpp"

#include <algorithm>
#include <array>

#include "casework/victims.hpp"

namespace northlight::cli {
namespace {

/// Nobody is called so.
struct DemoVictim {
  const char* reference;
  const char* given;
  const char* family;
  const char* known;
  int days_ago;
};
constexpr std::array<DemoVictim, 3> demo_victims{{{"V-0001", "Marit", "Counterfield", "Marit", 34},
                                                  {"V-0002", "Teodor", "Longwayhome", "Teo", 16},
                                                  {"V-0003", "", "", "", 3}}};

}  // namespace

std::vector<const Story*> DemoVictims::stories() const {
  std::vector<const Story*> all;
  for (const auto& story : archive_.stories)
    if (std::ranges::find(story.kinds, domain::CaseKind::Victim) != story.kinds.end())
      all.push_back(&story);
  return all;
}

Result<domain::FileId> DemoVictims::add(const std::string& reference, Date opened,
                                        platform::Instant at) {
  auto worker = work_.worker;
  worker.at = at;
  return casework::add_victim(gate_, worker, work_.service, reference,
                              {.opened_on = opened, .worker = {work_.team, work_.worker.person}});
}

std::vector<DemoTelling::Act> DemoVictims::acts() {
  const auto told = stories();
  std::vector<DemoTelling::Act> all;
  for (std::size_t i = 0; i < demo_victims.size(); ++i) {
    const auto& victim = demo_victims.at(i);
    const auto opened = add_days(platform::day_in_london(now_), -victim.days_ago);
    const auto begins =
        std::min(now_, platform::start_of_day_in_london(opened) + std::chrono::hours(8) +
                           std::chrono::minutes(5 * static_cast<int>(i)));
    DemoTelling* telling = nullptr;
    if (i < told.size()) {
      tellings_.push_back(
          std::make_unique<DemoTelling>(gate_, archive_, *told[i],
                                        DemoChild{.opened = opened,
                                                  .given = victim.given,
                                                  .family = victim.family,
                                                  .known = victim.known,
                                                  .worker = work_.worker,
                                                  .manager = work_.manager,
                                                  .worker_name = work_.worker_name,
                                                  .manager_name = work_.manager_name}));
      telling = tellings_.back().get();
    }
    all.push_back(
        {begins,
         [this, reference = std::string(victim.reference), opened, begins, telling]() -> Status {
           NL_TRY(file, add(reference, opened, begins));
           if (telling != nullptr) telling->begin(file);
           return done();
         }});
    if (telling == nullptr) continue;
    for (auto& act : telling->acts(now_, 70 + static_cast<int>(i))) all.push_back(std::move(act));
  }
  return all;
}

}  // namespace northlight::cli
