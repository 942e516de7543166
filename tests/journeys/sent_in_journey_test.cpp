#include "cli/upkeep.hpp"
#include "platform/random.hpp"
#include "store/erasure.hpp"
#include "tests/journeys/link_desk.hpp"

// What people send into a child's file: by a personal link, asked in, by post; and those who read
// it.
using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

constexpr const char* pdf = "%PDF-1.7\nA letter.\n%%EOF\n";

struct Desk : LinkDesk {
  std::string sent_in = "/children/" + file + "/sent-in";
  std::string sending = sent_in + "/new";

  void invite(const web::DemoPerson& who, const std::string& asked) {
    const auto invited = staff.post(sharing, {{"act", "invite"},
                                              {"address", who.sign_in_name},
                                              {"asked", asked},
                                              {"until-day", "27"},
                                              {"until-month", "3"},
                                              {"until-year", "2027"}});
    REQUIRE(invited.status == 303);
  }
  const web::DemoPerson& holder(std::string_view role) { return site.people().holder_of(role); }
  Answer read_all() {
    const auto page = staff.get(sent_in);
    Visit::Form form;
    for (auto at = page.body.find("name=\"sent\" value=\""); at != std::string::npos;
         at = page.body.find("name=\"sent\" value=\"", at + 1))
      form.emplace_back("sent", page.body.substr(at + 19, 26));
    return staff.post(sent_in, form);
  }
};

/// The one number of the form on a page.
std::string once_on(const Answer& page) {
  return between(page.body, "name=\"once\" value=\"", "\"");
}

}  // namespace

TEST_CASE("a child writes by their link, the worker is told, reads it, and the child sees that") {
  Desk desk;
  Visit child(desk.site);
  const auto own = desk.set_up(child, desk.give("themself"), "a kite in june");
  CHECK(own.shows("Say what you think"));
  CHECK(own.shows("999"));
  CHECK(own.shows("0800\u00A01111"));
  CHECK(own.shows("will read it."));
  const auto once = once_on(own);
  REQUIRE(once.size() == 26);
  const auto empty = child.post("/mine/said", {{"once", once}, {"words", " "}});
  CHECK(empty.status == 422);
  CHECK(empty.shows("Write something first"));
  const auto longer =
      child.post("/mine/said", {{"once", once}, {"words", std::string(5'100, 'y')}});
  CHECK(longer.status == 422);
  CHECK(longer.shows("take out 100"));
  CHECK(longer.shows("yyyyyyyyyy"));
  CHECK(once_on(longer) == once);
  const auto said = child.follow(
      child.post("/mine/said", {{"once", once}, {"words", "I want to do <the> bike course"}}));
  CHECK(said.shows("Your words were sent"));
  CHECK(said.shows("I want to do &lt;the&gt; bike course"));
  CHECK(said.shows("Nobody has read it yet"));
  // A double click.
  child.post("/mine/said", {{"once", once}, {"words", "I want to do <the> bike course"}});

  CHECK(desk.staff.get("/children/" + desk.file).shows("1 thing was sent in and waits to be read"));
  CHECK(desk.staff.get("/due").shows("Sent in, and not read yet"));
  const auto page = desk.staff.get(desk.sent_in);
  CHECK(page.shows("What the child thinks"));
  CHECK(page.shows("I want to do &lt;the&gt; bike course"));
  CHECK(page.shows("One of these waits to be read."));
  CHECK(desk.staff.follow(desk.read_all()).shows("All of it was read."));
  CHECK_FALSE(desk.staff.get("/due").shows("Sent in, and not read yet"));
  CHECK(child.get("/mine").shows(desk.worker.name + " read it on"));
}

TEST_CASE("words that a child was writing when the page closed are there when they come back") {
  Desk desk;
  Visit child(desk.site);
  const auto link = desk.give("themself");
  const auto own = desk.set_up(child, link, "a kite in june");
  desk.site.people().clock.go_on(3h);
  const auto late = child.post("/mine/said", {{"once", once_on(own)}, {"words", "Not lost"}});
  CHECK(location(late) == "/mine/closed?words=kept");
  CHECK(child.follow(late).shows("it is kept for 7 days"));
  child.get(link);
  const auto back = child.follow(child.post(link, {{"words", "a kite in june"}}));
  CHECK(back.shows("Your page closed before your words were sent"));
  CHECK(back.shows(">Not lost</textarea>"));
  CHECK(once_on(back) == once_on(own));
  const auto sent = child.follow(child.post(
      "/mine/said", {{"once", once_on(back)},
                     {"words", "Not lost"},
                     {"kept_form", between(back.body, "name=\"kept_form\" value=\"", "\"")}}));
  CHECK(sent.shows("Your words were sent"));
  CHECK_FALSE(child.get("/mine").shows("Your page closed before"));

  // Ended by the worker: nothing is kept, and that is said.
  desk.staff.sign_in(desk.worker);
  desk.end(desk.first_link());
  const auto ended = child.post("/mine/said", {{"words", "Too late"}});
  CHECK(location(ended) == "/mine/closed?words=unsent");
  CHECK(child.follow(ended).shows("Go back with your browser"));
}

TEST_CASE("what a child was writing goes with their file, and nothing is kept once it is erased") {
  Desk desk;
  Visit child(desk.site);
  const auto own = desk.set_up(child, desk.give("themself"), "a kite in june");
  desk.site.people().clock.go_on(3h);
  auto second_tab = child;
  CHECK(location(child.post("/mine/said", {{"once", once_on(own)}, {"words", "My own words"}})) ==
        "/mine/closed?words=kept");
  const auto kept = [&](const std::string& where) {
    const auto count = desk.site.database().read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from kept_form" + where);
    });
    REQUIRE(count);
    return *count;
  };
  CHECK(kept(" where file_id = '" + desk.file + "'") == 1);
  REQUIRE(desk.site.database().write([&](store::Transaction& transaction) {
    return store::erase_again(
        transaction,
        {*domain::FileId::parse(desk.file), platform::random_id<domain::OrganisationId>(),
         store::ErasureKind::Erased, desk.site.people().clock.now()},
        desk.site.people().clock.now());
  }));
  CHECK(kept("") == 0);
  // Their page was open all the same.
  CHECK(location(second_tab.post("/mine/said", {{"words", "And more of them"}})) ==
        "/mine/closed?words=unsent");
  CHECK(kept("") == 0);
}

TEST_CASE("a form that nobody came back for is gone after its 7 days") {
  Desk desk;
  Visit clerk(desk.site);
  clerk.sign_in(desk.holder("Business support"));
  const auto page = clerk.get(desk.sending);
  auto& clock = desk.site.people().clock;
  clock.go_on(45min);
  clerk.post(desk.sending, {{"once", once_on(page)}, {"words", "A letter came"}});
  const auto log = platform::Log::to([](std::string_view) {});
  const cli::UpkeepOf upkeep{desk.site.database(), desk.site.people().people.uploads,
                             &desk.site.people().erasures, log};
  const auto kept = [&] {
    const auto count = desk.site.database().read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from kept_form");
    });
    REQUIRE(count);
    return *count;
  };
  clock.go_on(167h);
  cli::keep_up(upkeep, clock.now());
  CHECK(kept() == 1);
  clock.go_on(1h);
  cli::keep_up(upkeep, clock.now());
  CHECK(kept() == 0);
}

