#include <doctest/doctest.h>

#include "base/text.hpp"
#include "tests/journeys/records_desk.hpp"

// Records without a script: two people on one, a session that runs out over a page, and what
// signing out leaves behind. The same in Chromium: tests/browser/recovery.mjs.
using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::records;
using namespace std::chrono_literals;

TEST_CASE("two who write in one place are shown both texts, and what they settle stands") {
  Desk desk;
  const auto first = desk.one.get(desk.edit);
  const auto second = desk.two.get(desk.edit);
  REQUIRE(second.status == 200);
  desk.one.post(desk.edit, Desk::form_of(first, "child_view", "I was scared.", "save"));
  const auto clashed =
      desk.two.post(desk.edit, Desk::form_of(second, "child_view", "He was cold.", "save"));
  CHECK(location(clashed) == desk.record + "/clashes");
  const auto both = desk.two.get(desk.record + "/clashes");
  CHECK(both.shows("Two people wrote in the same place"));
  CHECK(both.shows("I was scared."));
  CHECK(both.shows("He was cold."));
  CHECK(both.shows(desk.manager.name + " wrote on"));

  // Whoever comes meanwhile is shown them too, and nobody can sign over it.
  CHECK(desk.one.get(desk.record).shows("wrote in the same place"));
  const auto settled =
      desk.two.post(desk.record + "/clashes", {{"clash", hidden(both, "clash")},
                                               {"seq", hidden(both, "seq")},
                                               {"how", "another"},
                                               {"another", "I was scared, and cold."}});
  CHECK(location(settled) == desk.edit);
  CHECK(desk.one.get(desk.edit).shows("I was scared, and cold."));
  CHECK_FALSE(desk.one.get(desk.record).shows("wrote in the same place"));
}

TEST_CASE("a second press of the button with more words keeps and signs those too") {
  Desk desk;
  const auto edit =
      location(desk.one.post("/children/" + desk.file + "/records/new", {{"form", "contact"}}));
  const auto page = desk.one.get(edit);
  const auto form = [&](std::string said) {
    auto all = Desk::form_of(page, "child_said", std::move(said), "sign");
    for (const auto& [name, value] : {std::pair{"held_on-day", "20"},
                                      {"held_on-month", "11"},
                                      {"held_on-year", "2026"},
                                      {"with", "The child"},
                                      {"mode", "office"},
                                      {"outcome", "kept"},
                                      {"what_happened", "We talked."},
                                      {"safety", "no"}})
      all.emplace_back(name, value);
    return all;
  };
  const auto record = edit.substr(0, edit.size() - 5);
  REQUIRE(location(desk.one.post(edit, form("fine"))) == record + "?done=signed");
  REQUIRE(location(desk.one.post(edit, form("fine"))) == record + "?done=signed");
  CHECK_FALSE(desk.one.get(record).shows("Version 2"));
  REQUIRE(location(desk.one.post(edit, form("fine, but he is afraid at home"))) ==
          record + "?done=signed");
  const auto after = desk.one.get(record);
  CHECK(after.shows("fine, but he is afraid at home"));
  CHECK(after.shows("Version 2"));
}

TEST_CASE("nobody signs over the wire what another wrote since their page was opened") {
  Desk desk;
  const auto address = "/children/" + desk.file + "/records/new";
  const auto edit = location(desk.one.post(address, {{"form", "management-oversight"}}));
  const auto whole = [](const Answer& page, std::string act) {
    auto all = Desk::form_of(page, "on_desistance", "School goes well.", std::move(act));
    for (const auto& [name, value] : {std::pair{"looked_on-day", "20"},
                                      {"looked_on-month", "11"},
                                      {"looked_on-year", "2026"},
                                      {"looked_at", "assessment"},
                                      {"on_others", "Nobody is at risk."}})
      all.emplace_back(name, value);
    return all;
  };
  REQUIRE(edit.ends_with("/edit"));
  const auto mine = desk.two.get(edit);
  REQUIRE(mine.status == 200);
  const auto theirs = desk.one.get(edit);
  desk.one.post(edit, Desk::form_of(theirs, "on_child", "He said he would hurt himself.", "sign"));
  const auto refused = desk.two.post(edit, whole(mine, "sign"));
  CHECK(refused.status == 422);
  CHECK(refused.shows("Somebody else changed this after you opened the page."));
  CHECK(refused.shows("He said he would hurt himself."));  // And it is before their eyes now.
  CHECK(refused.shows("School goes well."));
  const auto signed_now = desk.two.post(edit, {{"seen", hidden(refused, "seen")},
                                               {"page", hidden(refused, "page")},
                                               {"looked_on-day", "20"},
                                               {"looked_on-month", "11"},
                                               {"looked_on-year", "2026"},
                                               {"looked_at", "assessment"},
                                               {"on_desistance", "School goes well."},
                                               {"on_child", "He said he would hurt himself."},
                                               {"on_others", "Nobody is at risk."},
                                               {"do", "sign"}});
  CHECK(location(signed_now).ends_with("?done=signed"));
}

