#include <algorithm>

#include "accounts/scope.hpp"
#include "casework/due.hpp"
#include "tests/casework/sending_in.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a child and a parent say what they think, and see whether somebody has read it") {
  sent_in_everywhere([](SendingIn& desk) {
    REQUIRE(desk.say(desk.child, "I want to finish my bike project.\r\nSoon."));
    CHECK(desk.service.last_line().action == "own-words-sent");
    CHECK(desk.raw("select operation from audit_entry where action = 'own-words-sent'") ==
          "collection");
    desk.service.now += std::chrono::hours(1);
    REQUIRE(desk.say(desk.parent, "Ring before ten."));
    const auto mine = [&](domain::PersonId who) {
      const auto own = open_own(desk.gate(), desk.keys, desk.by(who), desk.file);
      REQUIRE(own);
      return own->said;
    };
    const auto said = mine(desk.child);
    REQUIRE(said.size() == 1);
    CHECK(said.front().words.reveal() == "I want to finish my bike project.\nSoon.");
    CHECK(said.front().kind == SentInKind::ChildWords);
    CHECK_FALSE(said.front().read);
    CHECK(mine(desk.parent).front().kind == SentInKind::ParentWords);

    CHECK(desk.words(desk.worker) ==
          Words{"Ring before ten.", "I want to finish my bike project.\nSoon."});
    REQUIRE(mark_sent_in_read(desk.gate(), desk.by(desk.worker), desk.file, {said.front().id}));
    CHECK(desk.service.last_line().action == "read-sent-in");
    CHECK(desk.raw("select operation from audit_entry where action = 'read-sent-in'") ==
          "consultation");
    const auto read = mine(desk.child).front().read;
    REQUIRE(read);
    CHECK(read->person == desk.worker);
    // Whoever says so second changes nothing.
    desk.service.now += std::chrono::hours(1);
    REQUIRE(mark_sent_in_read(desk.gate(), desk.by(desk.manager), desk.file, {said.front().id}));
    CHECK(mine(desk.child).front().read->at == read->at);

    // By another link the child finds their words again; another parent finds nothing.
    const auto again = desk.link(domain::Relation::Themself);
    CHECK(mine(again).size() == 1);
    CHECK(mine(desk.link(domain::Relation::Parent)).empty());
    // Neither reads the file or sends as others do.
    CHECK_FALSE(open_sent_in(desk.gate(), desk.keys, desk.by(desk.child), desk.file));
    CHECK_FALSE(desk.send(desk.child, {.words = "A note"}));
    CHECK_FALSE(say_own(desk.gate(), desk.keys, desk.by(desk.child), desk.other,
                        {.words = "Elsewhere", .once = "1"}));
    CHECK_FALSE(desk.say(desk.worker, "Not mine to say"));
  });
}

TEST_CASE("whoever was asked in reads what is asked, answers until the day, and sees no more") {
  sent_in_everywhere([](SendingIn& desk) {
    CHECK(desk.send(desk.partner, {.words = "An answer"}).error().code == ErrorCode::NotFound);
    const auto invitation = desk.invite(desk.partner, "2026-11-30", "In lessons?");
    const auto opened = open_sending(desk.gate(), desk.keys, desk.by(desk.partner), desk.file);
    REQUIRE(opened);
    CHECK(opened->kinds == std::vector{SentInKind::Answer});
    REQUIRE(opened->asked.size() == 1);
    CHECK(opened->asked.front().words.reveal() == "In lessons?");
    CHECK(opened->asked.front().until == noon("2026-11-30"));
    CHECK_FALSE(opened->may.has(domain::Action::ReadFile));
    REQUIRE(desk.send(desk.partner, {.words = "Four days of five."}));
    CHECK_FALSE(open_sent_in(desk.gate(), desk.keys, desk.by(desk.partner), desk.file));
    CHECK(mark_sent_in_read(desk.gate(), desk.by(desk.partner), desk.file, {}).error().code ==
          ErrorCode::Forbidden);
    // Their own, and nobody else's.
    REQUIRE(desk.say(desk.child, "My words"));
    const auto after = open_sending(desk.gate(), desk.keys, desk.by(desk.partner), desk.file);
    REQUIRE(after);
    REQUIRE(after->sent.size() == 1);
    CHECK(after->sent.front().words.reveal() == "Four days of five.");
    CHECK(after->sent.front().role == "partner-contributor");

    desk.invite(desk.volunteer, "2026-11-30");
    const auto panel = open_sending(desk.gate(), desk.keys, desk.by(desk.volunteer), desk.file);
    REQUIRE(panel);
    CHECK(panel->kinds == std::vector{SentInKind::PanelNote});
    CHECK(panel->may.has(domain::Action::ReadShared));
    CHECK(panel->sent.empty());

    REQUIRE(end_invitation(desk.gate(), desk.by(desk.worker), desk.file, invitation));
    CHECK(desk.send(desk.partner, {.words = "Too late"}).error().code == ErrorCode::NotFound);
    desk.service.now = noon("2026-12-01");
    CHECK_FALSE(open_sending(desk.gate(), desk.keys, desk.by(desk.volunteer), desk.file));
  });
}

