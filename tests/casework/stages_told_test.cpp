#include <algorithm>

#include "tests/casework/a_subject_request.hpp"

// How far the work had come, in an answer to whoever asks for what is held.
using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;
using northlight::testing::noon;

namespace {

using Told = std::vector<std::string>;

Told stages_told(Setting& at) {
  Told told;
  const auto review = at.review(at.ask());
  for (const auto& entry : review.holding.parts.front().entries)
    for (const auto& line : entry.lines)
      if (line.label.starts_with("Stage")) told.push_back(line.label + ": " + line.text);
  return told;
}

/// As a database is that was kept before stages were, from the day on which it was upgraded.
void upgraded_on(Setting& at, std::string_view when) {
  at.service.write([&](store::Transaction& transaction) -> Status {
    NL_CHECK(
        transaction.run("delete from case_was where file_id = :file", {{"file", at.file.text()}}));
    NL_CHECK(
        transaction.run("insert into case_was (case_id, n, file_id, stage, recorded_at) "
                        "select id, 1, file_id, stage, :at from child_case where file_id = :file",
                        {{"at", platform::iso(noon(when))}, {"file", at.file.text()}}));
    return done();
  });
}

}  // namespace

TEST_CASE("a stage that was taken over is not told as begun on the day of the upgrade") {
  everywhere([](Setting& at) {
    const auto own = at.service.case_of(at.file);
    const auto move_on = [&](domain::CaseStage stage) {
      CHECK(set_stage(at.gate(), at.by(at.worker), at.file, own, stage));
    };
    move_on(domain::CaseStage::Assessing);
    upgraded_on(at, "2026-11-10");
    CHECK(stages_told(at) == Told{"Stage: Assessing"});

    move_on(domain::CaseStage::Planning);
    const Told moved_on{"Stage: Planning",
                        "Stage as it stood on 10 November 2026, when this began to be kept: "
                        "Assessing",
                        "Stage from 23 November 2026: Planning"};
    CHECK(stages_told(at) == moved_on);

    CHECK(close_case(at.gate(), at.by(at.manager), at.file, own, day("2026-11-23")));
    upgraded_on(at, "2026-11-10");
    at.manager = at.head;  // Nobody works with the child any more.
    CHECK(stages_told(at) == Told{"Stage: Closed"});
  });
}

TEST_CASE("the same stage, chosen again, is told once") {
  everywhere([](Setting& at) {
    const auto own = at.service.case_of(at.file);
    for (int i = 0; i < 3; ++i)
      CHECK(set_stage(at.gate(), at.by(at.worker), at.file, own, domain::CaseStage::Planning));
    CHECK(stages_told(at) == Told{"Stage: Planning", "Stage from 23 November 2026: Opened",
                                  "Stage from 23 November 2026: Planning"});
    CHECK(*at.service.database->read([](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from case_was where stage = 'planning'");
    }) == 1);
  });
}
