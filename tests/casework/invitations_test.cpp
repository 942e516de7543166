#include <doctest/doctest.h>

#include <algorithm>

#include "casework/explain_files.hpp"
#include "platform/random.hpp"
#include "store/files.hpp"
#include "tests/casework/sending_in.hpp"

// Who works where is nobody's to browse: who is offered to be asked in, and who is found.
namespace northlight::testing {
namespace {

std::vector<domain::PersonId> offered(const SendingIn& desk) {
  const auto sharing =
      casework::open_sharing(desk.gate(), desk.keys, desk.by(desk.worker), desk.file);
  if (!sharing) throw std::runtime_error(sharing.error().message);
  std::vector<domain::PersonId> people;
  for (const auto& one : sharing->invitable) people.push_back(one.person);
  return people;
}

bool is_offered(const SendingIn& desk, domain::PersonId person) {
  return std::ranges::count(offered(desk), person) > 0;
}

Error error_of(const SendingIn& desk, casework::NewInvitation invitation) {
  invitation.until = noon("2026-11-30");
  invitation.asked = "In lessons?";
  const auto made =
      casework::invite(desk.gate(), desk.keys, desk.by(desk.worker), desk.file, invitation);
  return made ? Error{ErrorCode::Invalid, "nothing was wrong", ""} : made.error();
}

/// By whom that page says that they were asked in.
std::string asked_in_by(const SendingIn& desk, domain::PersonId asker, std::string_view there,
                        domain::PersonId asked) {
  const auto page = casework::explain_files(desk.gate(), desk.by(asker),
                                            desk.service.organisation(there), asked, {}, 50);
  if (!page) return page.error().message;
  for (const auto& one : page->files)
    for (const auto& reason : one.reasons)
      if (reason.why == casework::SightReason::Why::Invited) return reason.name;
  return "not asked in";
}

std::string in_capitals(std::string text) {
  for (auto& letter : text)
    if ('a' <= letter && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

}  // namespace

TEST_CASE("offered are those of the own service, and of agencies that it has asked in before") {
  sent_in_everywhere([](SendingIn& desk) {
    auto& service = desk.service;
    const auto colleague = service.person("partner-contributor", "", "partner");
    const auto elsewhere = service.person("panel-member", "", "elsewhere");
    CHECK(is_offered(desk, desk.volunteer));
    CHECK_FALSE(is_offered(desk, desk.partner));
    CHECK_FALSE(is_offered(desk, elsewhere));
    // An id that somebody got hold of is worth no more than the list.
    for (const auto& [person, there] :
         {std::pair{desk.partner, "partner"}, {elsewhere, "elsewhere"}})
      CHECK(error_of(desk, {.person = person, .organisation = service.organisation(there)}).where ==
            "person");

    const auto made = desk.invite(desk.partner, "2026-11-30");
    CHECK(is_offered(desk, desk.partner));
    CHECK(is_offered(desk, colleague));
    CHECK_FALSE(is_offered(desk, elsewhere));
    // It stays so after the invitation has ended.
    REQUIRE(casework::end_invitation(desk.gate(), desk.by(desk.worker), desk.file, made));
    CHECK(is_offered(desk, colleague));
  });
}

TEST_CASE("another service that asked an agency in does not offer it to this one") {
  sent_in_everywhere([](SendingIn& desk) {
    auto& service = desk.service;
    const auto head = service.person("head-of-service", "", "elsewhere");
    const auto theirs =
        service.write([&](store::Transaction& transaction) -> Result<domain::FileId> {
          const auto file = platform::random_id<domain::FileId>();
          NL_CHECK(store::begin_file(transaction, file, service.organisation("elsewhere"),
                                     store::FileKind::Child, service.now));
          NL_CHECK(transaction.run(
              "insert into child (file_id, service_id, family_name, given_names, "
              "sort_name) values (:file, :service, 'Smew', '', 'smew')",
              {{"file", file.text()}, {"service", service.organisation("elsewhere").text()}}));
          return file;
        });
    REQUIRE(casework::invite(desk.gate(), desk.keys, desk.by(head), theirs,
                             {.until = noon("2026-11-30"),
                              .asked = "In lessons?",
                              .address = service.address(desk.partner)}));
    CHECK_FALSE(is_offered(desk, desk.partner));
  });
}

TEST_CASE(
    "who is not offered is found by the whole address, and a wrong one says nothing of anybody") {
  sent_in_everywhere([](SendingIn& desk) {
    auto& service = desk.service;
    const auto elsewhere = service.person("panel-member", "", "elsewhere");
    const auto practitioner = service.person("practitioner", "South");
    const auto inspector = service.person("inspector", "", "inspectorate");
    const auto nobody = error_of(desk, {.address = "nobody@partner.example"});
    CHECK(nobody.where == "address");
    const auto lines = service.trail().size();
    for (const auto& person : {elsewhere, practitioner, inspector}) {
      const auto refused = error_of(desk, {.address = service.address(person)});
      CHECK(refused.where == nobody.where);
      CHECK(refused.message == nobody.message);
    }
    const auto whole = service.address(desk.partner);
    CHECK(error_of(desk, {.address = whole.substr(1)}).message == nobody.message);
    CHECK(service.trail().size() == lines + 4);
    CHECK(service.last_line().outcome == "failed");
    CHECK(error_of(desk, {}).where == "person");
    CHECK(error_of(desk, {.person = desk.volunteer,
                          .organisation = service.organisation("service"),
                          .address = whole})
              .where == "address");

    REQUIRE(casework::invite(desk.gate(), desk.keys, desk.by(desk.worker), desk.file,
                             {.until = noon("2026-11-30"),
                              .asked = "In lessons?",
                              .address = " " + in_capitals(whole) + " "}));
    CHECK(service.last_line().outcome == "allowed");
  });
}

TEST_CASE("who explains what others see is told who asked them in, and elsewhere which service") {
  sent_in_everywhere([](SendingIn& desk) {
    auto& service = desk.service;
    desk.invite(desk.volunteer, "2026-11-30");
    desk.invite(desk.partner, "2026-11-30");
    const auto worker = service.database->read(
        [&](store::Session& session) { return store::person(session, desk.worker); });
    REQUIRE(worker);
    REQUIRE(*worker);
    CHECK(asked_in_by(desk, desk.manager, "service", desk.volunteer) == (*worker)->name);
    CHECK(asked_in_by(desk, service.person("log-auditor"), "service", desk.volunteer) ==
          (*worker)->name);
    // Who works at the service is not the agency's to know.
    const auto auditor = service.person("log-auditor", "", "partner");
    CHECK(asked_in_by(desk, auditor, "partner", desk.partner) == "service");
  });
}

}  // namespace northlight::testing
