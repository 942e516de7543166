#include <doctest/doctest.h>

#include "tests/journeys/link_desk.hpp"
#include "tests/journeys/people_under_test.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

/// One browser that several people use, one after the other.
struct SharedBrowser : LinkDesk {
  std::string sending = "/children/" + file + "/sent-in/new";
  Visit browser{site};

  /// A page that is still open sends its form.
  Answer send(const std::string& address, const std::string& token, const std::string& words) {
    return browser.post(address, {{"csrf_token", token}, {"words", words}});
  }
  std::int64_t kept() {
    const auto count = site.database().read([](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from kept_form");
    });
    REQUIRE(count);
    return *count;
  }
  std::int64_t lines_of(const std::string& action) {
    const auto count = site.database().read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from audit_entry where action = :action",
                                         {{"action", action}});
    });
    REQUIRE(count);
    return *count;
  }
};

}  // namespace

TEST_CASE("a child's words are never on the page of a parent who uses the same browser") {
  SharedBrowser desk;
  const auto of_child = desk.give("themself");
  const auto of_parent = desk.give("parent");
  desk.set_up(desk.browser, of_child, "a kite in june");
  const auto token = desk.browser.form_token;
  desk.set_up(desk.browser, of_parent, "tea at half six");

  const auto answer = desk.send("/mine/said", token, "Please do not tell her");
  CHECK(answer.status == 403);
  CHECK(answer.shows("This page belonged to somebody else"));
  CHECK(answer.shows("Nothing was sent or changed."));
  CHECK(answer.shows("when they open their own link again"));
  CHECK_FALSE(answer.shows("Please do not tell her"));
  CHECK_FALSE(desk.browser.get("/mine").shows("Please do not tell her"));
  // Nor does the parent take them away by closing their page.
  desk.browser.post("/mine/leave", {});

  desk.browser.get(of_child);
  const auto back = desk.browser.follow(desk.browser.post(of_child, {{"words", "a kite in june"}}));
  CHECK(back.shows(">Please do not tell her</textarea>"));
  CHECK(back.shows("They are still here"));
  desk.browser.post("/mine/said",
                    {{"words", "Please do not tell her"},
                     {"once", between(back.body, "name=\"once\" value=\"", "\"")},
                     {"kept_form", between(back.body, "name=\"kept_form\" value=\"", "\"")}});
  CHECK(desk.kept() == 0);
}

TEST_CASE(
    "what one worker wrote is kept for them when another has signed in, and shown on the trail") {
  SharedBrowser desk;
  desk.browser.sign_in(desk.worker);
  desk.browser.get(desk.sending);
  const auto token = desk.browser.form_token;
  desk.browser.cookies.erase("northlight-session");
  desk.browser.sign_in(desk.site.people().holder_of("Head of service"));

  const auto answer = desk.send(desk.sending, token, "He told me that he was hurt");
  CHECK(answer.status == 403);
  CHECK(answer.shows("This page belonged to somebody else"));
  CHECK(answer.shows("when they sign in again"));
  CHECK_FALSE(answer.shows("He told me that he was hurt"));
  const auto other = desk.browser.follow(desk.browser.get("/sign-in/kept"));
  CHECK_FALSE(other.shows("He told me that he was hurt"));
  CHECK(desk.lines_of("kept-answers-shown") == 0);

  // Whose they are finds them, in whatever browser.
  CHECK(desk.staff.get("/account").shows("Something that you sent was not saved."));
  CHECK(desk.staff.get("/sign-in/kept").shows("He told me that he was hurt"));
  CHECK(desk.lines_of("kept-answers-shown") == 1);
}

TEST_CASE("kept answers about a file that one may no longer see are not shown") {
  SharedBrowser desk;
  desk.browser.sign_in(desk.worker);
  desk.browser.get(desk.sending);
  const auto token = desk.browser.form_token;
  desk.browser.cookies.erase("northlight-session");
  desk.browser.sign_in(desk.site.people().holder_of("Head of service"));
  desk.send(desk.sending, token, "He told me that he was hurt");
  const auto hidden = desk.site.database().write([&](store::Transaction& transaction) -> Status {
    NL_CHECK(transaction.run("update sight set until_at = from_at where file_id = :file",
                             {{"file", desk.file}}));
    NL_CHECK(
        transaction.run("update file set service_id = (select min(id) from organisation "
                        "where kind = 'inspectorate') where id = :file",
                        {{"file", desk.file}}));
    return done();
  });
  REQUIRE(hidden);
  const auto kept = desk.staff.get("/sign-in/kept");
  CHECK(kept.shows("What you wrote is kept, and cannot be shown"));
  CHECK_FALSE(kept.shows("He told me that he was hurt"));
}

TEST_CASE("what a worker had open is kept when they open a child's link in their own browser") {
  SharedBrowser desk;
  const auto of_child = desk.give("themself");
  desk.browser.sign_in(desk.worker);
  desk.browser.get(desk.sending);
  const auto token = desk.browser.form_token;
  desk.set_up(desk.browser, of_child, "a kite in june");
  CHECK(desk.browser.get(desk.sending).status == 404);
  CHECK(desk.send(desk.sending, "", "Typed").status == 404);
  const auto answer = desk.send(desk.sending, token, "A letter came");
  CHECK(answer.status == 403);
  CHECK(answer.shows("This page belonged to somebody else"));
  CHECK_FALSE(desk.browser.get("/mine").shows("A letter came"));
  CHECK(desk.staff.get("/sign-in/kept").shows("A letter came"));
  // Leaving is nothing that was written.
  CHECK(desk.send("/sign-out", token, "").shows("was not kept"));
  CHECK(desk.kept() == 1);
}

TEST_CASE("what comes when nobody is signed in is kept for whose page it was") {
  SharedBrowser desk;
  desk.browser.sign_in(desk.worker);
  desk.browser.get(desk.sending);
  const auto token = desk.browser.form_token;
  desk.browser.cookies.erase("northlight-session");
  CHECK(location(desk.send(desk.sending, token, "A letter came")) ==
        "/sign-in?next=%2Fsign-in%2Fkept");
  CHECK(desk.staff.get("/sign-in/kept").shows("A letter came"));
}

TEST_CASE("nobody has something kept for somebody else by a token that was not made here") {
  SharedBrowser desk;
  desk.browser.sign_in(desk.worker);
  desk.browser.get(desk.sending);
  auto token = desk.browser.form_token;
  REQUIRE(token.find('.') == 26);
  token.back() = token.back() == 'A' ? 'E' : 'A';
  desk.browser.cookies.erase("northlight-session");
  desk.browser.sign_in(desk.site.people().holder_of("Head of service"));
  const auto own = desk.browser.form_token;
  CHECK(desk.send(desk.sending, token, "Forged").shows("did not come from a page of this service"));
  CHECK(desk.send(desk.sending, token.substr(0, 26), "Forged").status == 403);
  CHECK(desk.send(desk.sending, token.substr(0, 26) + own.substr(26), "Forged").status == 403);
  CHECK(desk.kept() == 0);
}