TEST_CASE("a page that is sent after the session ran out is kept, and saved after signing in") {
  Desk desk;
  const auto page = desk.one.get(desk.edit);
  CHECK(page.shows("data-seconds-left=\"1800\""));  // What the warning counts from.
  desk.site.people().clock.go_on(45min);
  const auto late =
      desk.one.post(desk.edit, Desk::form_of(page, "child_view", "Written too late.", "save"));
  CHECK(location(late) == "/sign-in?next=%2Fsign-in%2Fkept");
  CHECK(desk.one.follow(late).shows("It is kept for 7 days"));
  desk.site.people().clock.go_on(1min);
  desk.one.follow(desk.one.post("/sign-in", {{"name", desk.worker.sign_in_name},
                                             {"password", desk.worker.password},
                                             {"next", "/sign-in/kept"}}));
  const auto kept = desk.one.follow(desk.one.post(
      "/sign-in/code",
      {{"code", code_of(desk.worker, desk.site.people().clock.now())}, {"next", "/sign-in/kept"}}));
  REQUIRE(kept.shows("Written too late."));
  auto again = Desk::form_of(kept, "child_view", "Written too late.", "");
  again.emplace_back("add", "risks");
  const auto name = kept.body.find("name=\"kept_form\" value=\"");
  REQUIRE(name != std::string::npos);
  again.emplace_back("kept_form", kept.body.substr(name + 24, 43));
  desk.one.follow(desk.one.post(desk.edit, again));
  CHECK(desk.one.get(desk.edit).shows("Written too late."));
  CHECK(location(desk.one.get("/sign-in/kept")) == "/account");
}

TEST_CASE("signing out leaves what was kept to its writer, who may delete it") {
  Desk desk;
  const auto page = desk.one.get(desk.edit);
  desk.site.people().clock.go_on(45min);
  desk.one.post(desk.edit, Desk::form_of(page, "child_view", "Written too late.", "save"));
  REQUIRE(desk.one.sign_in(desk.worker).shows("Something that you sent was not saved."));
  const auto out = desk.one.post("/sign-out", {});
  CHECK(out.status == 303);
  CHECK(header_of(out, "Clear-Site-Data") == "\"cache\"");
  CHECK_FALSE(desk.one.cookies.contains("northlight-session"));
  REQUIRE(desk.one.sign_in(desk.worker).status == 200);
  const auto kept = desk.one.get("/sign-in/kept");
  REQUIRE(kept.shows("Written too late."));
  const auto name = between(kept.body, "name=\"kept\" value=\"", "\"");
  desk.two.post("/sign-in/kept", {{"kept", name}});
  REQUIRE(desk.one.get("/sign-in/kept").shows("Written too late."));
  CHECK(desk.one.follow(desk.one.post("/sign-in/kept", {{"kept", name}}))
            .shows("What was kept for you is deleted"));
  CHECK(location(desk.one.get("/sign-in/kept")) == "/account");
}

