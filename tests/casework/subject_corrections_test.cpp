#include "casework/invitations.hpp"
#include "casework/links.hpp"
#include "tests/casework/a_subject_request.hpp"

using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;

TEST_CASE("a parent is answered only where it is said on what ground") {
  everywhere([](Setting& at) {
    const auto id = at.ask(domain::Requester::Parent);
    at.review_all(id);
    CHECK(at.review(id).in_the_way().size() == 1);
    CHECK(at.give(id).error().message.find("It was not the child who asked") != std::string::npos);
    CHECK(note_basis(at.gate(), at.desk, at.by(at.manager), at.file, id,
                     domain::AnswerBasis::AgreedByChild, " ")
              .error()
              .where == "basis_words");
    CHECK(note_basis(at.gate(), at.desk, at.by(at.manager), at.file, id,
                     domain::AnswerBasis::AgreedByChild, "She said so on 5 November."));
    CHECK(at.give(id));
  });
}

TEST_CASE("a parent who has a link is another person in somebody else's answer") {
  everywhere([](Setting& at) {
    CHECK(give_link(
        at.gate(), at.desk.archive.keys, at.by(at.worker), at.file,
        {domain::Relation::Parent, day("2026-12-31"), "no hash", "blue otter", "Gannet Holm"}));
    const auto review = at.review(at.ask(domain::Requester::Parent));
    CHECK(std::ranges::any_of(review.hidings, [&](const ReviewedHiding& one) {
      return has(domain::line_at(review.holding, one.decided.hiding.at).text, "Gannet");
    }));
  });
}

TEST_CASE("a request that is written down twice at once is one") {
  everywhere([](Setting& at) {
    const auto first = at.ask();
    CHECK(at.ask() == first);
    CHECK(at.ask(domain::Requester::Parent) != first);
    at.service.now += std::chrono::minutes(5);
    CHECK(at.ask() != first);
  });
}

TEST_CASE("a request is corrected while it is open, and what it said before is on the trail") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    at.review_all(id);
    const auto correct = [&](domain::PersonId who, domain::Requester asks, std::string_view on) {
      return correct_request(at.gate(), at.desk, at.by(who), at.file, id, {asks, day(on)});
    };
    CHECK(correct(at.manager, domain::Requester::Child, "2026-11-02").error().where ==
          "received_on");
    CHECK(correct(at.manager, domain::Requester::Child, "2026-12-02").error().where ==
          "received_on");
    CHECK(correct(at.worker, domain::Requester::Child, "2026-11-09").error().code ==
          ErrorCode::Forbidden);
    const auto due = at.review(id).request.due_on;
    CHECK(correct(at.manager, domain::Requester::Child, "2026-11-09"));
    CHECK(at.service.last_line().action ==
          "access-corrected:request=" + id.text() + ";received-before=2026-11-02");
    CHECK(at.review(id).request.received_on == day("2026-11-09"));
    CHECK(at.review(id).request.due_on == add_days(due, 7));
    CHECK(at.review(id).request.identity_on);  // The same person asks.

    CHECK(std::ranges::any_of(at.review(id).parts, [](const ReviewedPart& part) {
      return part.reading == Reading::Read;
    }));
    const auto lift = at.review(id).hidings.front();
    CHECK(at.part(id, at.review(id).holding.parts.at(lift.decided.hiding.at.part).code,
                  {.decisions = {{lift.key, store::HidingDecision::Lifted, "She knows."}}}));
    const auto lifted = [](const SubjectReview& review) {
      return std::ranges::any_of(review.hidings, [](const ReviewedHiding& one) {
        return one.decided.decision == domain::Decision::Lifted;
      });
    };
    CHECK(lifted(at.review(id)));
    at.service.now += std::chrono::minutes(5);

    CHECK(correct(at.head, domain::Requester::Parent, "2026-11-09"));
    CHECK(at.service.last_line().action ==
          "access-corrected:request=" + id.text() + ";asked-before=child");
    const auto review = at.review(id);
    // What was read, and shown in spite of a rule, for the child was not so for a parent.
    CHECK_FALSE(lifted(review));
    CHECK(std::ranges::all_of(
        review.parts, [](const ReviewedPart& part) { return part.reading == Reading::NotRead; }));
    CHECK(note_basis(at.gate(), at.desk, at.by(at.manager), at.file, id,
                     domain::AnswerBasis::AgreedByChild, "She said so."));
    CHECK(review.request.asked_by == domain::Requester::Parent);
    CHECK_FALSE(review.request.identity_on);
    CHECK_FALSE(review.in_the_way().empty());
    REQUIRE(review.corrections.size() == 2);
    CHECK(std::ranges::any_of(review.corrections, [&](const auto& one) {
      return one.by == at.manager && one.received_on == day("2026-11-02");
    }));
    CHECK(review.prepared_by.contains(at.head));  // So that another gives it out.

    CHECK(correct(at.manager, domain::Requester::Representative, "2026-11-09"));
    CHECK_FALSE(at.review(id).request.basis);  // It was a parent's.
    CHECK(correct(at.manager, domain::Requester::Child, "2026-11-09"));
    CHECK_FALSE(lifted(at.review(id)));
    CHECK(close_request(at.gate(), at.desk, at.by(at.head), at.file, id,
                        domain::RequestEnd::Withdrawn, "She has what she needs."));
    CHECK(correct(at.manager, domain::Requester::Child, "2026-11-03").error().code ==
          ErrorCode::Conflict);
  });
}