TEST_CASE("a list shows whoever was asked in the child's name, and neither age nor case") {
  sent_in_everywhere([](SendingIn& desk) {
    desk.invite(desk.partner, "2026-11-30");
    const auto listed = [&](domain::PersonId who) {
      const auto page = list_children(desk.gate(), desk.by(who), accounts::any_relation, {}, 10);
      REQUIRE(page);
      return *page;
    };
    const auto asked = listed(desk.partner);
    REQUIRE(asked.children.size() == 1);
    CHECK_FALSE(asked.children.front().born_on.reveal());
    CHECK(asked.cases.empty());
    REQUIRE(asked.sends.size() == 1);
    CHECK(asked.sends.front().invited);
    const auto clerk = listed(desk.clerk);
    CHECK(clerk.children.size() == 2);
    CHECK(clerk.cases.size() == 2);
    CHECK(clerk.sends.size() == 2);
    CHECK_FALSE(clerk.sends.front().invited);
    CHECK(listed(desk.worker).sends.empty());
  });
}

TEST_CASE("a victim's wishes and the post come in from those who do not read the file") {
  sent_in_everywhere([](SendingIn& desk) {
    REQUIRE(desk.send(desk.victims, {.words = "No meeting; a letter perhaps."}));
    REQUIRE(desk.send(desk.clerk, {.kind = SentInKind::ByPost,
                                   .words = "From the college, came today.",
                                   .document = TypedDocument{"C:\\post\\letter.pdf", letter}}));
    CHECK_FALSE(open_sent_in(desk.gate(), desk.keys, desk.by(desk.clerk), desk.file));
    const auto all = desk.page(desk.worker).all;
    REQUIRE(all.size() == 2);
    const auto post = std::ranges::find(all, SentInKind::ByPost, &store::SentInRow::kind);
    REQUIRE(post != all.end());
    REQUIRE(post->document);
    CHECK(post->document->name.reveal() == "letter.pdf");
    CHECK(desk.uploads.read(post->document->hash));
    CHECK(std::ranges::count(all, SentInKind::VictimWishes, &store::SentInRow::kind) == 1);
    // Neither of them reaches the child or the parent.
    for (const auto who : {desk.child, desk.parent}) {
      const auto own = open_own(desk.gate(), desk.keys, desk.by(who), desk.file);
      REQUIRE(own);
      CHECK(own->said.empty());
    }
    // Whoever works with the child chooses what it is.
    CHECK(desk.send(desk.worker, {.words = "A note"}).error().where == "kind");
    CHECK(desk.send(desk.worker, {.kind = SentInKind::VictimWishes, .words = "They wish"})
              .error()
              .where == "kind");
    CHECK(desk.send(desk.worker, {.kind = SentInKind::Note, .words = "A note"}));
    CHECK(desk.send(desk.stranger, {.kind = SentInKind::Note, .words = "A note"}).error().code ==
          ErrorCode::NeedsReason);
  });
}