TEST_CASE("the key for what a browser keeps is the session's own, and goes with it") {
  Desk desk;
  const auto key = desk.one.post("/account/draft-key", {});
  REQUIRE(key.status == 200);
  CHECK(desk.one.post("/account/draft-key", {}).body == key.body);
  CHECK(desk.two.post("/account/draft-key", {}).body != key.body);
  const auto id = between(key.body, "\"id\":\"", "\"");
  CHECK(desk.two.post("/account/draft-key", {{"id", id}}).status == 404);
  CHECK(desk.one.post("/account/draft-key", {{"id", "none"}}).status == 404);
  // A page of somebody else's that is open in the same browser is told nothing and keeps nothing.
  const auto writer = between(desk.one.get(desk.edit).body, "data-writer=\"", "\"");
  const auto of_another = [&](const std::string& path, Visit::Form form) {
    form.emplace_back("writer", writer);
    return desk.two.post(path, form).status;
  };
  CHECK(of_another("/account/draft-key", {}) == 403);
  CHECK(of_another(desk.record + "/draft", {{"seen", "0"}, {"changes", "[]"}}) == 403);
  CHECK(desk.two.get(desk.record + "/draft?seen=0&writer=" + writer).status == 403);
  CHECK(desk.one.get(desk.record + "/draft?seen=0&writer=" + writer).status == 204);

  desk.site.people().clock.go_on(45min);
  REQUIRE(desk.one.sign_in(desk.worker).status == 200);
  CHECK(desk.one.post("/account/draft-key", {}).body != key.body);
  CHECK(desk.one.post("/account/draft-key", {{"id", id}}).body == key.body);
  desk.one.post("/sign-out", {});
  REQUIRE(desk.one.sign_in(desk.worker).status == 200);
  CHECK(desk.one.post("/account/draft-key", {{"id", id}}).status == 404);
}

TEST_CASE("a page that looks again every ten seconds is on the trail where it is shown something") {
  Desk desk;
  const auto page = desk.one.get(desk.edit);
  const auto look = [&](const std::string& seen) {
    return desk.one.send("GET", desk.record + "/draft?seen=" + seen,
                         "Accept: application/json\r\nX-Background: yes\r\n");
  };
  const auto before = desk.lines("others-shown");
  for (int i = 0; i < 5; ++i) CHECK(look(hidden(page, "seen")).status == 204);
  CHECK(desk.lines("others-shown") == before);

  desk.two.post(desk.edit,
                Desk::form_of(desk.two.get(desk.edit), "child_view", "Something new.", "save"));
  const auto written = desk.lines("others-shown");
  const auto told = look(hidden(page, "seen"));
  CHECK(told.status == 200);
  CHECK(told.shows("Something new."));
  CHECK(desk.lines("others-shown") == written + 1);

  // Looking does not hold the session open.
  desk.site.people().clock.go_on(45min);
  CHECK(look("0").status == 401);
}

TEST_CASE("a document is sent in with a record, and saved again by whoever may read the file") {
  Desk desk;
  constexpr std::string_view letter = "%PDF-1.7\nA letter from the school.\n%%EOF\n";
  const auto page = desk.one.get(desk.edit);
  const auto send = [&](std::string_view document) {
    const auto sent = multipart({{{"csrf_token", desk.one.form_token},
                                  {"seen", hidden(page, "seen")},
                                  {"page", hidden(page, "page")},
                                  {"stage", "order"},
                                  {"child_view", "It was read aloud."},
                                  {"do", "save"}},
                                 {{"attachment", "letter.pdf", std::string(document)}}});
    return desk.one.send("POST", desk.edit, "Content-Type: " + sent.type + "\r\n", sent.body);
  };
  CHECK(send("").shows("This file is empty. Choose another."));
  // A film is left out on its way; the rest of the page is in the draft.
  const auto film = send(std::string(30UL << 20U, 'f'));
  CHECK(film.status == 422);
  CHECK(film.shows("This file was not taken in: what is sent at once can be 20 MB."));
  CHECK(film.shows("It was read aloud."));
  REQUIRE(send(letter).status == 303);
  const auto record = desk.one.get(desk.record);
  CHECK(record.shows("letter.pdf"));
  const auto address = "/children/" + desk.file + "/uploads/" +
                       between(record.body, "/children/" + desk.file + "/uploads/", "\"");
  const auto document = desk.one.get(address);
  CHECK(document.status == 200);
  CHECK(document.body == letter);
  CHECK(header_of(document, "Content-Type") == "application/pdf");
  CHECK(desk.two.get(address).status == 200);
  Visit stranger(desk.site);
  CHECK(stranger.get(address).status == 303);
}

