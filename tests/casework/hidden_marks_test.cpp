#include <doctest/doctest.h>

#include "accounts/people.hpp"
#include "casework/links.hpp"
#include "casework/samples.hpp"
#include "casework/uploads.hpp"
#include "casework/victims.hpp"
#include "tests/access/a_service.hpp"

// A mark that turns the direction of writing is refused wherever a name is typed.
using namespace northlight;
using namespace northlight::casework;
using northlight::testing::AService;
using northlight::testing::day;

namespace {

const std::string turned = "Wren\u202Egnirp";

template <typename F>
void everywhere(F test) {
  for (const auto engine : northlight::testing::engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    AService service(engine);
    test(service);
  }
}

void is_refused(const auto& answer, std::string_view where, std::string_view called = "name") {
  CAPTURE(std::string(where));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Invalid);
  CHECK(answer.error().where == where);
  CHECK(answer.error().message ==
        "The " + std::string(called) +
            " holds a mark that changes the direction of writing, which cannot be seen. Type the " +
            std::string(called) + " again.");
}

}  // namespace

TEST_CASE("the names of people, teams and organisations turn nothing") {
  everywhere([](AService& service) {
    const auto there = service.organisation("service");
    const auto add = [&](auto change) { return service.database->write(change); };
    is_refused(add([&](store::Transaction& transaction) {
                 return accounts::add_organisation(transaction, {.at = service.now},
                                                   store::OrganisationKind::Service, turned, "new");
               }),
               "name");
    is_refused(add([&](store::Transaction& transaction) {
                 return accounts::add_team(transaction, there, turned);
               }),
               "name");
    const accounts::NewRole role{.role = "practitioner",
                                 .organisation = there,
                                 .team = service.team("North"),
                                 .from = day("2026-11-23")};
    const auto person = [&](const std::string& name, const std::string& address) {
      return add([&](store::Transaction& transaction) {
        return accounts::join(transaction, northlight::testing::shipped_policy(),
                              {.at = service.now}, {name, address, role});
      });
    };
    is_refused(person(turned, "wren@service.example"), "name");
    CHECK(person("Wren Pring", "wren\u200F@service.example").error().where == "sign_in_name");
    CHECK(person("فاطمه\u200Cالزهرا", "wren@service.example"));
  });
}

TEST_CASE("nor do those of children, victims, parents with a link and inspections") {
  everywhere([](AService& service) {
    const auto worker = service.person("practitioner", "North");
    const auto file = service.child("Fulmar", "North", worker);
    const auto correct = [&](const NewChild& child) {
      return correct_child(*service.gate, service.asker(worker), file, child);
    };
    is_refused(correct({.family_name = turned, .given_names = "Wren"}), "family_name");
    is_refused(correct({.family_name = "Pring", .given_names = turned}), "given_names");
    is_refused(correct({.family_name = "Pring", .given_names = "Wren", .known_as = turned}),
               "known_as");
    CHECK(correct({.family_name = "علی", .given_names = "محمد"}));

    const auto victims = service.person("victim-worker", "North");
    is_refused(
        add_victim(*service.gate, service.asker(victims), service.organisation("service"),
                   "V-\u202E24",
                   {.opened_on = day("2026-11-23"), .worker = {service.team("North"), victims}}),
        "reference", "reference");

    const auto keys = platform::Keys::for_this_run();
    is_refused(give_link(*service.gate, keys, service.asker(worker), file,
                         {.relation = domain::Relation::Parent,
                          .last_day = day("2026-12-01"),
                          .words_hash = "hash",
                          .words = "four words of mine",
                          .whose = turned}),
               "whose");

    const auto lead = service.person("lead-inspector", "", "inspectorate");
    is_refused(begin_sample(*service.gate, service.asker(lead),
                            {.service = service.organisation("service"),
                             .title = turned,
                             .fieldwork_on = day("2026-12-07"),
                             .window_from = day("2026-11-01"),
                             .window_to = day("2026-11-23"),
                             .kinds = {domain::CaseKind::Court}}),
               "title");
  });
}

TEST_CASE("a document's name loses such marks, so that its kind is read as it is") {
  CHECK(plain_name("letter\u202Efdp.exe") == "letterfdp.exe");
  CHECK(plain_name(" note\u200B\t.pdf ") == "note.pdf");
  CHECK(plain_name("\u202E") == "Document");
}
