#include "cli/demo_samples.hpp"

#include <algorithm>
#include <set>

#include "casework/sample_fieldwork.hpp"
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

/// Every case of a sample on one page.
constexpr PagePlace whole_list{.number = 1, .size = 10'000};
constexpr casework::SamplePlaces whole_sample{whole_list, whole_list, whole_list};

/// Who sees the cases of a sample, and until which day.
struct DemoReading {
  const std::vector<FileId>& drawn;
  const std::vector<domain::PersonId>& inspectors;
  int notified = 0;
  int last_day = 0;
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
    NL_TRY(page, casework::open_sample(inspection_.database, inspection_.gate, head, id,
                                       whole_sample));
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

  Status notify(store::SampleId id, const DemoReading& reading) {
    // By the service, which alone can tell the numbers' files.
    NL_TRY(page,
           casework::open_sample(inspection_.database, inspection_.gate,
                                 as_of(inspection_.head, reading.notified), id, whole_sample));
    casework::Notification chosen{
        .numbers = {}, .inspectors = reading.inspectors, .last_day = ago(reading.last_day)};
    std::set<FileId> once;
    for (const auto& one : page.cases)
      if (one.child && std::ranges::find(reading.drawn, one.child->file) != reading.drawn.end() &&
          once.insert(one.child->file).second)
        chosen.numbers.push_back(one.number);
    return casework::notify_sample(inspection_.database, inspection_.gate,
                                   as_of(inspection_.lead, reading.notified), id, chosen);
  }

  /// A colleague joins, and it takes longer than was thought.
  Status change(store::SampleId id, domain::PersonId colleague) {
    auto& database = inspection_.database;
    auto& gate = inspection_.gate;
    NL_CHECK(casework::add_sample_reader(database, gate, as_of(inspection_.lead, 2), id, colleague));
    return casework::lengthen_sample(
        database, gate, as_of(inspection_.lead, 1), id,
        {.last_day = ago(-11),
         .reason = "Two interviews had to be moved to the second week. Invented."});
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
  NL_TRY(forgotten, inspecting.begin({"Hollowbeck: first contacts", 118, 104, 300, 125}));
  NL_CHECK(inspecting.send_list(forgotten, 116, drawn.over));
  NL_CHECK(inspecting.notify(forgotten, {drawn.over, drawn.seen_by, 111, 97}));
  NL_TRY(over, inspecting.begin({"Hollowbeck: resettlement", 62, 48, 190, 70}));
  NL_CHECK(inspecting.send_list(over, 60, drawn.over));
  NL_CHECK(inspecting.notify(over, {drawn.over, drawn.seen_by, 55, 38}));
  NL_CHECK(inspecting.sign(over, 41));
  NL_TRY(running, inspecting.begin({"Hollowbeck 2026", 24, 1, 200, 8}));
  NL_CHECK(inspecting.send_list(running, 21, drawn.running));
  NL_CHECK(inspecting.notify(running, {drawn.running, drawn.seen_by, 3, -4}));
  NL_CHECK(inspecting.change(running, drawn.colleague));
  NL_TRY(sent, inspecting.begin({"Hollowbeck: how plans are reviewed", 9, -5, 120, 12}));
  NL_CHECK(inspecting.send_list(sent, 7, drawn.over));
  NL_TRY(asked, inspecting.begin({"Hollowbeck: a second look at new work", 1, -12, 60, 2}));
  static_cast<void>(asked);
  return done();
}

}  // namespace northlight::cli
