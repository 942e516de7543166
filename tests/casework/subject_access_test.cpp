#include "store/erasure.hpp"
#include "tests/casework/a_subject_request.hpp"

using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;

TEST_CASE("everything that is held is gathered, and other people's names are hidden by rule") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    const auto review = at.review(id);
    CHECK(review.request.due_on == day("2026-12-02"));
    REQUIRE(review.holding.parts.size() == 2);
    CHECK(review.holding.parts[0].code == "facts");
    CHECK(review.holding.parts[1].title == "Contact, begun on 23 November 2026");
    const auto given = at.printed(id);
    CHECK(has(given, "Fulmar and [hidden: about another person] were in."));
    CHECK(has(given, "Skerry"));
    for (const auto* const name : {"PETREL", "Petrel", "Dunlin", "Saltmarsh", "Zebedee", "Carol"}) {
      CAPTURE(name);
      CHECK_FALSE(has(given, name));
    }
  });
}

TEST_CASE("by former names others are hidden too, and the child's own stand") {
  everywhere([](Setting& at) {
    const auto renamed = [&](FileId file, std::string given, std::string family) {
      CHECK(correct_child(at.gate(), at.by(at.worker), file,
                          {.family_name = std::move(family), .given_names = std::move(given)}));
    };
    const auto friend_of_hers = at.child("Merlin", "Oldharbour");
    renamed(friend_of_hers, "Merlin", "Newharbour");
    renamed(at.file, "Fulmar", "Newskerry");
    at.write("contact", R"({"held_on": "2026-11-21", "with": "Her aunt", "mode": "home",
                            "outcome": "kept", "safety": false, "what_happened":
                            "Fulmar Skerry met Merlin Oldharbour."})");
    const auto given = at.printed(at.ask());
    CHECK(has(given, "Fulmar Skerry met [hidden: about another person]."));
    CHECK_FALSE(has(given, "Oldharbour"));
    CHECK_FALSE(has(given, "PETREL"));
  });
}

TEST_CASE("nothing is given out while a hiding is unchecked or a part unread") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    CHECK(at.give(id).error().code == ErrorCode::Conflict);
    at.review_all(id);
    CHECK(at.review(id).in_the_way().empty());
    CHECK(at.give(id, "bytes that were given"));
    const auto line = at.service.last_line();
    CHECK(line.action == "answer-given:request=" + id.text());
    CHECK(line.role == "head-of-service");
    CHECK(ok(open_copy(at.gate(), at.desk, at.by(at.manager), at.file, id, "json")).reveal() ==
          "bytes that were given");
    CHECK(at.review(id).request.closed_how == domain::RequestEnd::Released);
    CHECK(at.give(id).error().code == ErrorCode::Conflict);
    const auto told = at.service.database->read([](store::Session& session) {
      return session.value<std::string>(
          "select recipient from audit_entry where operation = 'disclosure'");
    });
    CHECK(*told == "the child");
    const auto changed = at.service.database->write([](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run("update subject_copy set hash = 'x'"));
      return done();
    });
    CHECK_FALSE(changed);
  });
}

TEST_CASE("whoever prepared any of an answer does not give it out: another person does") {
  everywhere([](Setting& at) {
    const auto second = at.service.person("head-of-service");
    const auto give_by = [&](domain::PersonId person, SubjectRequestId id) -> Status {
      NL_TRY(ready, ready_to_give(at.gate(), at.desk, at.by(person), at.file, id));
      return give_answer(at.gate(), at.desk, at.by(person), at.file, id, ready.fingerprint,
                         {{"json", Sensitive<std::string>("the copy")}});
    };
    const auto refused = [](const Status& given) {
      return !given && given.error().code == ErrorCode::Conflict &&
             given.error().message.find("Another person has to give the answer out") !=
                 std::string::npos;
    };
    // Who wrote it down.
    const auto written = ok(begin_subject_request(at.gate(), at.desk, at.by(at.head), at.file,
                                                  {domain::Requester::Child, day("2026-11-02")}));
    at.review_all(written);
    CHECK(refused(give_by(at.head, written)));
    // The last step asks again, whatever the page before it showed.
    const auto ready = ok(ready_to_give(at.gate(), at.desk, at.by(second), at.file, written));
    CHECK(refused(give_answer(at.gate(), at.desk, at.by(at.head), at.file, written,
                              ready.fingerprint, {{"json", Sensitive<std::string>("the copy")}})));
    CHECK(at.review(written).request.open());
    CHECK(give_by(second, written));

    // Who decided or read one part of several.
    const auto read = at.ask();
    const auto review = at.review(read);
    CHECK(review_part(at.gate(), at.desk, at.by(at.head), at.file, read,
                      {.part = review.holding.parts[0].code,
                       .hash = review.parts[0].hash,
                       .confirm_rest = true,
                       .read = true}));
    CHECK(at.part(read, review.holding.parts[1].code, {.confirm_rest = true, .read = true}));
    CHECK(note_identity(at.gate(), at.desk, at.by(at.manager), at.file, read, day("2026-11-03"),
                        "We know her."));
    CHECK(at.review(read).in_the_way().empty());
    CHECK(refused(give_by(at.head, read)));
    CHECK(give_by(second, read));
  });
}

