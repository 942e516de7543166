#include "accounts/audit_reading.hpp"
#include "casework/retention.hpp"
#include "domain/read_retention.hpp"
#include "tests/casework/a_subject_request.hpp"

// What the auditor is shown of those who look at files whose time is over.
using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;
using northlight::testing::noon;

namespace {

const domain::RetentionPolicy& kept_for() {
  static const auto policy =
      ok(domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml"));
  return policy;
}

/// Of those whose file it is not: who looks, as the auditor is shown it today.
std::vector<domain::PersonId> unrelated(Setting& at) {
  static const auto keys = platform::Keys::for_this_run();
  accounts::AuditReading reading(*at.service.database, at.gate(), keys);
  const auto auditor = at.service.person("log-auditor");
  const auto from = platform::start_of_day_in_london(platform::day_in_london(at.service.now));
  std::vector<domain::PersonId> found;
  for (const auto& one :
       ok(reading.unusual(at.by(auditor), at.service.organisation("service"), from,
                          from + std::chrono::hours(24), {.first_hour = 7, .last_hour = 19})))
    if (one.kind == accounts::Unusual::NoRelation && one.file == at.file)
      found.push_back(one.person);
  return found;
}

using People = std::vector<domain::PersonId>;

void end_work(Setting& at) {
  for (const auto& each : ok(open_child(at.gate(), at.by(at.head), at.file)).cases)
    REQUIRE(close_case(at.gate(), at.by(at.head), at.file, each.id,
                       platform::day_in_london(at.service.now)));
}

NewDecision erase() {
  return {.kind = store::DecisionKind::Erase,
          .ground = "right-to-erasure",
          .reason = "She asked for it."};
}

}  // namespace

TEST_CASE("a review of a file that waits for one is no access by somebody unrelated") {
  everywhere([](Setting& at) {
    end_work(at);
    REQUIRE(decide_retention(at.gate(), kept_for(), at.by(at.manager), at.file, erase()));
    at.service.now = noon("2026-11-24");
    const auto page = ok(open_review(at.gate(), kept_for(), at.by(at.head), at.file));
    REQUIRE(page.item.due == ReviewState::Waiting);
    CHECK(at.service.last_line().action == "review-retention:review=due");
    CHECK(refuse_retention(at.gate(), at.by(at.head), at.file, page.item.file.waiting()->id,
                           "It is needed."));
    CHECK(unrelated(at) == People{});
    // The file itself is more than its review shows.
    REQUIRE(open_child(at.gate(), at.by(at.head), at.file));
    CHECK(unrelated(at) == People{at.head});
  });
}

TEST_CASE("looking at a file before its time is access by somebody unrelated, whatever the role") {
  everywhere([](Setting& at) {
    end_work(at);
    at.service.now = noon("2026-11-24");
    const auto page = ok(open_review(at.gate(), kept_for(), at.by(at.head), at.file));
    REQUIRE_FALSE(is_to_be_reviewed(page.item.due));
    CHECK(at.service.last_line().action == "review-retention");
    CHECK(unrelated(at) == People{at.head});
  });
}

TEST_CASE("what stands in the list to be looked at is what the line calls due") {
  for (const auto due : {ReviewState::Waiting, ReviewState::Now, ReviewState::Held})
    CHECK(is_to_be_reviewed(due));
  for (const auto due :
       {ReviewState::Soon, ReviewState::NoPeriod, ReviewState::NotKnown, ReviewState::Later})
    CHECK_FALSE(is_to_be_reviewed(due));
}
