#include "casework/stood_file.hpp"
#include "casework/file_marks.hpp"
#include "store/holding.hpp"
#include "tests/casework/a_record_desk.hpp"
#include "tests/casework/sending_in.hpp"
#include "tests/store/granted.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

using domain::CaseStage;
using Desk = RecordDesk;
using Words = std::vector<std::string>;

/// A file in which things happen from day to day, and what it was on each.
struct StoodDesk : SendingIn {
  using SendingIn::SendingIn;

  Result<StoodFile> ask(domain::PersonId who, std::string_view when,
                        KnownWhen known = KnownWhen::Then) {
    return file_as_it_stood(gate(), {record_forms(), keys}, by(who), file, day(when), known);
  }
  StoodFile on(std::string_view when, KnownWhen known = KnownWhen::Then) {
    return Desk::ok(ask(head, when, known));
  }
  std::string name_on(std::string_view when, KnownWhen known = KnownWhen::Then) {
    const auto stood = on(when, known);
    return stood.child->value.family_name.reveal();
  }
  void at(std::string_view when) { service.now = noon(when); }
  void named(std::string family, std::optional<Date> born = {}) {
    REQUIRE(correct_child(
        gate(), by(worker), file,
        {.family_name = std::move(family), .given_names = "Invented", .born_on = born}));
  }
  void stage(CaseStage stage) {
    REQUIRE(set_stage(gate(), by(worker), file, service.case_of(file), stage));
  }
  /// As a database is that was kept before this history was.
  void younger_history(std::string_view since) {
    service.write([&](store::Transaction& transaction) -> Status {
      const auto moment = platform::iso(noon(since));
      for (const std::string table : {"child_was", "case_was"})
        NL_CHECK(transaction.run("delete from " + table + " where file_id = :file",
                                 {{"file", file.text()}}));
      NL_CHECK(transaction.run(
          "insert into child_was (file_id, n, family_name, given_names, recorded_at) "
          "select file_id, 1, family_name, given_names, :at from child where file_id = :file",
          {{"at", moment}, {"file", file.text()}}));
      NL_CHECK(
          transaction.run("insert into case_was (case_id, n, file_id, stage, recorded_at) "
                          "select id, 1, file_id, stage, :at from child_case where file_id = :file",
                          {{"at", moment}, {"file", file.text()}}));
      return done();
    });
  }

  domain::PersonId head = service.person("head-of-service");
};

template <typename F>
void stood_everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    StoodDesk desk(engine);
    test(desk);
  }
}

std::optional<CaseStage> stage_on(const StoodFile& stood) {
  REQUIRE(stood.cases.size() == 1);
  const auto& stage = stood.cases.front().stage;
  return stage && !stage->kept_from ? std::optional(stage->value) : std::nullopt;
}

}  // namespace

TEST_CASE("records are seen as they stood on a day") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto answers = with_row(platform::random_id<domain::RowId>());
    desk.fill(desk.record, answers);
    Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record,
                         desk.seq()));
    desk.service.now = noon("2026-11-25");
    desk.type(desk.worker, desk.record, "strengths", "Football.", "Football and drawing.");
    Desk::ok(save_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record,
                         desk.seq()));
    const auto records_on = [&](std::string_view when, KnownWhen known) {
      return Desk::ok(file_as_it_stood(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                                       day(when), known))
          .records;
    };
    const auto strengths_on = [&](std::string_view when) -> std::string {
      const auto records = records_on(when, KnownWhen::Then);
      if (records.empty()) return "nothing";
      return std::get<std::string>(*records[0].version.answers.find(forms::FieldCode{"strengths"}));
    };
    CHECK(strengths_on("2026-11-22") == "nothing");
    CHECK(strengths_on("2026-11-23") == "Football.");
    CHECK(strengths_on("2026-11-24") == "Football.");
    CHECK(strengths_on("2026-11-25") == "Football and drawing.");
    CHECK(desk.service.last_line().action == "file-as-it-stood:day=2026-11-25");
    // By the day that it is about, the latest words belong to the 20th.
    CHECK(records_on("2026-11-20", KnownWhen::Today).size() == 1);
    CHECK(records_on("2026-11-19", KnownWhen::Today).empty());
    CHECK(desk.service.last_line().action == "file-up-to:day=2026-11-19");
  });
}

