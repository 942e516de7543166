#include <doctest/doctest.h>

#include "tests/journeys/link_desk.hpp"

// A child and a parent by their personal links: from the worker's page to the words that only they
// know, and back out.
using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

TEST_CASE("a child opens their page by the link and the words, chooses their own, and comes back") {
  LinkDesk desk;
  desk.share("themself", "We meet on Tuesday at four.", "theirs");
  const auto link = desk.give("themself");
  Visit child(desk.site);
  const auto own = desk.set_up(child, link, "a kite in june");
  CHECK(own.status == 200);
  CHECK(own.shows("We meet on Tuesday at four."));
  CHECK(own.shows("Ask us"));

  const auto closed = child.post("/mine/leave", {});
  CHECK(location(closed) == "/mine/closed");
  CHECK(header_of(closed, "Clear-Site-Data") == "\"cache\"");
  CHECK(location(child.get("/mine")) == "/mine/closed");
  child.get(link);
  CHECK(child.post(link, {{"words", "blue otter"}}).shows("That did not work"));
  CHECK(
      child.follow(child.post(link, {{"words", " A kite  in June"}})).shows("We meet on Tuesday"));
}

TEST_CASE("a link that is none, one that ended and wrong words are answered alike") {
  LinkDesk desk;
  const auto link = desk.give("themself");
  const auto ended = desk.give("parent");
  const auto id = desk.first_link();
  REQUIRE_FALSE(id.empty());
  desk.end(id);
  const auto second = desk.first_link();
  desk.end(second);
  const auto other = desk.give("themself");
  std::string told;
  for (const auto& one : {link, ended, other, "/mine/" + std::string(43, 'A')}) {
    Visit stranger(desk.site);
    desk.site.people().clock.go_on(20min);
    const auto page = stranger.get(one);
    CHECK(page.status == 200);
    const auto wrong = stranger.post(one, {{"words", "not the words"}});
    CHECK(wrong.status == 422);
    auto text = wrong.body;
    for (const auto& part : {one, header_of(wrong, "X-Request-Id"), stranger.form_token})
      for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
        text.erase(at, part.size());
    if (told.empty()) told = text;
    CHECK(text == told);
  }
}

TEST_CASE("a parent reads what the child agreed to, until the child takes it back") {
  LinkDesk desk;
  Visit parent(desk.site);
  desk.set_up(parent, desk.give("parent"), "tea at half six");
  desk.share("parent", "When and where we meet.", "agreed-by-child");
  desk.share("parent", "The letter of the court.", "required-by-law");
  Visit child(desk.site);
  auto own = desk.set_up(child, desk.give("themself"), "a kite in june");
  CHECK(parent.get("/mine").shows("When and where we meet."));
  CHECK(own.shows("When and where we meet."));
  CHECK(own.shows(">Ada Parentby</h2>"));
  CHECK_FALSE(own.shows("The letter of the court."));
  const auto stop = between(own.body, "action=\"/mine/sharing/", "\"");
  REQUIRE_FALSE(stop.empty());
  CHECK(parent.post("/mine/sharing/" + stop, {}).status == 403);
  CHECK(child.follow(child.post("/mine/sharing/" + stop, {})).shows("You stopped sharing it"));
  const auto after = parent.get("/mine");
  CHECK_FALSE(after.shows("When and where we meet."));
  CHECK(after.shows("The letter of the court."));
}

TEST_CASE("whoever comes by a link has their own page and nothing else; a link ends with its day") {
  LinkDesk desk;
  const auto link = desk.give("themself", "2027");
  Visit child(desk.site);
  desk.set_up(child, link, "a kite in june");
  for (const auto& route : desk.site.routes()) {
    if (route.options.audience != web::Audience::SignedIn) continue;
    const bool gets = route.method == web::Method::Get;
    CAPTURE(gets);
    CAPTURE(route.pattern);
    auto address = route.pattern;
    if (const auto at = address.find(":file"); at != std::string::npos)
      address.replace(at, 5, desk.file);
    desk.site.people().clock.go_on(1s);
    CHECK((gets ? child.get(address) : child.post(address, {})).status == 404);
  }
  CHECK(desk.staff.get("/mine").status == 404);
  CHECK(child.get("/mine").status == 200);
  // Public pages offer everybody to sign in.
  CHECK(location(child.get("/sign-in")) == "/mine");

  // Ended by the worker: out at once, and not in again.
  const auto id = desk.first_link();
  CHECK(desk.end(id).status == 303);
  CHECK(child.get("/mine").status == 303);
  child.get(link);
  CHECK(child.post(link, {{"words", "a kite in june"}}).status == 422);
}

