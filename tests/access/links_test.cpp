#include <doctest/doctest.h>

#include <algorithm>

#include "casework/links.hpp"
#include "casework/people.hpp"
#include "store/read_migrations.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {
namespace {

using domain::Relation;
using store::SharingGround;

struct Linked {
  explicit Linked(store::Engine engine) : service(engine) {
    worker = service.person("practitioner", "North");
    file = service.child("Kittiwake", "North", worker);
  }
  Result<casework::GivenLink> give(Relation relation, std::string whose = "Ada Invented",
                                   std::string words = "blue otter",
                                   Date last_day = day("2026-12-31")) {
    return casework::give_link(*service.gate, keys, service.asker(worker), file,
                               {relation, last_day, "no hash", std::move(words), std::move(whose)});
  }
  domain::PersonId link(Relation relation) {
    const auto given = give(relation);
    if (!given) throw std::runtime_error(given.error().message);
    return given->person;
  }
  Result<store::SharedId> share(Relation with, SharingGround ground, std::string words,
                                std::optional<domain::PersonId> person = {}) {
    return casework::share(*service.gate, service.asker(worker), file,
                           {.relation = with,
                            .person = person,
                            .ground = ground,
                            .words = std::move(words),
                            .agreed_on = day("2026-11-20"),
                            .agreed_words = "Asked at home; yes."});
  }
  std::vector<std::string> sees(domain::PersonId person) {
    std::vector<std::string> words;
    const auto rows = casework::shared_with(*service.gate, service.asker(person), file);
    if (!rows) return {"refused"};
    for (const auto& row : *rows) words.push_back(row.words.reveal());
    return words;
  }

  AService service;
  platform::Keys keys = platform::Keys::for_this_run();
  domain::PersonId worker{IdBits{}};
  domain::FileId file{IdBits{}};
};

}  // namespace

TEST_CASE("a child and a parent see by their links what is shared with each, and no more") {
  for (const auto engine : engines()) {
    Linked it(engine);
    const auto child = it.link(Relation::Themself);
    const auto parent = it.link(Relation::Parent);
    const auto plan = it.share(Relation::Themself, SharingGround::Theirs, "My plan");
    REQUIRE(plan);
    REQUIRE(it.share(Relation::Parent, SharingGround::AgreedByChild, "When we meet", parent));
    const auto theirs = it.share(Relation::Parent, SharingGround::Theirs, "All of it");
    REQUIRE_FALSE(theirs);
    CHECK(theirs.error().where == "ground");

    using Words = std::vector<std::string>;
    CHECK(it.sees(child) == Words{"My plan"});
    CHECK(it.sees(parent) == Words{"When we meet"});
    CHECK(it.sees(it.worker).size() == 2);
    CHECK_FALSE(casework::open_child(*it.service.gate, it.service.asker(child), it.file));
    CHECK_FALSE(casework::open_child(*it.service.gate, it.service.asker(parent), it.file));

    REQUIRE(casework::stop_sharing(*it.service.gate, it.service.asker(it.worker), it.file, *plan));
    CHECK(it.sees(child).empty());
    REQUIRE(casework::end_link(*it.service.gate, it.service.asker(it.worker), it.file, parent));
    CHECK(it.sees(parent) == Words{"refused"});
    it.service.now = noon("2027-01-01");
    CHECK(it.sees(child) == Words{"refused"});
  }
}