TEST_CASE("a child's name and date of birth are those that stood on the day") {
  stood_everywhere([](StoodDesk& desk) {
    desk.at("2026-11-25");
    desk.named("Fulmar", day("2010-05-17"));
    desk.at("2026-11-27");
    desk.named("Kittiwake", day("2010-06-17"));
    desk.named("Kittiwake", day("2010-06-17"));  // Nothing new.
    CHECK(desk.raw("select cast(count(*) as text) from child_was where family_name <> 'Gannet'") ==
          "3");
    CHECK(desk.name_on("2026-11-23") == "Fulmar");
    CHECK_FALSE(desk.on("2026-11-24").child->value.born_on.reveal());
    CHECK(desk.on("2026-11-25").child->value.born_on.reveal() == day("2010-05-17"));
    CHECK(desk.name_on("2026-11-26") == "Fulmar");
    CHECK(desk.name_on("2026-11-27") == "Kittiwake");
    CHECK(desk.on("2026-11-26").file.child->family_name.reveal() == "Kittiwake");
    CHECK_FALSE(desk.on("2026-11-26").child->kept_from);
    // What is known today of that day is the name of today: a slip is put right for every day.
    CHECK(desk.name_on("2026-11-24", KnownWhen::Today) == "Kittiwake");
    // It is held on the child, and told to them.
    const auto held = desk.service.database->read([&](store::Session& session) {
      return store::held_facts(session,
                               store::GrantForTests::of(desk.file, desk.worker, desk.service.now),
                               {record_forms(), desk.keys}, desk.service.now);
    });
    REQUIRE(held);
    Words before;
    for (const auto& line : held->entries.front().lines)
      if (line.label.starts_with("Recorded until")) before.push_back(line.label + ": " + line.text);
    CHECK(before ==
          Words{"Recorded until 25 November 2026: Invented Fulmar, date of birth not known",
                "Recorded until 27 November 2026: Invented Fulmar, born on 17 May 2010"});
    // And it is never changed.
    for (const std::string table : {"child_was", "case_was"})
      CHECK_FALSE(desk.service.database->write([&](store::Transaction& transaction) -> Status {
        NL_CHECK(transaction.run("update " + table + " set n = n + 1", {}));
        return done();
      }));
  });
}

TEST_CASE("a case stands as far as it had come, with those who worked on it") {
  stood_everywhere([](StoodDesk& desk) {
    const auto id = desk.service.case_of(desk.file);
    const auto colleague = desk.service.person("practitioner", "North");
    desk.at("2026-11-25");
    desk.stage(CaseStage::Planning);
    Desk::ok(allocate(desk.gate(), desk.by(desk.manager), desk.file, id,
                      {desk.service.team("North"), colleague}));
    desk.at("2026-11-27");
    desk.stage(CaseStage::Delivering);
    CHECK(stage_on(desk.on("2026-11-23")) == CaseStage::Opened);
    CHECK(stage_on(desk.on("2026-11-24")) == CaseStage::Opened);
    CHECK(stage_on(desk.on("2026-11-26")) == CaseStage::Planning);
    CHECK(stage_on(desk.on("2026-11-27")) == CaseStage::Delivering);
    const auto before = desk.on("2026-11-24").cases.front();
    REQUIRE(before.workers.size() == 1);
    CHECK(before.workers.front().person == desk.worker);
    CHECK_FALSE(before.workers.front().until);
    CHECK_FALSE(before.ended_on);
    const auto after = desk.on("2026-11-25").cases.front();
    REQUIRE(after.workers.size() == 2);
    CHECK(after.workers.front().person == colleague);
    CHECK(after.workers.back().until == noon("2026-11-25"));
    CHECK(desk.on("2026-11-25").people.contains(colleague));

    // Somebody writes on the 30th that it ended on the 28th.
    desk.at("2026-11-30");
    REQUIRE(close_case(desk.gate(), desk.by(desk.manager), desk.file, id, day("2026-11-28")));
    const auto another = Desk::ok(open_case(
        desk.gate(), desk.by(desk.head), desk.file,
        {domain::CaseKind::Licence, day("2026-11-29"), {desk.service.team("North"), desk.worker}}));
    const auto known = desk.on("2026-11-29");
    CHECK(stage_on(known) == CaseStage::Delivering);
    CHECK_FALSE(known.cases.front().ended_on);
    CHECK_FALSE(known.cases.front().workers.front().until);
    const auto of_today = desk.on("2026-11-29", KnownWhen::Today);
    REQUIRE(of_today.cases.size() == 2);
    CHECK(of_today.cases.front().id == another);
    CHECK(of_today.cases.back().ended_on == day("2026-11-28"));
    const auto then = desk.on("2026-11-30");
    REQUIRE(then.cases.size() == 2);
    CHECK(then.cases.back().ended_on == day("2026-11-28"));
    CHECK(then.cases.back().stage->value == CaseStage::Closed);
  });
}

