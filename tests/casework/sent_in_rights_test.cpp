#include "casework/subject_access.hpp"
#include "domain/read_subject_access.hpp"
#include "forms/read_forms.hpp"
#include "store/erasure.hpp"
#include "store/retention.hpp"
#include "tests/casework/sending_in.hpp"

using namespace northlight;
using namespace northlight::testing;

TEST_CASE("an answer to the child holds their own words and hides everybody else's") {
  sent_in_everywhere([](SendingIn& desk) {
    const auto forms = forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
    const auto policy =
        domain::read_subject_access(NORTHLIGHT_SOURCE_DIR "/policy/subject-access.toml");
    REQUIRE(forms);
    REQUIRE(policy);
    const store::Archive archive{*forms, desk.keys};
    const AccessDesk access{archive, *policy};
    desk.invite(desk.partner, "2026-11-30", "In lessons?");
    REQUIRE(desk.say(desk.child, "I like the bike shed."));
    REQUIRE(desk.say(desk.parent, "Not home since Friday."));
    REQUIRE(desk.send(desk.victims, {.words = "No letter either."}));
    REQUIRE(desk.send(desk.partner, {.words = "Trouble at the gate."}));
    const auto id = begin_subject_request(desk.gate(), access, desk.by(desk.manager), desk.file,
                                          {domain::Requester::Child, day("2026-11-02")});
    REQUIRE(id);
    const auto ready = preview_answer(desk.gate(), access, desk.by(desk.manager), desk.file, *id);
    REQUIRE(ready);
    std::string given;
    for (const auto& part : ready->given.parts)
      for (const auto& entry : part.entries)
        for (const auto& line : entry.lines) given += line.label + ": " + line.text + "\n";
    CHECK(given.find("I like the bike shed.") != std::string::npos);
    for (const auto* const hidden : {"Not home", "No letter", "Trouble", "In lessons?",
                                     "victim worker", "partner contributor"})
      CHECK_MESSAGE(given.find(hidden) == std::string::npos, hidden);
  });
}

TEST_CASE("with the records of a file goes what was sent into it, and its last day is kept") {
  sent_in_everywhere([](SendingIn& desk) {
    const auto head = desk.service.person("head-of-service");
    REQUIRE(desk.say(desk.child, "Hello"));
    REQUIRE(desk.send(desk.clerk,
                      {.words = "A letter", .document = TypedDocument{"letter.pdf", letter}}));
    desk.invite(desk.partner, "2026-11-30");
    const auto id = desk.page(desk.worker).all.front().id;
    REQUIRE(mark_sent_in_read(desk.gate(), desk.by(desk.worker), desk.file, {id}));
    const auto retained =
        desk.gate().read(desk.by(head), domain::Action::ReviewRetention, desk.file, {},
                         [](store::Session& session, const store::Grant& grant) {
                           return store::retention_file(session, grant);
                         });
    REQUIRE(retained);
    CHECK(retained->last_recorded == day("2026-11-23"));
    REQUIRE(
        desk.gate().change(desk.by(head), domain::Action::EraseFile, desk.file,
                           {.operation = store::AuditOperation::Erasure},
                           [](store::Transaction& transaction, const store::Grant& grant,
                              accounts::Trace&) { return store::erase_file(transaction, grant); }));
    for (const auto* const table : {"sent_in", "sent_in_read", "invitation_words", "upload"})
      CHECK_MESSAGE(desk.count_of(table) == 0, table);
    CHECK(desk.say(desk.child, "Too late").error().code == ErrorCode::NotFound);
  });
}
