#include <doctest/doctest.h>

#include "store/people.hpp"
#include "tests/access/a_file.hpp"
#include "tests/journeys/sent_form.hpp"

// A child and a parent by their personal links: from the worker's page to the words that only they
// know, and back out.
using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto found = text.find(before);
  if (found == std::string::npos) return {};
  const auto at = found + before.size();
  return text.substr(at, text.find(after, at) - at);
}

struct Desk {
  Desk() {
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session, worker.sign_in_name);
    });
    REQUIRE(known);
    auto& clock = site.people().clock;
    clock.go_on(std::chrono::duration_cast<std::chrono::milliseconds>(
        *platform::parse_instant("2026-11-23T09:30:00.000Z") - clock.now()));
    file = add_file(site, (**known).id, {domain::Relation::OwnCase, {}}).file;
    sharing = "/children/" + file + "/sharing";
    links = "/children/" + file + "/links";
    REQUIRE(staff.sign_in(worker).status == 200);
    REQUIRE(staff.get(links).status == 200);
  }

  /// Its address.
  std::string give(const std::string& relation, const std::string& last_year = "2027") {
    const auto made = staff.post(links, {{"act", "give"},
                                         {"relation", relation},
                                         {"last_day-day", "27"},
                                         {"last_day-month", "3"},
                                         {"last_day-year", last_year},
                                         {"agreed", "Blue  otter"}});
    REQUIRE(made.status == 200);
    const auto token = between(made.body, "/mine/", "<");
    REQUIRE(token.size() == 43);
    // Whole, so that it can be handed on.
    CHECK(between(made.body, "class=\"nl-link\">", "<").starts_with("http://"));
    return "/mine/" + token;
  }

  void share(const std::string& with, const std::string& words, const std::string& ground) {
    const auto shared = staff.post(sharing, {{"act", "share"},
                                             {"relation", with},
                                             {"words", words},
                                             {"ground", ground},
                                             {"agreed_on-day", "20"},
                                             {"agreed_on-month", "11"},
                                             {"agreed_on-year", "2026"},
                                             {"agreed_words", "Asked; yes."}});
    REQUIRE(shared.status == 303);
  }

  std::string first_link() {
    return between(staff.get(links).body, "name=\"link\" value=\"", "\"");
  }
  Answer end(const std::string& link) {
    return staff.post(links, {{"act", "end"}, {"link", link}});
  }

  /// The first time: the words agreed on, then their own.
  Answer set_up(Visit& visit, const std::string& link, const std::string& own) {
    visit.get(link);
    const auto right = visit.post(link, {{"words", "blue otter"}});
    REQUIRE(right.shows("Choose your own words"));
    return visit.follow(visit.post(
        link + "/words",
        {{"ticket", between(right.body, "name=\"ticket\" value=\"", "\"")}, {"words", own}}));
  }

  SiteUnderTest site{{}, SignInThere::Yes};
  const web::DemoPerson& worker = site.people().holder_of("Practitioner");
  Visit staff{site};
  std::string file;
  std::string sharing;
  std::string links;
};

}  // namespace

TEST_CASE("a child opens their page by the link and the words, chooses their own, and comes back") {
  Desk desk;
  desk.share("themself", "We meet on Tuesday at four.", "theirs");
  const auto link = desk.give("themself");
  Visit child(desk.site);
  const auto own = desk.set_up(child, link, "a kite in june");
  CHECK(own.status == 200);
  CHECK(own.shows("We meet on Tuesday at four."));
  CHECK(own.shows("Ask us"));

  const auto closed = child.post("/mine/leave", {});
  CHECK(location(closed) == "/mine/closed");
  CHECK(header_of(closed, "Clear-Site-Data") == "\"cache\", \"storage\"");
  CHECK(location(child.get("/mine")) == "/mine/closed");
  child.get(link);
  CHECK(child.post(link, {{"words", "blue otter"}}).shows("That did not work"));
  CHECK(
      child.follow(child.post(link, {{"words", " A kite  in June"}})).shows("We meet on Tuesday"));
}

TEST_CASE("a link that is none, one that ended and wrong words are answered alike") {
  Desk desk;
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
  Desk desk;
  desk.share("parent", "When and where we meet.", "agreed-by-child");
  desk.share("parent", "The letter of the court.", "required-by-law");
  Visit child(desk.site);
  auto own = desk.set_up(child, desk.give("themself"), "a kite in june");
  Visit parent(desk.site);
  desk.set_up(parent, desk.give("parent"), "tea at half six");
  CHECK(parent.get("/mine").shows("When and where we meet."));
  CHECK(own.shows("When and where we meet."));
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
  Desk desk;
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

  // Ended by the worker: out at once, and not in again.
  const auto id = desk.first_link();
  CHECK(desk.end(id).status == 303);
  CHECK(child.get("/mine").status == 303);
  child.get(link);
  CHECK(child.post(link, {{"words", "a kite in june"}}).status == 422);
}

TEST_CASE("a link that nobody opened for a week, and one past its last day, let nobody in") {
  Desk desk;
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

TEST_CASE("who guesses words is made to wait") {
  Desk desk;
  const auto link = desk.give("themself");
  Visit stranger(desk.site);
  stranger.get(link);
  int waited = 0;
  for (int i = 0; i < 15; ++i)
    if (stranger.post(link, {{"words", "guess number " + std::to_string(i)}}).status == 429)
      ++waited;
  CHECK(waited > 3);
}