TEST_CASE(
    "what a child agreed to is recorded with who, when and what, and is theirs to take back") {
  for (const auto engine : engines()) {
    Linked it(engine);
    const auto child = it.link(Relation::Themself);
    const auto parent = it.link(Relation::Parent);
    const auto unsaid = casework::share(*it.service.gate, it.service.asker(it.worker), it.file,
                                        {.relation = Relation::Parent, .words = "When we meet"});
    REQUIRE_FALSE(unsaid);
    CHECK(unsaid.error().where == "agreed_on");
    const auto shared =
        it.share(Relation::Parent, SharingGround::AgreedByChild, "When we meet", parent);
    const auto law =
        it.share(Relation::Parent, SharingGround::RequiredByLaw, "The court's letter", parent);
    REQUIRE(shared);
    REQUIRE(law);
    const auto sharing =
        casework::open_sharing(*it.service.gate, it.keys, it.service.asker(it.worker), it.file);
    REQUIRE(sharing);
    REQUIRE(sharing->agreements.size() == 1);
    CHECK(sharing->agreements.front().agreed_on == day("2026-11-20"));
    CHECK(sharing->agreements.front().words.reveal() == "Asked at home; yes.");
    CHECK(sharing->agreements.front().recorded_by == it.worker);
    CHECK(it.sees(parent).size() == 2);

    const auto take_back = [&](domain::PersonId who, store::SharedId what) {
      return casework::withdraw_agreement(*it.service.gate, it.service.asker(who), it.file, what);
    };
    CHECK(take_back(parent, *shared).error().code == ErrorCode::Forbidden);
    CHECK(take_back(child, *law).error().code == ErrorCode::NotFound);
    REQUIRE(take_back(child, *shared));
    CHECK(it.sees(parent) == std::vector<std::string>{"The court's letter"});
    CHECK_FALSE(take_back(child, *shared));
  }
}

TEST_CASE(
    "who looks after accounts neither sees a child's link among the staff nor takes it over") {
  for (const auto engine : engines()) {
    Linked it(engine);
    const auto administrator = it.service.asker(it.service.person("administrator"));
    const auto child = it.link(Relation::Themself);
    const auto here = it.service.organisation("service");
    auto& gate = *it.service.gate;
    const auto staff = casework::list_people(gate, administrator, here, {});
    REQUIRE(staff);
    CHECK_FALSE(staff->people.empty());
    CHECK(std::ranges::none_of(staff->people,
                               [&](const auto& each) { return each.person.id == child; }));
    CHECK(casework::open_person(gate, administrator, here, child).error().code ==
          ErrorCode::NotFound);
    CHECK(casework::new_set_up_link(gate, it.keys, administrator, here, child).error().code ==
          ErrorCode::NotFound);
    CHECK(casework::give_role(gate, administrator, child,
                              {.role = "practitioner",
                               .organisation = here,
                               .team = it.service.team("North"),
                               .from = day("2026-11-23")})
              .error()
              .code == ErrorCode::NotFound);
    CHECK(casework::leave(gate, administrator, here, child, day("2026-11-23")).error().code ==
          ErrorCode::NotFound);
  }
}

TEST_CASE("a new link for the same person ends the one before, and nobody else's") {
  for (const auto engine : engines()) {
    Linked it(engine);
    REQUIRE(it.share(Relation::Themself, SharingGround::Theirs, "My plan"));
    const auto child = it.link(Relation::Themself);
    const auto ada = it.give(Relation::Parent, "Ada Invented");
    const auto ben = it.give(Relation::Parent, "Ben Invented");
    REQUIRE(ada);
    REQUIRE(ben);
    for (const auto& given : {ada, ben})
      REQUIRE(
          it.share(Relation::Parent, SharingGround::AgreedByChild, "When we meet", given->person));
    CHECK_FALSE(ben->ended_before);
    const auto again = it.give(Relation::Parent, " ada  INVENTED");
    REQUIRE(again);
    CHECK(again->ended_before);
    CHECK(it.service.last_line().action ==
          "link-given:relation=parent;last-day=2026-12-31;ended=1");
    using Words = std::vector<std::string>;
    CHECK(it.sees(ada->person) == Words{"refused"});
    CHECK(it.sees(again->person) == Words{"When we meet"});
    CHECK(it.sees(ben->person) == Words{"When we meet"});
    CHECK(it.sees(child) == Words{"My plan"});
    const auto anew = it.give(Relation::Themself);
    REQUIRE(anew);
    CHECK(anew->ended_before);
    CHECK(it.sees(child) == Words{"refused"});
    const auto desk =
        casework::open_links(*it.service.gate, it.keys, it.service.asker(it.worker), it.file);
    REQUIRE(desk);
    REQUIRE(desk->links.size() == 3);
    std::vector<std::string> whose;
    for (const auto& one : desk->links) whose.push_back(one.whose.reveal());
    std::ranges::sort(whose);
    CHECK(whose == Words{"", "Ben Invented", "ada  INVENTED"});
    // Names in other letters are names, too, and an apostrophe may be either.
    const auto olena = it.give(Relation::Parent, "Олена");
    const auto other = it.give(Relation::Parent, "محمد");
    REQUIRE(olena);
    REQUIRE(other);
    CHECK_FALSE(other->ended_before);
    CHECK(it.give(Relation::Parent, "олена")->ended_before);
    CHECK_FALSE(it.give(Relation::Parent, "Ada O'Invented")->ended_before);
    CHECK(it.give(Relation::Parent, "ada o’invented")->ended_before);
  }
}

