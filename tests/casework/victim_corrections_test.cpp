#include "casework/stood_file.hpp"
#include "tests/casework/a_subject_request.hpp"

// What a victim's file is called and when the work began, put right.
using namespace northlight;
using namespace northlight::casework;
using namespace northlight::testing::asked;
using northlight::testing::day;
using northlight::testing::noon;

namespace {

/// The file as its worker sees it.
struct Corrected {
  std::string reference;
  Date first_day;
  friend bool operator==(const Corrected&, const Corrected&) = default;
};

Corrected stands(Setting& at, FileId file) {
  const auto opened = ok(open_file(at.gate(), at.by(at.victims), file));
  return {opened.victim->reference, first_case(opened.cases)->opened_on};
}

Status correct(Setting& at, std::string_view reference, std::string_view when) {
  return correct_victim(at.gate(), at.by(at.victims), at.victim, reference, day(when));
}

/// Where it is at fault, with the first words of what is said of it.
std::string refused(Setting& at, std::string_view reference, std::string_view when) {
  const auto answer = correct(at, reference, when);
  REQUIRE_FALSE(answer);
  return answer.error().where + ": " +
         answer.error().message.substr(0, answer.error().message.find('.'));
}

std::int64_t lines(Setting& at) {
  return ok(at.service.database->read([](store::Session& session) {
    return session.value<std::int64_t>(
        "select count(*) from audit_entry where operation = "
        "'alteration'");
  }));
}

}  // namespace

TEST_CASE("a victim's reference and first day are corrected, and the log says that they were") {
  everywhere([](Setting& at) {
    CHECK(stands(at, at.victim) == Corrected{"V-1", day("2026-11-23")});
    CHECK(correct(at, " V-0042 ", "2026-11-23"));
    CHECK(stands(at, at.victim) == Corrected{"V-0042", day("2026-11-23")});
    CHECK(at.service.trail()[at.service.trail().size() - 2].action ==
          "victim-corrected:reference=another");
    CHECK(correct(at, "V-0042", "2026-11-20"));
    const auto line = at.service.last_line();
    const auto opened = ok(open_file(at.gate(), at.by(at.victims), at.victim));
    CHECK(line.action == "victim-corrected:day=2026-11-20;day-before=2026-11-23;case=" +
                             opened.cases.front().id.text());
    CHECK(line.outcome == "allowed");
    CHECK(line.role == "victim-worker");
    CHECK(stands(at, at.victim) == Corrected{"V-0042", day("2026-11-20")});
  });
}

TEST_CASE("what was a name in place of a reference stays nowhere, the log included") {
  everywhere([](Setting& at) {
    CHECK(correct(at, "Marit Counterfield", "2026-11-23"));
    CHECK(correct(at, "V-7", "2026-11-23"));
    for (const auto& line : at.service.trail())
      CHECK(line.action.find("Counterfield") == std::string::npos);
    CHECK(ok(at.service.database->read([](store::Session& session) {
            return session.value<std::int64_t>(
                "select count(*) from victim where reference like '%Counterfield%'");
          })) == 0);
  });
}

TEST_CASE("nothing is done where nothing is changed, and pressed twice is done once") {
  everywhere([](Setting& at) {
    const auto before = lines(at);
    CHECK(correct(at, "V-1", "2026-11-23"));
    CHECK(lines(at) == before);
    CHECK(at.service.last_line().action == "write-record");
    CHECK(correct(at, "V-2", "2026-11-20"));
    CHECK(correct(at, "V-2", "2026-11-20"));
    CHECK(lines(at) == before + 1);
  });
}