TEST_CASE("a partner who was asked answers on a page of their own and sees nothing else") {
  Desk desk;
  const auto& partner = desk.holder("Partner contributor");
  Visit visit(desk.site);
  visit.sign_in(partner);
  const auto nowhere = visit.get("/children/00000000000000000000000000/sent-in/new");
  CHECK(visit.get(desk.sending).status == 404);
  CHECK(nowhere.status == 404);
  desk.invite(partner, "Is Wren in lessons?");
  const auto list = visit.get("/children");
  CHECK(list.shows("href=\"" + desk.sending + "\""));
  CHECK(list.shows("You were asked to send something in"));
  CHECK_FALSE(list.shows("Court order"));
  const auto page = visit.get(desk.sending);
  CHECK(page.shows("Is Wren in lessons?"));
  CHECK(page.shows("until the end of 27 March 2027"));
  CHECK_FALSE(page.shows("Parts of this file"));
  CHECK(visit.get("/children/" + desk.file).status == 403);
  CHECK(visit.get(desk.sent_in).status == 403);
  const auto sent = visit.follow(
      visit.post(desk.sending, {{"once", once_on(page)}, {"words", "Four days of five."}}));
  CHECK(sent.shows("It was sent."));
  CHECK(sent.shows("Nobody has said yet that they read it"));
  const auto read = desk.staff.get(desk.sent_in);
  CHECK(read.shows("An answer to what was asked"));
  CHECK(read.shows(partner.name));
  desk.read_all();
  CHECK(visit.get(desk.sending).shows("By " + desk.worker.name));
}