TEST_CASE("what is shared with a parent is for that parent alone, by whatever link they come") {
  for (const auto engine : engines()) {
    Linked it(engine);
    using Words = std::vector<std::string>;
    const auto ada = it.give(Relation::Parent, "Ada Invented");
    const auto ben = it.give(Relation::Parent, "Ben Invented");
    REQUIRE(ada);
    REQUIRE(ben);
    const auto share = [&](Relation with, std::optional<domain::PersonId> whom) {
      return it.share(with, SharingGround::RequiredByLaw, "At your home", whom);
    };
    REQUIRE(share(Relation::Parent, ada->person));
    CHECK(it.service.last_line().action.starts_with("shared:share="));
    CHECK(it.sees(ada->person) == Words{"At your home"});
    CHECK(it.sees(ben->person).empty());
    const auto later = it.give(Relation::Parent, "Cat Invented");
    REQUIRE(later);
    CHECK(it.sees(later->person).empty());
    const auto again = it.give(Relation::Parent, "ada invented");
    REQUIRE(again);
    CHECK(it.sees(again->person) == Words{"At your home"});
    CHECK(it.sees(ada->person) == Words{"refused"});

    CHECK(share(Relation::Parent, {}).error().where == "relation");
    CHECK(share(Relation::Parent, ada->person).error().where == "relation");
    CHECK(share(Relation::Invited, ben->person).error().where == "relation");
    CHECK(share(Relation::Themself, ben->person).error().where == "relation");
  }
}

TEST_CASE("what was shared with parents at large stays with those who had a link then") {
  const std::string once_for_all = "update shared set person_id = null";
  for (const auto engine : engines()) {
    Linked it(engine);
    using Words = std::vector<std::string>;
    const auto run = [&](const std::string& sql) {
      it.service.write([&](store::Transaction& transaction) -> Status {
        NL_CHECK(transaction.run(sql));
        return done();
      });
    };
    const auto ada = it.link(Relation::Parent);
    it.service.now += std::chrono::seconds(1);
    REQUIRE(it.share(Relation::Parent, SharingGround::RequiredByLaw, "At your home", ada));
    it.service.now += std::chrono::seconds(1);
    const auto ben = it.give(Relation::Parent, "Ben Invented");
    REQUIRE(ben);
    run(once_for_all);
    CHECK(it.sees(ada) == Words{"At your home"});
    CHECK(it.sees(ben->person).empty());
    it.service.now += std::chrono::seconds(1);
    REQUIRE(it.share(Relation::Parent, SharingGround::RequiredByLaw, "To both", ada));
    run(once_for_all);
    CHECK(it.sees(ada) == Words{"To both", "At your home"});
    CHECK(it.sees(ben->person) == Words{"To both"});

    // On upgrading: what one alone could read names them, and goes on with their next link.
    const auto schema = store::read_migrations(NORTHLIGHT_SOURCE_DIR "/schema");
    REQUIRE(schema);
    const auto step = std::ranges::find(*schema, "0027-shared-with-whom", &store::Migration::name);
    REQUIRE(step != schema->end());
    run(step->shared.substr(step->shared.find("update shared")));
    CHECK(it.sees(ada) == Words{"To both", "At your home"});
    it.service.now += std::chrono::seconds(1);
    const auto again = it.give(Relation::Parent, "Ada Invented");
    REQUIRE(again);
    CHECK(it.sees(again->person) == Words{"At your home"});
  }
}

