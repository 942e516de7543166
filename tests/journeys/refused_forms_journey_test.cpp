#include <doctest/doctest.h>

#include "tests/journeys/records_desk.hpp"

// What somebody wrote on a plain form and the page could not take: it is kept for them alone.
using namespace northlight;
using namespace northlight::testing;

namespace {

constexpr const char* what_he_said = "He told me that he was hurt.";

/// A page of a record is open while its writer's sight of the file ends, or comes back.
struct OpenPage : records::Desk {
  Answer page = one.get(edit);
  domain::OrganisationId of_worker =
      site.database()
          .read([&](store::Session& session) { return store::roles_of(session, id_of(worker)); })
          .value()
          .front()
          .organisation;

  /// Their case no longer: of their service still, whose files they open with a reason.
  void end_sight() {
    set("update sight set until_at = from_at where file_id = :file and holder_id = :person");
  }
  void give_back() {
    set("update sight set until_at = null where file_id = :file and holder_id = :person");
  }
  void move_to_another_service() {
    end_sight();
    move_to(site.database()
                .read([](store::Session& session) {
                  return session.value<std::string>(
                      "select min(id) from organisation where kind = 'inspectorate'");
                })
                .value());
  }
  void move_back() {
    give_back();
    move_to(of_worker.text());
  }
  Answer save(const std::string& at) {
    return one.post(at, form_of(page, "child_view", what_he_said, "save"));
  }

 private:
  void move_to(const std::string& service) {
    REQUIRE(site.database().write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run("update file set service_id = :service where id = :file",
                               {{"file", file}, {"service", service}}));
      return done();
    }));
  }
  void set(const char* sql) {
    const auto person = id_of(worker).text();
    REQUIRE(site.database().write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run(sql, {{"file", file}, {"person", person}}));
      return done();
    }));
  }
};

}  // namespace

TEST_CASE(
    "who lost sight of a file while writing loses no word, and reads none before it is back") {
  OpenPage open;
  REQUIRE(open.page.status == 200);
  open.move_to_another_service();
  const auto refused = open.save(open.edit);
  CHECK(refused.status == 404);
  CHECK(refused.shows("What you wrote is kept for you alone for 7 days"));
  CHECK(refused.shows("href=\"/sign-in/kept\""));
  CHECK_FALSE(refused.shows(what_he_said));

  CHECK(open.one.get("/account").shows("Something that you sent was not saved."));
  const auto sealed = open.one.get("/sign-in/kept");
  CHECK(sealed.shows("What you wrote is kept, and cannot be shown"));
  CHECK_FALSE(sealed.shows(what_he_said));
  CHECK_FALSE(sealed.shows(open.file));

  open.move_back();
  const auto kept = open.one.get("/sign-in/kept");
  REQUIRE(kept.shows(what_he_said));
  CHECK(open.lines("kept-answers-shown") == 2);  // Once in vain.
  auto again = records::Desk::form_of(kept, "child_view", what_he_said, "save");
  again.emplace_back("kept_form", records::hidden(kept, "kept_form"));
  // It stands in the draft, and the page asks for the rest.
  CHECK(open.one.post(open.edit, again).shows(what_he_said));
  CHECK(open.one.get(open.edit).shows(what_he_said));
  CHECK(location(open.one.get("/sign-in/kept")) == "/account");
}

TEST_CASE(
    "words sent about what is not there are answered like those about what is not to be seen") {
  OpenPage open;
  open.move_to_another_service();
  const auto nobodys = "/children/" + platform::random_id<domain::FileId>().text() + "/records/" +
                       platform::random_id<domain::RecordId>().text() + "/edit";
  const auto hidden = open.save(open.edit);
  CHECK(open.one.get("/sign-in/kept").shows("What you wrote is kept, and cannot be shown"));
  const auto nothing = open.save(nobodys);
  CHECK(hidden.status == nothing.status);
  CHECK(hidden.body == nothing.body);
  CHECK(open.one.get("/sign-in/kept").shows("Answers of yours cannot be shown"));
}

TEST_CASE("a press without words is not kept, nor what a script sends") {
  OpenPage open;
  open.move_to_another_service();
  const auto pressed = open.one.post(open.edit, {{"seen", "0"}, {"do", "sign"}});
  CHECK(pressed.status == 404);
  CHECK_FALSE(pressed.shows("kept for you"));
  CHECK(location(open.one.get("/sign-in/kept")) == "/account");
}

TEST_CASE("who must first say why finds what they wrote behind their reason") {
  OpenPage open;
  open.end_sight();
  const auto reason = "/files/" + open.file + "/reason";
  const auto first = reason + "?next=%2Fsign-in%2Fkept";
  REQUIRE(location(open.save(open.edit)) == first);
  open.one.get(first);
  const auto kept = open.one.follow(open.one.post(
      reason, {{"reason", "I was with him when he was taken in"}, {"next", "/sign-in/kept"}}));
  CHECK(kept.shows(what_he_said));
}