TEST_CASE("a panel member reads what is shared with the panel and sends a note") {
  Desk desk;
  const auto& member = desk.holder("Panel member");
  desk.invite(member, "Read the paper before we meet.");
  desk.invite(desk.holder("Partner contributor"), "Is the child in lessons?");
  desk.share("invited", "A paper for the panel.", "agreed-by-child", member.name);
  Visit visit(desk.site);
  visit.sign_in(member);
  const auto page = visit.get(desk.sending);
  CHECK(page.shows("A paper for the panel."));
  CHECK(page.shows("Your note"));
  Visit partner(desk.site);
  partner.sign_in(desk.holder("Partner contributor"));
  CHECK_FALSE(partner.get(desk.sending).shows("A paper for the panel."));
  CHECK(visit.follow(visit.post(desk.sending, {{"words", "I would offer Saturdays."}}))
            .shows("It was sent."));
}

TEST_CASE("what came by post is sent in with its document by who does not read the file") {
  Desk desk;
  Visit clerk(desk.site);
  clerk.sign_in(desk.holder("Business support"));
  CHECK(clerk.get("/children").shows("Send something in"));
  const auto page = clerk.get(desk.sending);
  REQUIRE(page.status == 200);
  const auto send = [&](const std::string& words, const std::string& bytes) {
    const auto form =
        multipart({{{"csrf_token", clerk.form_token}, {"once", once_on(page)}, {"words", words}},
                   {{"document", "letter.pdf", bytes}}});
    return clerk.send("POST", desk.sending, "Content-Type: " + form.type + "\r\n", form.body);
  };
  const auto wrong = send("From the college",
                          "\x7F"
                          "ELF\x01\x02 this is a program");
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("From the college"));
  CHECK(wrong.shows("The document was not kept. Choose it again below."));
  const auto empty = send("From the college", "");
  CHECK(empty.status == 422);
  CHECK(empty.shows("This file is empty. Choose another."));
  // A film is left out on its way, and what was typed beside it stands on the page again.
  const auto film = send("From the college", std::string(30UL << 20U, 'f'));
  CHECK(film.status == 422);
  CHECK(film.shows(">From the college</textarea>"));
  CHECK(film.shows("This file was not taken in: what is sent at once can be 20 MB."));
  CHECK(send("From the college", pdf).status == 303);
  const auto read = desk.staff.get(desk.sent_in);
  CHECK(read.shows("What arrived by post"));
  const auto document = between(read.body, "href=\"/children/" + desk.file + "/uploads/", "\"");
  REQUIRE(document.size() == 64);
  CHECK(desk.staff.get("/children/" + desk.file + "/uploads/" + document).body == pdf);
  CHECK(clerk.get("/children/" + desk.file + "/uploads/" + document).status == 303);
}

TEST_CASE("what somebody at work wrote when their session ran out is shown again, not yet sent") {
  Desk desk;
  Visit clerk(desk.site);
  const auto& person = desk.holder("Business support");
  clerk.sign_in(person);
  const auto page = clerk.get(desk.sending);
  desk.site.people().clock.go_on(45min);
  const auto late = clerk.post(desk.sending, {{"once", once_on(page)}, {"words", "A letter came"}});
  CHECK(location(late) == "/sign-in?next=%2Fsign-in%2Fkept");
  clerk.sign_in(person);
  const auto kept = clerk.get("/sign-in/kept");
  REQUIRE(kept.shows("A letter came"));
  const auto again = clerk.post(
      desk.sending, {{"once", once_on(page)}, {"words", "A letter came"}, {"kept_form", "yes"}});
  CHECK(again.status == 200);
  CHECK(again.shows("What you wrote was kept, and is not sent yet."));
  CHECK(again.shows(">A letter came</textarea>"));
  CHECK_FALSE(again.shows("What you have sent"));
}

TEST_CASE("a victim's wishes reach the worker, and never the child or a parent") {
  Desk desk;
  Visit victims(desk.site);
  victims.sign_in(desk.holder("Victim worker"));
  CHECK(victims.get(desk.sending).shows("What does the victim wish the plan to know?"));
  CHECK(victims.post(desk.sending, {{"words", "No meeting, perhaps a letter."}}).status == 303);
  CHECK(desk.staff.get(desk.sent_in).shows("What a victim wishes the plan to know"));
  for (const auto* const whose : {"themself", "parent"}) {
    Visit visit(desk.site);
    const auto own = desk.set_up(visit, desk.give(whose), "tea at half six");
    CHECK_FALSE(own.shows("No meeting"));
    CHECK_FALSE(own.shows("victim"));
  }
}