TEST_CASE("the words of a link have nobody's name in them, and it ends when the policy says") {
  for (const auto engine : engines()) {
    Linked it(engine);
    for (const auto* const words : {"kittiwake42", "my invented kite", "service otter"}) {
      const auto given = it.give(Relation::Themself, "", words);
      REQUIRE_FALSE(given);
      CHECK(given.error().where == "agreed");
    }
    CHECK(it.give(Relation::Parent, "Ada Fulmar", "the fulmar flies").error().where == "agreed");
    // Of a service's name only what tells of it.
    it.service.write([](store::Transaction& transaction) -> Status {
      NL_CHECK(
          transaction.run("update organisation set name = 'Bath and North East Invented' where "
                          "slug = 'service'"));
      return done();
    });
    CHECK(it.give(Relation::Parent, "Ada Fulmar", "cats and a feast"));
    CHECK(it.give(Relation::Parent, "Ada Fulmar", "go north").error().where == "agreed");
    CHECK(it.give(Relation::Parent, "  ").error().where == "whose");
    const auto latest = add_days(day("2026-11-23"), shipped_policy().link_days());
    const auto later = it.give(Relation::Themself, "", "blue otter", add_days(latest, 1));
    REQUIRE_FALSE(later);
    CHECK(later.error().where == "last_day");
    CHECK(later.error().message.find("180 days at most") != std::string::npos);
    CHECK(it.give(Relation::Themself, "", "blue otter", latest));
    const auto kept = it.service.database->read([&](store::Session& session) {
      return session.value<std::int64_t>(
          "select count(*) from personal_link where whose like '%Ada%'");
    });
    CHECK(kept.value_or(-1) == 0);
  }
}

TEST_CASE("who is invited sees what is shared with the panel until the invitation ends") {
  for (const auto engine : engines()) {
    Linked it(engine);
    const auto volunteer = it.service.person("community-volunteer");
    const auto share = [&](domain::PersonId who) {
      return it.share(Relation::Invited, SharingGround::AgreedByChild, "The panel's paper", who);
    };
    CHECK(share(volunteer).error().where == "relation");
    CHECK(it.sees(volunteer) == std::vector<std::string>{"refused"});
    REQUIRE(casework::invite(*it.service.gate, it.keys, it.service.asker(it.worker), it.file,
                             {volunteer, it.service.organisation("service"), noon("2026-11-30"),
                              "Read the paper and write a note."}));
    REQUIRE(share(volunteer));
    CHECK(it.sees(volunteer) == std::vector<std::string>{"The panel's paper"});
    // Of the team whose case it is, and no worker of it.
    const auto member = it.service.person("panel-member", "North");
    REQUIRE(it.share(Relation::Themself, SharingGround::Theirs, "My plan"));
    REQUIRE(casework::invite(
        *it.service.gate, it.keys, it.service.asker(it.worker), it.file,
        {member, it.service.organisation("service"), noon("2026-11-30"), "Read the paper."}));
    CHECK(it.sees(member).empty());
    REQUIRE(share(member));
    CHECK(it.sees(volunteer).size() == 1);
    CHECK(it.sees(member) == std::vector<std::string>{"The panel's paper"});
    it.service.now = noon("2026-11-30");
    CHECK(it.sees(volunteer) == std::vector<std::string>{"refused"});
    const auto other = it.service.person("practitioner", "South");
    const auto invite = [&](domain::PersonId who, std::string_view until, std::string asked) {
      return casework::invite(
          *it.service.gate, it.keys, it.service.asker(it.worker), it.file,
          {who, it.service.organisation("service"), noon(until), std::move(asked)});
    };
    CHECK(invite(other, "2027-01-01", "A note.").error().where == "person");
    CHECK(invite(volunteer, "2027-01-01", " ").error().where == "asked");
    CHECK(invite(volunteer, "2027-01-01", std::string(2'001, 'x')).error().where == "asked");
    CHECK(invite(volunteer, "2026-11-01", "A note.").error().where == "until");
    const auto desk =
        casework::open_sharing(*it.service.gate, it.keys, it.service.asker(it.worker), it.file);
    REQUIRE(desk);
    CHECK(desk->asked.size() == 2);
    CHECK(std::ranges::any_of(desk->asked, [](const auto& one) {
      return one.second.reveal() == "Read the paper and write a note.";
    }));
  }
}

}  // namespace northlight::testing
