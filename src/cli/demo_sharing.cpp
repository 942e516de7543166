#include "cli/demo_sharing.hpp"

#include <array>
#include <string>

#include "casework/links.hpp"
#include "cli/demo_people.hpp"
#include "store/personal_links.hpp"

namespace northlight::cli {
namespace {

using domain::Relation;
using enum store::SharingGround;

struct DemoShare {
  Relation with;
  store::SharingGround ground;
  const char* words;
};
constexpr std::array shares{
    DemoShare{Relation::Themself, Theirs,
              "My plan. By summer I want to finish my bike project and be back in lessons every "
              "day. We meet on Tuesdays at four in the library, and you can bring your cousin. If "
              "things at home get too much I text, and we find a place."},
    DemoShare{Relation::Parent, AgreedByChild,
              "We meet on Tuesdays at four in the library, and on the last Friday of the month at "
              "your home, with you."},
    DemoShare{Relation::Parent, RequiredByLaw,
              "The order of the court runs for nine months. You are asked to come to the first and "
              "the last meeting of the panel."},
    DemoShare{Relation::Invited, AgreedByChild,
              "The panel's paper: what happened, what has gone well since, and what is proposed "
              "for the contract."}};

struct DemoWayIn {
  Relation whose;
  const char* role;
  const char* words;
};
constexpr std::array ways_in{DemoWayIn{Relation::Themself, "child-by-link", "otter kite"},
                             DemoWayIn{Relation::Parent, "parent-by-link", "tea at six"}};

constexpr int days_asked = 60;
constexpr int days_linked = 90;

struct DemoInvitation {
  const char* role;
  bool of_partner;
  const char* asked;
};
constexpr std::array invitations{
    DemoInvitation{
        "community-volunteer", false,
        "You sit on this child's panel. Read the panel's paper before it meets, and write "
        "what you would ask of the child and what you would offer them."},
    DemoInvitation{"panel-member", false,
                   "Read the panel's paper before we meet, and write what you would want in the "
                   "contract."},
    DemoInvitation{"partner-contributor", true,
                   "We are planning what happens in the next three months. Is the child in "
                   "lessons, who in your school do they trust, and is anything worrying you?"}};

/// Those of the service: the child's panel.
Result<std::vector<domain::PersonId>> ask_in(const DemoLinkMaking& with,
                                             const DemoSharedFile& shared) {
  std::vector<domain::PersonId> panel;
  for (const auto& [role, of_partner, asked] : invitations) {
    const auto organisation = of_partner ? shared.partner : shared.service;
    NL_TRY(person, demo_holder(with.database, role, organisation, shared.head.at));
    NL_TRY(known, with.database.read([&](store::Session& session) {
      return store::person(session, person.person);
    }));
    NL_TRY(invited, casework::invite(with.gate, with.keys, shared.head, shared.file,
                                     {.until = shared.head.at + std::chrono::days(days_asked),
                                      .asked = asked,
                                      .address = known ? known->sign_in_name.value_or("") : ""}));
    static_cast<void>(invited);
    if (!of_partner) panel.push_back(person.person);
  }
  return panel;
}

/// Each is told what is shared as something of its own.
Status share_with(const DemoLinkMaking& with, const DemoSharedFile& shared, const DemoShare& one,
                  std::optional<domain::PersonId> person) {
  casework::NewShare made{
      .relation = one.with, .person = person, .ground = one.ground, .words = one.words};
  if (one.ground == AgreedByChild) {
    made.agreed_on = platform::day_in_london(shared.head.at);
    made.agreed_words = "Asked at our meeting; they said yes.";
  }
  NL_TRY(row, casework::share(with.gate, shared.head, shared.file, made));
  static_cast<void>(row);
  return done();
}

}  // namespace

Result<std::vector<web::DemoLink>> share_demo_file(const DemoLinkMaking& with,
                                                   const DemoSharedFile& shared,
                                                   platform::Instant now) {
  const auto& head = shared.head;
  const auto file = shared.file;
  const auto today = platform::day_in_london(head.at);
  NL_TRY(panel, ask_in(with, shared));
  std::vector<domain::PersonId> parents;
  std::vector<web::DemoLink> links;
  for (const auto& [whose, role_code, words] : ways_in) {
    NL_TRY(hash, with.sign_in.hash_of_words(words));
    NL_TRY(given, casework::give_link(with.gate, with.keys, head, file,
                                      {.relation = whose,
                                       .last_day = add_days(today, days_linked),
                                       .words_hash = hash,
                                       .words = words,
                                       .whose = whose == Relation::Parent ? "Mum" : ""}));
    // As if they had chosen the words: whoever tries the demonstration next comes in, too.
    const auto opened = with.database.write([&](store::Transaction& transaction) {
      return store::set_up_personal_link(transaction, given.person, head.at);
    });
    if (!opened) return opened.error();
    if (whose == Relation::Parent) parents.push_back(given.person);
    const auto* role = with.gate.policy().find(role_code);
    links.push_back({role == nullptr ? std::string() : role->title, "/mine/" + given.link, words});
  }
  for (const auto& one : shares) {
    if (one.with == Relation::Themself) NL_CHECK(share_with(with, shared, one, {}));
    for (const auto person : one.with == Relation::Parent    ? parents
                             : one.with == Relation::Invited ? panel
                                                             : std::vector<domain::PersonId>{})
      NL_CHECK(share_with(with, shared, one, person));
  }
  NL_CHECK(send_into_demo_file(with, shared, now));
  return links;
}

}  // namespace northlight::cli