TEST_CASE("the longer time is taken once, with a reason, and a request may end without an answer") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    CHECK(extend_request(at.gate(), at.desk, at.by(at.manager), at.file, id, "").error().where ==
          "extended");
    CHECK(extend_request(at.gate(), at.desk, at.by(at.manager), at.file, id, "Seven files."));
    CHECK(at.review(id).request.due_on == day("2027-02-02"));
    CHECK_FALSE(extend_request(at.gate(), at.desk, at.by(at.manager), at.file, id, "Again."));
    CHECK(close_request(at.gate(), at.desk, at.by(at.head), at.file, id,
                        domain::RequestEnd::Withdrawn, "She has what she needs."));
    const auto second = at.ask();
    const auto list = ok(list_subject_requests(at.gate(), at.by(at.head), 50));
    REQUIRE(list.size() == 2);
    CHECK(list[0].id == second);
    CHECK(list[1].closed_how == domain::RequestEnd::Withdrawn);
    CHECK(ok(list_subject_requests(at.gate(), at.by(at.worker), 50)).empty());
  });
}

TEST_CASE("nothing stands beside what is hidden that says whose it was") {
  everywhere([](Setting& at) {
    const auto partner = at.service.person("partner-contributor", "", "partner");
    REQUIRE(casework::invite(at.gate(), at.desk.archive.keys, at.by(at.worker), at.file,
                             {.until = platform::start_of_day_in_london(day("2026-11-30")),
                              .asked = "What happened at school?",
                              .address = at.service.address(partner)}));
    CHECK(give_link(
        at.gate(), at.desk.archive.keys, at.by(at.worker), at.file,
        {domain::Relation::Parent, day("2026-12-31"), "no hash", "blue otter", "Gannet Holm"}));
    CHECK(give_link(at.gate(), at.desk.archive.keys, at.by(at.worker), at.file,
                    {domain::Relation::Themself, day("2026-12-31"), "no hash", "green heron", ""}));
    const auto hidden = [&](const SubjectReview& review, std::string_view label,
                            std::string_view text) {
      bool whole = false;
      bool there = false;
      const auto& entries = review.holding.parts.front().entries;
      for (std::size_t entry = 0; entry < entries.size(); ++entry)
        for (std::size_t line = 0; line < entries[entry].lines.size(); ++line) {
          const auto& one = entries[entry].lines[line];
          if (one.label != label || !has(one.text, text)) continue;
          there = true;
          whole = std::ranges::any_of(review.hidings, [&](const ReviewedHiding& hiding) {
            return hiding.decided.hiding.at == domain::LineAt{0, entry, line} &&
                   hiding.decided.hiding.stretch == domain::Stretch{0, one.text.size()};
          });
        }
      CHECK(there);
      return whole;
    };
    const auto childs = at.review(at.ask());
    CHECK(hidden(childs, "Asked in", "from"));
    CHECK(hidden(childs, "What one of them was asked", "at school"));
    CHECK(hidden(childs, "By a personal link", "A parent or carer"));
    CHECK_FALSE(hidden(childs, "By a personal link", "The child"));
    const auto parents = at.review(at.ask(domain::Requester::Parent));
    CHECK(hidden(parents, "By a personal link", "The child"));
    CHECK(hidden(parents, "Whose one of these links is", "Gannet"));
    for (const auto& entry : parents.holding.parts.front().entries)
      for (const auto& line : entry.lines) {
        CHECK_FALSE(has(line.label, "parent"));
        if (line.fact == domain::HeldFact::Look) CHECK(has(line.text, "People of the service"));
      }
  });
}