TEST_CASE("what is wrong with what is sent is said, and nothing of it is kept") {
  sent_in_everywhere([](SendingIn& desk) {
    CHECK(desk.say(desk.child, " \r\n ").error().where == "words");
    const auto longer = desk.say(desk.child, std::string(5'001, 'x'));
    REQUIRE_FALSE(longer);
    CHECK(longer.error().message.find("5,000 letters") != std::string::npos);
    const auto wrong =
        desk.send(desk.clerk, {.words = "A film", .document = TypedDocument{"film.exe", "MZ\x90"}});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().where == "document");
    CHECK(desk.count_of("sent_in") == 0);
    CHECK(desk.count_of("upload") == 0);
  });
}

TEST_CASE("sent twice by one form is once; changed words by the same form are not lost") {
  sent_in_everywhere([](SendingIn& desk) {
    REQUIRE(desk.say(desk.child, "Hello", "form"));
    REQUIRE(desk.say(desk.child, "Hello", "form"));
    CHECK(desk.words(desk.worker) == Words{"Hello"});
    CHECK(desk.raw("select operation from audit_entry where action = 'own-words-sent' "
                   "order by at desc, operation desc") == "consultation");
    desk.service.now += std::chrono::minutes(1);
    REQUIRE(desk.say(desk.child, "Hello again", "form"));
    desk.service.now += std::chrono::minutes(1);
    REQUIRE(desk.say(desk.child, "Hello", "another form"));
    CHECK(desk.words(desk.worker) == Words{"Hello", "Hello again", "Hello"});
  });
}

TEST_CASE("twenty a day and no more, by one person into one file; tomorrow there is room again") {
  sent_in_everywhere([](SendingIn& desk) {
    for (int i = 0; i < 20; ++i) REQUIRE(desk.say(desk.child, "Words", std::to_string(i)));
    const auto more = desk.say(desk.child, "Words", "one more");
    REQUIRE_FALSE(more);
    CHECK(more.error().code == ErrorCode::Conflict);
    CHECK(more.error().where == "words");
    CHECK(desk.say(desk.child, "Words", "3"));  // Sent already.
    CHECK(desk.say(desk.parent, "Words"));
    desk.service.now += std::chrono::hours(24);
    CHECK(desk.say(desk.child, "Words", "one more"));
    CHECK(desk.count_of("sent_in") == 22);
  });
}

TEST_CASE("it is sealed, and nobody changes it, whoever speaks SQL") {
  sent_in_everywhere([](SendingIn& desk) {
    REQUIRE(desk.say(desk.child, "Hello"));
    desk.invite(desk.partner, "2026-11-30", "In lessons?");
    CHECK(desk.raw("select words from sent_in").find("Hello") == std::string::npos);
    CHECK(desk.raw("select words from invitation_words").find("lessons") == std::string::npos);
    const auto id = desk.page(desk.worker).all.front().id;
    REQUIRE(mark_sent_in_read(desk.gate(), desk.by(desk.worker), desk.file, {id}));
    for (const auto* const change :
         {"update sent_in set words = 'Other'", "update sent_in set sent_by = sent_by",
          "update sent_in_read set read_at = '2026-01-01T00:00:00.000Z'"})
      CHECK_FALSE(desk.service.database->write([&](store::Transaction& transaction) -> Status {
        NL_CHECK(transaction.run(change));
        return done();
      }));
    CHECK(mark_sent_in_read(desk.gate(), desk.by(desk.worker), desk.other, {id}).error().code ==
          ErrorCode::NotFound);
  });
}

TEST_CASE("what nobody has read is told to those who may read it, and to nobody else") {
  sent_in_everywhere([](SendingIn& desk) {
    const forms::Forms none{{}};
    const auto waits = [&](domain::PersonId who) {
      const auto due = what_is_due(desk.gate(), desk.by(who), none, accounts::any_relation);
      REQUIRE(due);
      std::int64_t count = 0;
      for (const auto& row : due->unread) count += row.count;
      return count;
    };
    CHECK(waits(desk.worker) == 0);
    REQUIRE(desk.say(desk.child, "Hello"));
    REQUIRE(desk.send(desk.victims, {.words = "A wish"}));
    CHECK(waits(desk.worker) == 2);
    CHECK(waits(desk.manager) == 2);
    CHECK(waits(desk.stranger) == 0);
    CHECK(waits(desk.victims) == 0);
    CHECK(waits(desk.clerk) == 0);
    CHECK(open_overview(desk.gate(), desk.by(desk.worker), desk.file)->unread == 2);
    std::vector<store::SentInId> all;
    for (const auto& row : desk.page(desk.worker).all) all.push_back(row.id);
    REQUIRE(mark_sent_in_read(desk.gate(), desk.by(desk.worker), desk.file, all));
    CHECK(waits(desk.worker) == 0);
    CHECK(open_overview(desk.gate(), desk.by(desk.worker), desk.file)->unread == 0);
  });
}
