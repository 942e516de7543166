#include "tests/journeys/children_desk.hpp"
#include "tests/journeys/records_desk.hpp"

// Days that cannot be are said where they were typed, and nothing typed is lost.
using namespace northlight;
using namespace northlight::testing;

TEST_CASE("a contact of a day to come is kept and not signed, and is once it is of today") {
  records::Desk desk;
  const auto edit =
      location(desk.one.post("/children/" + desk.file + "/records/new", {{"form", "contact"}}));
  const auto on = [&](const Answer& page, const std::string& day, const std::string& year) {
    auto form = records::Desk::form_of(page, "what_happened", "We talked about school.", "sign");
    for (const auto& [name, value] : {std::pair{"held_on-day", day},
                                      {"held_on-month", "11"},
                                      {"held_on-year", year},
                                      {"with", "The child"},
                                      {"mode", "office"},
                                      {"outcome", "kept"},
                                      {"safety", "no"}})
      form.emplace_back(name, value);
    return form;
  };
  const auto refused = desk.one.post(edit, on(desk.one.get(edit), "24", "2099"));
  CHECK(refused.status == 422);
  CHECK(refused.shows("This day is still to come. Enter today or a day in the past."));
  CHECK(refused.shows("href=\"#f-held_on\""));
  const auto again = desk.one.get(edit);
  CHECK(again.shows("value=\"2099\""));
  CHECK(again.shows("We talked about school."));
  CHECK(desk.lines("record-signed") == 1);  // Refused, and on the trail as that.
  const auto record = edit.substr(0, edit.size() - 5);
  CHECK(location(desk.one.post(edit, on(again, "23", "2026"))) == record + "?done=signed");
  CHECK(desk.one.get(record).shows("23 November 2026"));
}

TEST_CASE("no case is opened before the child was born, and the date of birth follows no case") {
  children::Setting setting("Head of service");
  auto early = setting.child("Exampleby");
  for (auto& [name, value] : early)
    if (name == "opened_on-year") value = "2009";
  const auto refused = setting.visit.post("/children/new", early);
  CHECK(refused.status == 422);
  CHECK(refused.shows("The child was born after this day."));
  CHECK(refused.shows("href=\"#opened_on\""));
  CHECK(refused.shows("value=\"2009\""));
  CHECK(refused.shows("value=\"Exampleby\""));

  const auto file = setting.added("Exampleby");
  auto another = setting.child("Exampleby");
  for (auto& [name, value] : another)
    if (name == "opened_on-year") value = "2009";
  const auto second = setting.visit.post(file + "/cases/new", another);
  CHECK(second.status == 422);
  CHECK(second.shows("The child was born after this day."));

  const auto born = [&](const std::string& day) {
    return setting.visit.post(file + "/details", {{"given_names", "Wren"},
                                                  {"family_name", "Exampleby"},
                                                  {"born_on-day", day},
                                                  {"born_on-month", "11"},
                                                  {"born_on-year", "2026"}});
  };
  const auto after = born("21");
  CHECK(after.status == 422);
  CHECK(after.shows("Their case was opened before this day, on 20 November 2026."));
  CHECK(after.shows("value=\"21\""));
  CHECK(born("20").status == 303);
}
