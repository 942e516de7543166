#include "cli/demo_changes.hpp"

#include <memory>

#include "casework/file_marks.hpp"
#include "casework/links.hpp"
#include "cli/demo_people.hpp"

namespace northlight::cli {
namespace {

Status moves_and_is_called_otherwise(const DemoChanging& on, const accounts::Asker& head) {
  auto child = on.child;
  child.family_name += "-Madeupham";
  return casework::correct_child(on.gate, head, on.file(), child, on.moved_to);
}

Status is_given_to_another(const DemoChanging& on, const accounts::Asker& head) {
  const auto given =
      casework::allocate(on.gate, head, on.file(), on.child_case(), {on.team, on.worker});
  return given ? done() : Status(given.error());
}

Status is_shared_for_a_time(const DemoChanging& on, const accounts::Asker& head,
                            store::SharedId& id) {
  NL_TRY(shared,
         casework::share(on.gate, head, on.file(),
                         {.relation = domain::Relation::Themself,
                          .ground = store::SharingGround::Theirs,
                          .words = "We meet for the first time on Thursday at three, in the "
                                   "library. Bring whoever you like."}));
  id = shared;
  return done();
}

}  // namespace

std::vector<DemoTelling::Act> demo_changes(const DemoChanging& changing, platform::Instant now) {
  std::vector<DemoTelling::Act> acts;
  const auto then = [&](int days_ago, const auto& tell) {
    const auto moment = now - std::chrono::days(days_ago);
    acts.push_back({moment, [changing, moment, tell] {
                      return tell(changing, as_of(changing.head, moment));
                    }});
  };
  const auto first = std::make_shared<store::SharedId>(IdBits{});
  then(33, [first](const auto& on, const auto& head) {
    return is_shared_for_a_time(on, head, *first);
  });
  then(22, [first](const auto& on, const auto& head) {
    return casework::stop_sharing(on.gate, head, on.file(), *first);
  });
  then(18, [](const auto& on, const auto& head) {
    return casework::hold_file(on.gate, head, on.file(), "A solicitor asked for it. Invented.");
  });
  then(16, [](const auto& on, const auto& head) {
    return casework::declare_conflict(on.gate, head, on.file(), on.apart,
                                      "Was thought to be a cousin. Invented.");
  });
  then(15, [](const auto& on, const auto& head) { return is_given_to_another(on, head); });
  then(12,
       [](const auto& on, const auto& head) { return moves_and_is_called_otherwise(on, head); });
  then(6, [](const auto& on, const auto& head) {
    return casework::release_hold(on.gate, head, on.file(), "They need it no more. Invented.");
  });
  then(5, [](const auto& on, const auto& head) {
    return casework::lift_conflict(on.gate, head, on.file(), on.apart);
  });
  return acts;
}

}  // namespace northlight::cli
