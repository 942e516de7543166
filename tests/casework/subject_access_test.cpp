#include "casework/subject_access.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "casework/children.hpp"
#include "casework/links.hpp"
#include "casework/records.hpp"
#include "domain/read_subject_access.hpp"
#include "forms/read_forms.hpp"
#include "report/subject_access.hpp"
#include "store/erasure.hpp"
#include "tests/access/a_service.hpp"

using namespace northlight;
using namespace northlight::casework;
using northlight::testing::AService;
using northlight::testing::day;

namespace {

template <typename T>
T ok(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

const forms::Forms& shipped_forms() {
  static const auto forms = ok(forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms"));
  return forms;
}

/// A child with a sister, a friend and a victim whom the service knows, and a contact that names
/// all three.
struct Setting {
  explicit Setting(store::Engine engine)
      : service(engine),
        worker(service.person("practitioner", "North")),
        manager(service.person("practice-manager", "North")),
        head(service.person("head-of-service")),
        file(child("Fulmar", "Skerry")) {
    child("Petrel", "Skerry");
    child("Dunlin", "Saltmarsh");
    add_victim();
    contact = write("contact",
                    R"({"held_on": "2026-11-20", "with": "Her mum Carol", "mode": "home",
                        "outcome": "kept", "safety": false, "what_happened":
                        "Fulmar and PETREL were in. Dunlin Saltmarsh rang. Zebedee is still hurt.",
                        "child_said": "Dunlin is not my friend any more."})");
  }

  FileId child(const std::string& given, const std::string& family) {
    return ok(add_child(gate(), by(worker), service.organisation("service"),
                        {.family_name = family, .given_names = given},
                        {.kind = domain::CaseKind::Court,
                         .opened_on = platform::day_in_london(service.now),
                         .worker = {service.team("North"), worker}}));
  }

  void add_victim() {
    const auto victims = service.person("victim-worker", "North");
    const auto victim =
        ok(casework::add_victim(gate(), by(victims), service.organisation("service"), "V-1",
                                {.opened_on = platform::day_in_london(service.now),
                                 .worker = {service.team("North"), victims}}));
    fill(victims, victim, "child-details",
         R"({"given_names": "Zebedee", "family_name": "Harbourlight"})");
  }

  RecordId fill(domain::PersonId person, FileId in, std::string_view form, const char* json) {
    const auto id =
        ok(begin_record(gate(), archive, by(person), in, forms::FormCode{std::string(form)}));
    const auto opened = ok(open_record(gate(), archive, by(person), in, id));
    const auto answers =
        ok(forms::parse_answers(*opened.form, *Json::parse(json), forms::Boxes::Refused));
    const auto kept = ok(keep_page(gate(), archive, by(person), in, id, 0, "page", answers));
    const auto saved =
        ok(opened.form->quick ? sign_record(gate(), archive, by(person), in, id, kept.seq)
                              : save_record(gate(), archive, by(person), in, id, kept.seq));
    if (!saved.done()) throw std::runtime_error(saved.problems.front().message);
    return id;
  }
  RecordId write(std::string_view form, const char* json) { return fill(worker, file, form, json); }

  void type(const std::string& field, const Json& was, const Json& value) {
    const auto opened = ok(open_record(gate(), archive, by(worker), file, contact));
    const auto kept = ok(autosave(gate(), archive, by(worker), file, contact, opened.draft.seq,
                                  {{std::to_string(++count), {field, was, value}}}));
    ok(sign_record(gate(), archive, by(worker), file, contact, kept.seq));
  }

  SubjectRequestId ask(domain::Requester who = domain::Requester::Child) {
    return ok(begin_subject_request(gate(), desk, by(manager), file, {who, day("2026-11-02")}));
  }
  SubjectReview review(SubjectRequestId id) {
    return ok(open_review(gate(), desk, by(manager), file, id));
  }
  Status part(SubjectRequestId id, const std::string& code, PartReview sent) {
    const auto now = review(id);
    for (std::size_t i = 0; i < now.parts.size(); ++i)
      if (now.holding.parts[i].code == code) sent.hash = now.parts[i].hash;
    sent.part = code;
    return review_part(gate(), desk, by(manager), file, id, sent);
  }
  void review_all(SubjectRequestId id) {
    for (const auto& each : review(id).holding.parts)
      CHECK(part(id, each.code, {.confirm_rest = true, .read = true}));
    CHECK(note_identity(gate(), desk, by(manager), file, id, day("2026-11-03"), "We know her."));
  }
  std::string printed(SubjectRequestId id) {
    const auto ready = ok(preview_answer(gate(), desk, by(manager), file, id));
    const report::SubjectAnswer answer{
        .received_on = day("2026-11-02"), .given_on = day("2026-11-23"), .held = ready.given};
    return report::subject_access_html(answer) + report::subject_access_json(answer).text();
  }
  Status give(SubjectRequestId id, const std::string& bytes = "the copy") {
    NL_TRY(ready, ready_to_give(gate(), desk, by(head), file, id));
    return give_answer(gate(), desk, by(head), file, id, ready.fingerprint,
                       {{"json", Sensitive<std::string>(bytes)}});
  }

  Gate& gate() const { return *service.gate; }
  Asker by(domain::PersonId person) const { return service.asker(person); }

  AService service;
  platform::Keys keys = platform::Keys::for_this_run();
  store::Archive archive{shipped_forms(), keys};
  domain::SubjectAccessPolicy policy =
      ok(domain::read_subject_access(NORTHLIGHT_SOURCE_DIR "/policy/subject-access.toml"));
  AccessDesk desk{archive, policy};
  domain::PersonId worker, manager, head;
  FileId file;
  RecordId contact{IdBits{}};
  int count = 0;
  northlight::testing::TemporaryFolder folder;
  store::UploadFolder uploads{folder.path()};
};

template <typename F>
void everywhere(F test) {
  for (const auto engine : northlight::testing::engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Setting setting(engine);
    test(setting);
  }
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

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