TEST_CASE("what a manager asked for is answered, once the record holds what was changed") {
  Desk desk;
  const auto write = [&](Visit& who, const char* words, const char* act) {
    auto form = Desk::form_of(who.get(desk.edit), "child_view", words, act);
    form.emplace_back("stage", "order");
    return who.post(desk.edit, form);
  };
  REQUIRE(write(desk.one, "Asked.", "save").status == 303);
  const auto asked = desk.site.database().write([&](store::Transaction& transaction) -> Status {
    const auto grant =
        store::GrantForTests::of(*domain::FileId::parse(desk.file), desk.id_of(desk.manager),
                                 desk.site.people().clock.now());
    const auto record = desk.record.substr(desk.record.rfind('/') + 1);
    return store::ask_action(transaction, grant, *domain::RecordId::parse(record),
                             {.id = platform::random_id_bits(),
                              .n = 1,
                              .what = Sensitive<std::string>("Ring the school"),
                              .owner = desk.id_of(desk.worker)});
  });
  REQUIRE(asked);
  const auto record = desk.one.get(desk.record);
  REQUIRE(record.shows("Ring the school"));
  const auto address =
      desk.record + "/asked/" + between(record.body, desk.record + "/asked/", "\"");
  CHECK(desk.one.get(address).shows("Nothing has been saved in the record since"));
  CHECK(desk.one.post(address, {{"words", "Rang them."}}).shows("Save what you changed first"));
  REQUIRE(write(desk.one, "Rang the school.", "save").status == 303);
  const auto empty = desk.one.post(address, {{"words", " "}});
  CHECK(empty.status == 422);
  CHECK(empty.shows("Say what was done."));
  const auto kept = desk.one.post(address, {{"words", "Rang them on Monday."}});
  CHECK(location(kept) == desk.record + "?done=answered");
  const auto after = desk.one.follow(kept);
  CHECK(after.shows("Rang them on Monday."));
  CHECK(after.shows("Done in version 2"));
  CHECK_FALSE(after.shows("Say what was done"));
  CHECK(location(desk.one.get(address)) == desk.record);
  CHECK(desk.one.get(desk.record + "/asked/none").status == 404);
}

TEST_CASE("a countersigning without words is told at its field, and loses nothing") {
  Desk desk;
  const auto sent = desk.two.post(
      desk.record + "/sign-off",
      {{"version", "1"}, {"words", ""}, {"ask", "Ring the school"}, {"do", "return"}});
  CHECK(sent.status == 422);
  CHECK(sent.shows("Say what you found and what you want to see."));
  CHECK(sent.shows("Ring the school"));
}

TEST_CASE("what somebody wrote to a version that is not to be signed off stands to be copied") {
  Desk desk;
  auto form = Desk::form_of(desk.one.get(desk.edit), "child_view", "Half of it.", "save");
  form.emplace_back("stage", "order");
  REQUIRE(desk.one.post(desk.edit, form).status == 303);
  const auto late =
      desk.two.post(desk.record + "/sign-off",
                    {{"version", "1"}, {"words", "Ring the school first."}, {"do", "countersign"}});
  CHECK(late.status == 409);
  CHECK(late.shows("Only a signed version can be countersigned or sent back."));
  CHECK(late.shows("What you wrote"));
  CHECK(late.shows("Ring the school first."));
}

TEST_CASE("a text that is too long comes back whole, to be shortened where it stands") {
  Desk desk;
  const auto edit =
      location(desk.one.post("/children/" + desk.file + "/records/new", {{"form", "contact"}}));
  const std::string endless(100'001, 'q');
  const auto sent =
      desk.one.post(edit, Desk::form_of(desk.one.get(edit), "what_happened", endless, "save"));
  CHECK(sent.status == 422);
  CHECK(sent.shows("This is longer than 100000 characters."));
  CHECK(sent.shows(endless));
  CHECK_FALSE(desk.one.get(edit).shows(endless));
}

TEST_CASE("whoever begins what a file has once is led to the one that is there") {
  Desk desk;
  const auto address = "/children/" + desk.file + "/records/new";
  const auto first = location(desk.one.post(address, {{"form", "child-details"}}));
  REQUIRE(first.ends_with("/edit"));
  const auto again = desk.two.post(address, {{"form", "child-details"}});
  CHECK(again.status == 303);
  CHECK(location(again) + "/edit" == first);
}

TEST_CASE("what is missing on signing is told with its question") {
  Desk desk;
  const auto address = "/children/" + desk.file + "/records/new";
  const auto edit = location(desk.one.post(address, {{"form", "contact"}}));
  const auto refused = desk.one.post(
      edit, Desk::form_of(desk.one.get(edit), "what_happened", "We met at the river.", "sign"));
  CHECK(refused.status == 422);
  CHECK(refused.shows(">How? Choose one option.</a>"));
  CHECK(refused.shows(">Did it happen? Choose one option.</a>"));
}