TEST_CASE("what was not kept yet is said to be so, and nothing is guessed") {
  stood_everywhere([](StoodDesk& desk) {
    const auto id = desk.service.case_of(desk.file);
    desk.at("2026-11-24");
    desk.stage(CaseStage::Planning);
    desk.younger_history("2026-11-26");
    desk.at("2026-11-28");
    desk.named("Kittiwake");
    desk.stage(CaseStage::Delivering);
    const auto early = desk.on("2026-11-25");
    CHECK(early.child->value.family_name.reveal() == "Fulmar");
    CHECK(early.child->kept_from == noon("2026-11-26"));
    CHECK(early.cases.front().stage->kept_from == noon("2026-11-26"));
    CHECK(early.cases.front().stage->value == CaseStage::Planning);
    CHECK_FALSE(desk.on("2026-11-26").child->kept_from);
    CHECK(stage_on(desk.on("2026-11-27")) == CaseStage::Planning);
    CHECK(stage_on(desk.on("2026-11-28")) == CaseStage::Delivering);

    // A case that had ended before: how far it had come is not told from that.
    REQUIRE(close_case(desk.gate(), desk.by(desk.manager), desk.file, id, day("2026-11-28")));
    desk.at("2026-11-30");
    desk.younger_history("2026-11-30");
    const auto open = desk.on("2026-11-27").cases.front();
    CHECK_FALSE(open.ended_on);
    CHECK_FALSE(open.stage);
    CHECK(desk.on("2026-11-29").cases.front().ended_on == day("2026-11-28"));
    CHECK(desk.on("2026-11-23").cases.size() == 1);

    // Of a file of which only basics are kept there is the name of today alone.
    desk.service.write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run("delete from child_was where file_id = :file",
                               {{"file", desk.file.text()}}));
      return done();
    });
    const auto basic = desk.on("2026-11-29").child;
    CHECK(basic->value.family_name.reveal() == "Kittiwake");
    CHECK(basic->kept_from == noon("2026-11-30"));
  });
}