TEST_CASE("a practice manager reviews and does not release") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    at.review_all(id);
    CHECK(ready_to_give(at.gate(), at.desk, at.by(at.manager), at.file, id).error().code ==
          ErrorCode::Forbidden);
    CHECK(begin_subject_request(at.gate(), at.desk, at.by(at.worker), at.file,
                                {.received_on = day("2026-11-02")})
              .error()
              .code == ErrorCode::Forbidden);
  });
}

TEST_CASE("what changes after it was read is asked for again") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    at.review_all(id);
    at.type("child_said", "Dunlin is not my friend any more.", "Nobody asked me.");
    const auto review = at.review(id);
    CHECK(review.parts[1].reading == Reading::ChangedSince);
    CHECK(review.in_the_way().front().find("has changed") != std::string::npos);
    CHECK(at.give(id).error().code == ErrorCode::Conflict);
    // What was decided of a text that stands as it did counts as before.
    CHECK(review.parts[1].unchecked == 0);
    PartReview stale{.part = review.holding.parts[1].code, .hash = "old", .read = true};
    CHECK(review_part(at.gate(), at.desk, at.by(at.manager), at.file, id, stale).error().code ==
          ErrorCode::Conflict);
    CHECK(at.part(id, review.holding.parts[1].code, {.confirm_rest = true, .read = true}));
    CHECK(at.give(id));
  });
}

TEST_CASE("a hiding is lifted with a reason, and another is added by its words") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    const auto review = at.review(id);
    const auto code = review.holding.parts[1].code;
    const ReviewedHiding* carol = nullptr;
    std::string place;
    for (const auto& one : review.hidings) {
      const auto& line = domain::line_at(review.holding, one.decided.hiding.at);
      if (line.text == "Her mum Carol") carol = &one;
    }
    for (const auto& line : review.holding.parts[1].entries[0].lines)
      if (line.label == "What happened?") place = line.place;
    REQUIRE(carol != nullptr);
    const SentDecision lift{carol->key, store::HidingDecision::Lifted, ""};
    CHECK(at.part(id, code, {.decisions = {lift}}).error().where == "reason-" + carol->key);
    CHECK(at.part(id, code, {.additions = {{place, "not there"}}}).error().where == "add-" + place);
    CHECK(at.part(id, code,
                  {.decisions = {{carol->key, store::HidingDecision::Lifted, "Carol agreed."}},
                   .additions = {{place, "still hurt"}}}));
    const auto given = at.printed(id);
    CHECK(has(given, "Her mum Carol"));
    CHECK_FALSE(has(given, "still hurt"));
  });
}

TEST_CASE("a document goes with the answer where the whole of it may be given, and no other does") {
  everywhere([](Setting& at) {
    const std::string school = "%PDF-1.7 a letter of the school %%EOF";
    const std::string nurse = "%PDF-1.7 a letter that names her sister %%EOF";
    const auto send = [&](const std::string& content) {
      return ok(add_upload(at.gate(), at.uploads, at.by(at.worker), at.file, at.contact,
                           "letter.pdf", content))
          .hash;
    };
    const auto letter = send(school);
    const auto other = send(nurse);
    const auto id = at.ask();
    const auto open = [&](const std::string& hash, domain::PersonId person) {
      return open_document(at.gate(), at.desk, at.uploads, at.by(person), at.file, id, hash);
    };
    CHECK(ok(open(other, at.manager)).content.reveal() == nurse);  // To decide on it.
    CHECK(open(letter, at.worker).error().code == ErrorCode::Forbidden);

    std::string key;
    const auto review = at.review(id);
    for (const auto& one : review.hidings)
      if (domain::document_of(domain::line_at(review.holding, one.decided.hiding.at)) == letter)
        key = one.key;
    REQUIRE_FALSE(key.empty());
    CHECK(at.part(id, "facts",
                  {.decisions = {{key, store::HidingDecision::Lifted, "It tells of her alone."}}}));
    at.review_all(id);
    const auto ready = ok(ready_to_give(at.gate(), at.desk, at.by(at.head), at.file, id));
    REQUIRE(ready.documents.size() == 1);
    CHECK(ready.documents[0].hash == letter);
    CHECK(at.give(id));

    const auto given = at.review(id).documents;
    REQUIRE(given.size() == 1);
    CHECK(given[0].hash == letter);
    CHECK(ok(open(letter, at.manager)).content.reveal() == school);
    CHECK(open(other, at.manager).error().code == ErrorCode::NotFound);
    CHECK(open("0123", at.manager).error().code == ErrorCode::NotFound);
    const auto changed = at.service.database->write([](store::Transaction& transaction) {
      return transaction.run_as_is("update subject_document set given_at = 'x'");
    });
    CHECK_FALSE(changed);
  });
}

TEST_CASE("erasure takes requests, decisions and copies") {
  everywhere([](Setting& at) {
    const auto id = at.ask();
    at.review_all(id);
    CHECK(at.give(id));
    CHECK(at.gate().change(at.by(at.head), domain::Action::EraseFile, at.file, {},
                           [](store::Transaction& transaction, const store::Grant& grant,
                              accounts::Trace&) { return store::erase_file(transaction, grant); }));
    for (const auto* const table : {"subject_request", "subject_decision", "subject_part_read",
                                    "subject_copy", "subject_document"}) {
      const auto left = at.service.database->read([&](store::Session& session) {
        return session.value<std::int64_t>(std::string("select count(*) from ") + table);
      });
      CHECK(*left == 0);
    }
  });
}