TEST_CASE("a correction that cannot stand is refused at its field, and nothing is kept of it") {
  everywhere([](Setting& at) {
    at.add_victim("V-2", R"({"kind": "adult", "given_names": "Odalys",
                             "family_name": "Fernquist"})");
    CHECK(refused(at, " ", "2026-11-20") == "reference: Enter a reference of 40 letters or fewer");
    CHECK(refused(at, "v-2", "2026-11-20") == "reference: This reference is given already");
    CHECK(refused(at, "V-3", "2026-11-24") ==
          "opened_on: A case cannot be opened on a day to come");
    CHECK(refused(at, "V-3", "1999-11-24") ==
          "opened_on: Check the year: this is more than 25 years ago");
    // Whose file it is stands in its records: in whichever letters and order.
    for (const auto* const name : {"Zebedee Harbourlight", "HARBOURLIGHT, zebedee"})
      CHECK(refused(at, name, "2026-11-20") ==
            "reference: This is the victim’s name, which lists must not show");
    CHECK(stands(at, at.victim) == Corrected{"V-1", day("2026-11-23")});
    // Its own reference in other letters is no other's.
    CHECK(correct(at, "v-1", "2026-11-23"));
    CHECK(stands(at, at.victim).reference == "v-1");

    const auto id = ok(open_file(at.gate(), at.by(at.victims), at.victim)).cases.front().id;
    CHECK(correct(at, "V-1", "2026-11-10"));
    CHECK(close_case(at.gate(), at.by(at.manager), at.victim, id, day("2026-11-15")));
    REQUIRE(accounts::give_reason(*at.service.database, northlight::testing::shipped_policy(),
                                  at.by(at.victims), at.victim, "The first day is wrong.",
                                  {.least = 5, .most = 500}));
    CHECK(refused(at, "V-1", "2026-11-16") == "opened_on: The work ended on 15 November 2026");
  });
}

TEST_CASE("who does not write in a victim's file corrects nothing of it") {
  everywhere([](Setting& at) {
    const auto by = [&](domain::PersonId person) {
      const auto answer =
          correct_victim(at.gate(), at.by(person), at.victim, "V-9", day("2026-11-20"));
      REQUIRE_FALSE(answer);
      return answer.error().code;
    };
    CHECK(by(at.worker) == ErrorCode::NotFound);
    CHECK(by(at.manager) == ErrorCode::Forbidden);
    CHECK(by(at.service.person("victim-worker", "South")) == ErrorCode::NeedsReason);
    CHECK(correct_victim(at.gate(), at.by(at.worker), at.file, "V-9", day("2026-11-20"))
              .error()
              .code == ErrorCode::NotFound);
    CHECK(stands(at, at.victim) == Corrected{"V-1", day("2026-11-23")});
  });
}

TEST_CASE("a past day shows the first day as it was taken to be, and an answer tells it") {
  everywhere([](Setting& at) {
    at.service.now = noon("2026-11-25");
    CHECK(correct(at, "V-1", "2026-11-20"));
    const auto opened_on = [&](std::string_view when, KnownWhen known) {
      const auto stood = ok(
          file_as_it_stood(at.gate(), at.archive, at.by(at.victims), at.victim, day(when), known));
      REQUIRE(stood.cases.size() == 1);
      return iso(stood.cases.front().opened_on);
    };
    CHECK(opened_on("2026-11-24", KnownWhen::Then) == "2026-11-23");
    CHECK(opened_on("2026-11-25", KnownWhen::Then) == "2026-11-20");
    CHECK(opened_on("2026-11-21", KnownWhen::Today) == "2026-11-20");
    at.file = at.victim;
    at.manager = at.victims;
    std::string told;
    for (const auto& part : at.review(at.ask()).holding.parts)
      for (const auto& entry : part.entries)
        for (const auto& line : entry.lines) told += line.label + ": " + line.text + "\n";
    CHECK(told.find("Opened: 20 November 2026") != std::string::npos);
    CHECK(told.find("Opened, as recorded until 25 November 2026: 23 November 2026") !=
          std::string::npos);
    CHECK_FALSE(at.service.database->write([](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run("update first_day_was set opened_on = '2020-01-01'"));
      return done();
    }));
  });
}