TEST_CASE("a link that nobody opened for a week, and one past its last day, let nobody in") {
  LinkDesk desk;
  const auto unopened = desk.give("themself");
  const auto opened = desk.give("parent");
  Visit parent(desk.site);
  desk.set_up(parent, opened, "tea at half six");
  desk.site.people().clock.go_on(8 * 24h);
  Visit child(desk.site);
  child.get(unopened);
  CHECK(child.post(unopened, {{"words", "blue otter"}}).status == 422);
  parent.get(opened);
  CHECK(parent.follow(parent.post(opened, {{"words", "tea at half six"}})).status == 200);
  desk.site.people().clock.go_on(200 * 24h);
  parent.get(opened);
  CHECK(parent.post(opened, {{"words", "tea at half six"}}).status == 422);
}

TEST_CASE("words of a link have no name in them, and it lasts as long as the policy says") {
  LinkDesk desk;
  const auto give = [&](const std::string& words, const std::string& year) {
    return desk.staff.post(desk.links, {{"act", "give"},
                                        {"relation", "themself"},
                                        {"last_day-day", "27"},
                                        {"last_day-month", "3"},
                                        {"last_day-year", year},
                                        {"agreed", words}});
  };
  const auto named = give("little wren", "2027");
  CHECK(named.status == 422);
  CHECK(named.shows("Agree on words without a name in them"));
  CHECK_FALSE(named.shows("little wren"));
  CHECK(give("blue otter", "2100").shows("A link lasts 180 days at most"));

  const auto link = desk.give("themself");
  Visit child(desk.site);
  child.get(link);
  const auto right = child.post(link, {{"words", "blue otter"}});
  const auto choose = [&](const std::string& own) {
    return child.post(
        link + "/words",
        {{"ticket", between(right.body, "name=\"ticket\" value=\"", "\"")}, {"words", own}});
  };
  CHECK(choose("exampleby 2012").shows("Do not use a name"));
  // Whether a parent has a link is not told by what may be chosen.
  desk.give("parent");
  CHECK(choose("ada parentby").status == 303);
}

TEST_CASE("a new link for the same person ends the one before, as is said beforehand") {
  LinkDesk desk;
  const auto first = desk.give("parent");
  Visit parent(desk.site);
  desk.set_up(parent, first, "tea at half six");
  CHECK(desk.staff.get(desk.links).shows("A parent or carer: Ada Parentby"));
  CHECK(desk.staff.get(desk.links).shows("a new link ends the one that the same person had"));
  const auto second = desk.give("parent");
  CHECK(parent.get("/mine").status == 303);
  parent.get(first);
  CHECK(parent.post(first, {{"words", "tea at half six"}}).status == 422);
  Visit again(desk.site);
  CHECK(desk.set_up(again, second, "toast at nine").status == 200);
  Visit child(desk.site);
  CHECK(desk.set_up(child, desk.give("themself"), "a kite in june").status == 200);
  CHECK(again.get("/mine").status == 200);
}

TEST_CASE("what is shared with one parent is not shown to the other, and goes on with a new link") {
  LinkDesk desk;
  CHECK(desk.chosen("parent", "").empty());
  Visit ada(desk.site);
  desk.set_up(ada, desk.give("parent"), "tea at half six");
  Visit other(desk.site);
  desk.set_up(other, desk.give("parent", "2027", "Ben Parentby"), "toast at nine");
  desk.share("parent", "We meet at your home.", "agreed-by-child");
  CHECK(desk.staff.get(desk.sharing).shows("Ada Parentby, parent or carer"));
  CHECK(ada.get("/mine").shows("We meet at your home."));
  CHECK_FALSE(other.get("/mine").shows("We meet at your home."));
  Visit later(desk.site);
  CHECK_FALSE(desk.set_up(later, desk.give("parent", "2027", "Cat Parentby"), "jam on a scone")
                  .shows("We meet at your home."));
  Visit again(desk.site);
  CHECK(
      desk.set_up(again, desk.give("parent"), "tea at quarter to").shows("We meet at your home."));
  // For nobody in particular.
  const auto wrong = desk.staff.post(desk.sharing, {{"act", "share"},
                                                    {"relation", "parent"},
                                                    {"words", "To all of them"},
                                                    {"ground", "required-by-law"}});
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Choose for which parent or carer"));
  CHECK(wrong.shows("To all of them"));
}

TEST_CASE("who guesses words is made to wait") {
  LinkDesk desk;
  const auto link = desk.give("themself");
  Visit stranger(desk.site);
  stranger.get(link);
  int waited = 0;
  for (int i = 0; i < 15; ++i)
    if (stranger.post(link, {{"words", "guess number " + std::to_string(i)}}).status == 429)
      ++waited;
  CHECK(waited > 3);
}
