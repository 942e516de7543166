#include "tests/journeys/children_desk.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::children;

TEST_CASE("who opened a file with a reason is told to their manager, who says so when it is seen") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  Visit clerk(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(clerk.sign_in(setting.people.holder_of("Business support")).status == 200);
  const auto id = file.substr(file.rfind('/') + 1);
  clerk.get("/files/" + id + "/reason");
  REQUIRE(
      clerk.post("/files/" + id + "/reason", {{"reason", "A letter has come for them"}}).status ==
      303);
  Visit manager(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(manager.sign_in(setting.people.holder_of("Practice manager")).status == 200);
  const auto told = manager.get("/notices");
  CHECK(told.shows("A letter has come for them"));
  CHECK(told.shows("Wren Exampleby"));
  const auto at = told.body.find("name=\"notice\" value=\"") + 21;
  const auto notice = told.body.substr(at, told.body.find('"', at) - at);
  CHECK_FALSE(
      manager.follow(manager.post("/notices", {{"notice", notice}})).shows("I have seen this"));
  CHECK(setting.visit.post("/notices", {{"notice", notice}}).status == 404);
}

TEST_CASE("what is due is there for the one who works with the child, and for their team") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  setting.visit.get(file + "/records/new");
  REQUIRE(setting.visit.post(file + "/records/new", {{"form", "contact"}}).status == 303);
  Visit worker(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(worker.sign_in(setting.people.holder_of("Practitioner")).status == 200);
  CHECK(worker.get("/due").shows("Contact of Wren Exampleby"));
  CHECK(worker.get("/due?whose=team").shows("Contact of Wren Exampleby"));
  CHECK(worker.get("/due?whose=anything").status == 200);
  Visit inspector(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(inspector.sign_in(setting.people.holder_of("Inspector")).status == 200);
  CHECK(inspector.get("/due").shows("Nothing is unfinished"));
  // Whoever answers for the service begins with all of it; nobody else sees that.
  const auto service = setting.visit.get("/due");
  CHECK(service.shows("Due in the service"));
  CHECK(service.shows("Contact of Wren Exampleby"));
  CHECK_FALSE(setting.visit.get("/due?whose=mine").shows("Contact of Wren Exampleby"));
}

TEST_CASE("what is due tells nothing of a file that somebody would have to say why to open") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  setting.visit.get(file + "/records/new");
  REQUIRE(setting.visit.post(file + "/records/new", {{"form", "contact"}}).status == 303);
  Visit clerk(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(clerk.sign_in(setting.people.holder_of("Business support")).status == 200);
  CHECK(clerk.get("/children?whose=all").shows("Wren Exampleby"));
  CHECK_FALSE(clerk.get("/due?whose=all").shows("Wren Exampleby"));
}
