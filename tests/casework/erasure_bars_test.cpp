#include <doctest/doctest.h>

#include "casework/retention.hpp"
#include "domain/read_retention.hpp"
#include "tests/casework/a_subject_request.hpp"
#include "tests/casework/sampling.hpp"

using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing;
using store::DecisionKind;

namespace {

const domain::RetentionPolicy& kept_for() {
  static const auto policy =
      asked::ok(domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml"));
  return policy;
}

NewDecision by_right(DecisionKind kind) {
  return {.kind = kind, .ground = "right-to-erasure", .reason = "She asked for it."};
}

void end_work(AService& service, domain::PersonId head, FileId file) {
  const auto opened = asked::ok(open_child(*service.gate, service.asker(head), file));
  for (const auto& each : opened.cases)
    REQUIRE(close_case(*service.gate, service.asker(head), file, each.id,
                       platform::day_in_london(service.now)));
}

/// By the head: the team's manager stands to no closed case.
SubjectRequestId asked_for(asked::Setting& at) {
  return asked::ok(begin_subject_request(at.gate(), at.desk, at.by(at.head), at.file,
                                         {domain::Requester::Child, day("2026-11-02")}));
}
bool is_open(asked::Setting& at, SubjectRequestId id) {
  return asked::ok(open_review(at.gate(), at.desk, at.by(at.head), at.file, id)).request.open();
}

bool says(const Error& error, std::string_view words) {
  return error.code == ErrorCode::Conflict && error.message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a file with an open request for what is held is neither erased nor reduced") {
  asked::everywhere([](asked::Setting& at) {
    end_work(at.service, at.head, at.file);
    const auto request = asked_for(at);
    const auto words = "The request of 2 November 2026 for what is held is not answered yet";
    for (const auto kind : {DecisionKind::Erase, DecisionKind::Reduce}) {
      const auto decided =
          decide_retention(at.gate(), kept_for(), at.by(at.manager), at.file, by_right(kind));
      REQUIRE_FALSE(decided);
      CHECK(says(decided.error(), words));
    }
    const auto page = asked::ok(open_review(at.gate(), kept_for(), at.by(at.manager), at.file));
    REQUIRE(bars_of(page.item.file).size() == 1);
    CHECK(bars_of(page.item.file).front().starts_with(words));
    // It is still there, and ends as requests do.
    CHECK(is_open(at, request));
    REQUIRE(close_request(at.gate(), at.desk, at.by(at.head), at.file, request,
                          domain::RequestEnd::Withdrawn, "She asks no more."));
    CHECK(asked::ok(decide_retention(at.gate(), kept_for(), at.by(at.manager), at.file,
                                     by_right(DecisionKind::Erase))) == Decided::Waiting);
  });
}

TEST_CASE("a request that comes between deciding and confirming stops what was decided") {
  asked::everywhere([](asked::Setting& at) {
    end_work(at.service, at.head, at.file);
    REQUIRE(decide_retention(at.gate(), kept_for(), at.by(at.manager), at.file,
                             by_right(DecisionKind::Erase)));
    const auto request = asked_for(at);
    const auto page = asked::ok(open_review(at.gate(), kept_for(), at.by(at.head), at.file));
    CHECK(page.stopped.find("request of 2 November 2026") != std::string::npos);
    const auto waiting = page.item.file.waiting()->id;
    const auto refused = confirm_retention(at.gate(), kept_for(), at.by(at.head), at.file, waiting);
    REQUIRE_FALSE(refused);
    CHECK(says(refused.error(), "request of 2 November 2026"));
    CHECK(is_open(at, request));
    REQUIRE(close_request(at.gate(), at.desk, at.by(at.head), at.file, request,
                          domain::RequestEnd::Withdrawn, "She asks no more."));
    CHECK(asked::ok(confirm_retention(at.gate(), kept_for(), at.by(at.head), at.file, waiting)) ==
          Decided::Gone);
  });
}

TEST_CASE("a file that an inspection may still look at is not erased") {
  sampling_everywhere([](Sampling& desk) {
    const auto manager = desk.service.person("practice-manager", "North");
    const auto erase = [&](FileId file) {
      return decide_retention(desk.gate(), kept_for(), desk.by(manager), file,
                              by_right(DecisionKind::Erase));
    };
    end_work(desk.service, desk.head, desk.aardvark);
    end_work(desk.service, desk.head, desk.badger);
    const auto id = desk.begun();
    CHECK(erase(desk.aardvark));  // Nobody has listed it.
    desk.send_list(id);
    for (const auto file : {desk.aardvark, desk.badger}) {
      const auto listed = erase(file);
      REQUIRE_FALSE(listed);
      CHECK(says(listed.error(), "The inspection Exampleshire 2026 may still look at this file"));
    }
    REQUIRE(desk.notify(id, {desk.badger}, {desk.inspector}));
    CHECK(erase(desk.aardvark));  // Listed, and not drawn.
    REQUIRE_FALSE(erase(desk.badger));
    REQUIRE(desk.end(id, SampleEnd::EvidenceSigned));
    CHECK(erase(desk.badger));
    // Called off before anything was drawn.
    const auto other = desk.begun();
    desk.send_list(other);
    REQUIRE_FALSE(erase(desk.badger));
    REQUIRE(desk.end(other, SampleEnd::CalledOff));
    CHECK(erase(desk.badger));
  });
}
