#include "cli/demo_samples.hpp"

#include <algorithm>
#include <set>

#include "casework/samples.hpp"

namespace northlight::cli {
namespace {

using domain::CaseKind;
using domain::FileId;

/// One sample, told by how many days ago each step was.
struct DemoSample {
  std::string title;
  int begun = 0;
  int fieldwork = 0;
  int window_from = 0;
  int window_to = 0;
};

class DemoInspecting {
 public:
  DemoInspecting(const DemoInspection& inspection, platform::Instant now)
      : inspection_(inspection), now_(now) {}

  Result<store::SampleId> begin(const DemoSample& sample) {
    return casework::begin_sample(
        inspection_.gate, as_of(inspection_.lead, sample.begun),
        {.service = inspection_.service,
         .title = sample.title,
         .fieldwork_on = ago(sample.fieldwork),
         .window_from = ago(sample.window_from),
         .window_to = ago(sample.window_to),
         .kinds = {CaseKind::Court, CaseKind::OutOfCourt, CaseKind::Custody, CaseKind::Remand}});
  }

  /// All that fits goes on the list but one case, for a reason.
  Status send_list(store::SampleId id, int days, const std::vector<FileId>& drawn) {
    const auto head = as_of(inspection_.head, days);
    NL_TRY(page, casework::open_sample(inspection_.database, inspection_.gate, head, id));
    casework::CaseListTyped list{.cases = {},
                                 .why =
                                     "The child moves to another service this week, and the "
                                     "file goes with them. Invented."};
    bool left = false;
    for (const auto& one : page.fitting) {
      const bool wanted = std::ranges::find(drawn, one.file) != drawn.end();
      if (!wanted && !left)
        left = true;
      else
        list.cases.push_back(one.id);
    }
    return casework::send_case_list(inspection_.database, inspection_.gate, head, id, list);
  }

  Status notify(store::SampleId id, int days, const std::vector<FileId>& drawn,
                const std::vector<domain::PersonId>& inspectors) {
    // By the service, which alone can tell the numbers' files.
    NL_TRY(page, casework::open_sample(inspection_.database, inspection_.gate,
                                       as_of(inspection_.head, days), id));
    casework::Notification chosen{.numbers = {}, .inspectors = inspectors};
    std::set<FileId> once;
    for (const auto& one : page.cases)
      if (one.child && std::ranges::find(drawn, one.child->file) != drawn.end() &&
          once.insert(one.child->file).second)
        chosen.numbers.push_back(one.number);
    return casework::notify_sample(inspection_.database, inspection_.gate,
                                   as_of(inspection_.lead, days), id, chosen);
  }

  Status sign(store::SampleId id, int days) {
    return casework::end_sample(inspection_.database, inspection_.gate,
                                as_of(inspection_.lead, days), id,
                                casework::SampleEnd::EvidenceSigned);
  }

 private:
  Date ago(int days) const { return add_days(platform::day_in_london(now_), -days); }
  accounts::Asker as_of(accounts::Asker asker, int days) const {
    asker.at = now_ - std::chrono::days(days);
    return asker;
  }

  const DemoInspection& inspection_;
  platform::Instant now_;
};

}  // namespace

Status add_demo_samples(const DemoInspection& inspection, const DemoDrawn& drawn,
                        platform::Instant now) {
  DemoInspecting inspecting(inspection, now);
  NL_TRY(over, inspecting.begin({"Hollowbeck: resettlement", 62, 48, 190, 70}));
  NL_CHECK(inspecting.send_list(over, 60, drawn.over));
  NL_CHECK(inspecting.notify(over, 55, drawn.over, drawn.seen_by));
  NL_CHECK(inspecting.sign(over, 41));
  NL_TRY(running, inspecting.begin({"Hollowbeck 2026", 24, 1, 200, 8}));
  NL_CHECK(inspecting.send_list(running, 21, drawn.running));
  NL_CHECK(inspecting.notify(running, 3, drawn.running, drawn.seen_by));
  NL_TRY(sent, inspecting.begin({"Hollowbeck: how plans are reviewed", 9, -5, 120, 12}));
  NL_CHECK(inspecting.send_list(sent, 7, drawn.over));
  NL_TRY(asked, inspecting.begin({"Hollowbeck: a second look at new work", 1, -12, 60, 2}));
  static_cast<void>(asked);
  return done();
}

}  // namespace northlight::cli
