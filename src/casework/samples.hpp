#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "base/date.hpp"
#include "base/page_place.hpp"
#include "base/result.hpp"
#include "domain/child_case.hpp"
#include "store/children.hpp"
#include "store/people.hpp"
#include "store/sample_changes.hpp"
#include "store/samples.hpp"

/// The sample of an inspection: the lead inspector asks a service for the cases that began in a
/// window, the service sends the list of them, the lead inspector draws from it by number and
/// notifies the sample. From then until the fieldwork evidence is signed, or the last day of the
/// fieldwork is over, the inspectors who were chosen see the children of the cases that were drawn:
/// nothing else, not before and not after (docs/decisions/0009-samples.md).
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;

/// As typed.
struct NewSample {
  std::optional<domain::OrganisationId> service{};
  std::string title;
  std::optional<Date> fieldwork_on{};
  std::optional<Date> window_from{};
  std::optional<Date> window_to{};
  std::vector<domain::CaseKind> kinds{};
};

/// Whom a lead inspector may ask.
struct SampleDesk {
  domain::OrganisationId inspectorate;
  std::vector<store::Organisation> services{};  ///< By name.
};
Result<SampleDesk> open_sample_desk(Gate& gate, const Asker& asker);

/// Fails with Invalid (where: "service", "title", "fieldwork_on", "window_from", "window_to",
/// "kinds").
Result<store::SampleId> begin_sample(Gate& gate, const Asker& asker, const NewSample& typed);

/// From which side somebody sees a sample.
enum class SampleSide { Inspectorate, Service };

struct ListedSample {
  store::SampleRow sample;
  SampleSide side = SampleSide::Service;
  store::SampleStage stage = store::SampleStage::ListAsked;  ///< At the moment of asking.
  std::string inspectorate;                                  ///< By name.
  std::string service;                                       ///< Likewise.
};
struct SampleList {
  std::vector<ListedSample> samples{};  ///< Of the page that was asked for.
  std::size_t count = 0;                ///< Of all pages.
};
/// Of the organisations for which the asker may see samples, the latest begun first.
Result<SampleList> list_samples(Gate& gate, const Asker& asker, const PagePlace& place = {});

/// One case of the list, as its page shows it.
struct CaseOnPage {
  std::int64_t number = 0;
  domain::CaseKind kind = domain::CaseKind::Court;
  bool drawn = false;
  bool is_held = false;  ///< Otherwise the file was erased, or another service has it now.
  /// Where the asker may find the child: the service, and inspectors while they see the case. Of
  /// the cases on the page alone.
  std::optional<store::ListedChild> child{};
};

/// Somebody of the inspectorate.
struct TeamMember {
  domain::PersonId person;
  std::string name;
  std::string role;  ///< As the policy titles it.
};

/// Which page of each of its lists is shown.
struct SamplePlaces {
  PagePlace drawn{};  ///< Cases of the sample.
  PagePlace rest{};   ///< Other cases of the list.
  PagePlace ticks{};  ///< Cases to tick: what could go on the list, or be drawn from it.
};

struct SamplePage {
  ListedSample listed;
  SamplePlaces places{};
  platform::Instant at{};                         ///< When it was asked for.
  std::vector<CaseOnPage> cases{};                ///< All of the list, by number.
  std::vector<store::SampleReader> readers{};     ///< Who sees them by it, or saw them.
  std::vector<store::SampleChangeRow> changes{};  ///< Since it was notified.
  std::string notified_by{};                      ///< By name; empty until it was.
  std::string signed_by{};
  bool may_draw = false;
  bool may_send_list = false;
  /// For whoever may send the list, while it is asked for: what fits, and of that page with the
  /// children's names.
  std::vector<domain::CaseId> all_fitting{};
  std::vector<store::FittingCase> fitting{};
  /// For whoever may draw, from the list to the end: who could be given sight, and has none.
  std::vector<TeamMember> team{};
  /// The last day that may be given today.
  Date latest_last_day{};

  /// Those that were drawn, or the others, by number.
  std::vector<CaseOnPage> those(bool drawn) const;
  /// Whether that reader sees the cases by this sample, at the moment of asking.
  bool sees_now(const store::SampleReader& reader) const;
};
/// NotFound for whoever is of neither side.
Result<SamplePage> open_sample(store::Database& database, Gate& gate, const Asker& asker,
                               store::SampleId id, const SamplePlaces& places = {});

struct CaseListTyped {
  std::vector<domain::CaseId> cases{};  ///< Those that go on the list.
  std::string why{};                    ///< Why others that fit are left out.
};
/// The numbers are given at random. Fails with Invalid (where: "case", "why"), and with Conflict
/// where the list was sent already or the sample was called off.
Status send_case_list(store::Database& database, Gate& gate, const Asker& asker, store::SampleId id,
                      const CaseListTyped& typed);

struct Notification {
  std::vector<std::int64_t> numbers{};         ///< Of the cases that are drawn.
  std::vector<domain::PersonId> inspectors{};  ///< Who sees them,
  std::optional<Date> last_day{};              ///< and until the end of which day at the latest.
};
/// Sight begins, and ends by itself with the last day. Fails with Invalid (where: "case",
/// "inspector", "last_day"), naming the numbers of cases whose file the service does not hold any
/// more; with Conflict where it was notified already.
Status notify_sample(store::Database& database, Gate& gate, const Asker& asker, store::SampleId id,
                     const Notification& notification);

/// How a sample ends: its fieldwork evidence is signed, and all sight by it ends at that moment,
/// for good, unless the last day is over and it ended with that; or it is called off before it was
/// notified.
enum class SampleEnd { EvidenceSigned, CalledOff };
/// Conflict where it has not come so far, or is over already.
Status end_sample(store::Database& database, Gate& gate, const Asker& asker, store::SampleId id,
                  SampleEnd end);

}  // namespace northlight::casework