TEST_CASE("marks, what was shared, links and what had been sent in are those of the day") {
  stood_everywhere([](StoodDesk& desk) {
    desk.at("2026-11-24");
    REQUIRE(restrict_file(desk.gate(), desk.by(desk.manager), desk.file, "A relative",
                          {desk.manager, desk.worker}));
    REQUIRE(declare_conflict(desk.gate(), desk.by(desk.manager), desk.file, desk.stranger, "aunt"));
    const auto share = Desk::ok(casework::share(desk.gate(), desk.by(desk.worker), desk.file,
                                                {domain::Relation::Parent,
                                                 desk.parent,
                                                 {},
                                                 store::SharingGround::AgreedByChild,
                                                 "When we meet",
                                                 day("2026-11-22"),
                                                 "They said yes"}));
    REQUIRE(desk.say(desk.child, "My words"));
    desk.at("2026-11-26");
    REQUIRE(lift_restriction(desk.gate(), desk.by(desk.manager), desk.file));
    REQUIRE(lift_conflict(desk.gate(), desk.by(desk.manager), desk.file, desk.stranger));
    REQUIRE(hold_file(desk.gate(), desk.by(desk.manager), desk.file, "An inquiry"));
    REQUIRE(stop_sharing(desk.gate(), desk.by(desk.worker), desk.file, share));
    desk.invite(desk.partner, "2026-12-01");
    REQUIRE(mark_sent_in_read(desk.gate(), desk.by(desk.worker), desk.file,
                              {desk.page(desk.worker).all.front().id}));
    desk.at("2026-11-28");
    REQUIRE(end_link(desk.gate(), desk.by(desk.worker), desk.file, desk.parent));
    REQUIRE(desk.say(desk.child, "Later words"));

    const auto first = desk.on("2026-11-23");
    CHECK(first.marks.empty());
    CHECK(first.closing->conflicts.empty());
    CHECK(first.closing->named.empty());
    CHECK(first.sharing->shares.empty());
    CHECK(first.sent_in.empty());
    CHECK(first.links->size() == 2);

    const auto closed = desk.on("2026-11-25");
    REQUIRE(closed.marks.size() == 1);
    CHECK(closed.marks.front().mark == domain::Mark::Restricted);
    CHECK(closed.closing->named.size() == 2);
    REQUIRE(closed.closing->conflicts.size() == 1);
    CHECK(closed.people.contains(desk.stranger));
    REQUIRE(closed.sharing->shares.size() == 1);
    CHECK(closed.sharing->shares.front().agreed_on == day("2026-11-22"));
    CHECK(closed.sharing->invitations.empty());
    REQUIRE(closed.sent_in.size() == 1);
    CHECK_FALSE(closed.sent_in.front().read);

    const auto held = desk.on("2026-11-27");
    REQUIRE(held.marks.size() == 1);
    CHECK(held.marks.front().mark == domain::Mark::LegalHold);
    CHECK(held.closing->named.empty());
    CHECK(held.closing->conflicts.empty());
    CHECK(held.sharing->shares.empty());
    CHECK(held.sharing->invitations.size() == 1);
    CHECK(held.sent_in.front().read.has_value());
    // The link stood, though whose it was went with it.
    CHECK(held.links->size() == 2);
    CHECK(desk.on("2026-11-28").links->size() == 1);
    CHECK(desk.on("2026-11-28").sent_in.size() == 2);

    // Invitations and links end by themselves.
    desk.at("2027-01-02");
    CHECK(desk.on("2026-12-01").sharing->invitations.empty());
    CHECK(desk.on("2026-12-31").links->size() == 1);
    CHECK(desk.on("2027-01-01").links->empty());
  });
}

TEST_CASE("nobody is shown of a past day what they are not shown today") {
  stood_everywhere([](StoodDesk& desk) {
    REQUIRE(desk.say(desk.child, "My words"));
    const auto own = Desk::ok(desk.ask(desk.worker, "2026-11-23"));
    CHECK(own.sharing);
    CHECK(own.links);
    CHECK_FALSE(own.closing);
    const auto colleague = desk.service.person("practitioner", "North");
    const auto team = Desk::ok(desk.ask(colleague, "2026-11-23"));
    CHECK_FALSE(team.sharing);
    CHECK_FALSE(team.links);
    CHECK(team.sent_in.size() == 1);
    CHECK(desk.ask(desk.stranger, "2026-11-23").error().code == ErrorCode::NeedsReason);
    CHECK(desk.ask(desk.partner, "2026-11-23").error().code == ErrorCode::NotFound);
    CHECK(desk.ask(desk.child, "2026-11-23").error().code == ErrorCode::Forbidden);
    // Whoever saw it then and no longer does sees nothing of that day either.
    desk.at("2026-11-25");
    REQUIRE(
        restrict_file(desk.gate(), desk.by(desk.manager), desk.file, "A relative", {desk.manager}));
    CHECK_FALSE(desk.ask(desk.worker, "2026-11-23"));
    // Nor why it was closed to them, once it is open again; whoever closed it reads that.
    desk.at("2026-11-26");
    REQUIRE(lift_restriction(desk.gate(), desk.by(desk.manager), desk.file));
    const auto why = [&](domain::PersonId person) {
      const auto marks = Desk::ok(desk.ask(person, "2026-11-25")).marks;
      REQUIRE(marks.size() == 1);
      return marks.front().reason;
    };
    CHECK(why(desk.worker).empty());
    CHECK(why(desk.manager) == "A relative");
  });
}

TEST_CASE("a day to come is refused, and before a file began there is nothing") {
  stood_everywhere([](StoodDesk& desk) {
    const auto refused = desk.ask(desk.worker, "2026-11-24");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "day");
    CHECK(refused.error().message == "Enter today or a day in the past");
    const auto before = desk.on("2026-11-22");
    CHECK(before.not_begun());
    CHECK(before.cases.empty());
    CHECK_FALSE(desk.on("2026-11-23").not_begun());
    const auto of_today = desk.on("2026-11-22", KnownWhen::Today);
    CHECK_FALSE(of_today.not_begun());
    CHECK(of_today.cases.empty());
  });
}
