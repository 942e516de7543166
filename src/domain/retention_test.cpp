#include "domain/retention.hpp"

#include <doctest/doctest.h>

#include <string>

#include "domain/read_retention.hpp"

using namespace northlight;
using namespace northlight::domain;
using namespace std::chrono;
using State = Retention::State;

namespace {

Date on(int y, unsigned m, unsigned d) { return year{y} / month{m} / day{d}; }

RetentionPolicy shipped() {
  const auto read = read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml");
  REQUIRE(read);
  return *read;
}

std::string refusal(const std::string& rule) {
  const auto read = parse_retention(
      "title = \"t\"\nin_force_from = 2026-01-01\n[[rule]]\ncode = \"a\"\ntitle = \"Orders\"\n" +
          rule,
      "r.toml");
  return read ? "accepted" : read.error().where + ": " + read.error().message;
}

const std::string sourced = "source = \"s\"\nstatus = \"unverified\"\n";

}  // namespace

TEST_CASE("a youth caution is kept three years after the last action, or until 18 when later") {
  const auto policy = shipped();
  auto found = retention(
      policy,
      {.born = on(2010, 5, 3), .last_action = on(2026, 2, 1), .outcomes = {"youth-caution"}});
  CHECK(found.state == State::Counted);
  CHECK(found.review_on == on(2029, 2, 1));
  found = retention(
      policy,
      {.born = on(2014, 5, 3), .last_action = on(2026, 2, 1), .outcomes = {"youth-caution"}});
  CHECK(found.review_on == on(2032, 5, 3));
  REQUIRE(found.because.size() == 1);
  CHECK(
      found.because[0] ==
      "Work out of court, and referral orders are kept for 3 years after the last action or until "
      "the age of 18, whichever is later");
}

TEST_CASE("the longest period of all that apply decides and is named") {
  const auto found =
      retention(shipped(), {.born = on(2010, 5, 3),
                            .last_action = on(2026, 2, 1),
                            .outcomes = {"youth-caution", "youth-rehabilitation-order"}});
  CHECK(found.review_on == on(2031, 2, 1));
  CHECK(found.decided_by == std::vector<std::string>{"statutory-order"});
  CHECK_FALSE(found.reduce_on.has_value());  // The caution's rule knows no basic record.
}

TEST_CASE("an order may be reduced to a basic record before it is due") {
  const auto found = retention(
      shipped(), {.last_action = on(2024, 2, 29), .outcomes = {"youth-rehabilitation-order"}});
  CHECK(found.review_on == on(2029, 3, 1));
  CHECK(found.reduce_on == on(2027, 3, 1));
}

TEST_CASE("a rule without a number makes nothing due, whatever else applies") {
  const auto found = retention(shipped(), {.born = on(2008, 1, 1),
                                           .last_action = on(2020, 1, 1),
                                           .outcomes = {"youth-caution"},
                                           .features = {"sexual-offence"}});
  CHECK(found.state == State::NoPeriod);
  CHECK_FALSE(found.review_on.has_value());
  CHECK(found.decided_by == std::vector<std::string>{"sexual-offence"});
}

TEST_CASE("what the file lacks leaves it not known, never due") {
  auto found = retention(shipped(), {.last_action = on(2010, 1, 1), .outcomes = {"youth-caution"}});
  CHECK(found.state == State::NotKnown);
  CHECK(found.because.at(0).ends_with("; the file lacks the date of birth"));
  found = retention(shipped(), {.born = on(2001, 1, 1), .outcomes = {"youth-caution"}});
  CHECK(found.because.at(0).ends_with("; the file lacks the day of the last action"));
  CHECK(retention(shipped(), {.last_action = on(2010, 1, 1)}).state == State::NotKnown);
}

TEST_CASE("an outcome that no rule names is not due by another's rule") {
  const auto found = retention(shipped(), {.born = on(1990, 1, 1),
                                           .last_action = on(2008, 1, 1),
                                           .outcomes = {"youth-caution", "order-of-the-moon"}});
  CHECK(found.state == State::NotKnown);
  CHECK(found.because.at(0) ==
        "No rule says how long a file with the outcome \"order-of-the-moon\" is kept");
}

TEST_CASE("while work goes on nothing counts") {
  CHECK(retention(shipped(), {.born = on(1990, 1, 1),
                              .last_action = on(2008, 1, 1),
                              .outcomes = {"youth-caution"},
                              .open = true})
            .state == State::Open);
}

TEST_CASE("29 February has its day on 1 March in a year without one") {
  CHECK(years_after(on(2012, 2, 29), 18) == on(2030, 3, 1));
  CHECK(years_after(on(2012, 2, 29), 4) == on(2016, 2, 29));
  CHECK(years_after(on(2012, 2, 28), 18) == on(2030, 2, 28));
}

TEST_CASE("a retention policy that cannot be right is refused with its place") {
  CHECK(refusal("outcomes = [\"x\"]\nyears_after_last_action = 3\n" + sourced) == "accepted");
  CHECK(refusal("outcomes = [\"x\"]\n" + sourced).find("r.toml:3") == 0);
  CHECK(refusal("outcomes = [\"x\"]\n" + sourced).find("no_period = true") != std::string::npos);
  CHECK(refusal("outcomes = [\"x\"]\nyears_after_last_action = 0\n" + sourced)
            .find("from 1 to 100") != std::string::npos);
  CHECK(refusal("outcomes = [\"x\"]\nyears_after_last_action = 3\nuntil_age = 18\n" + sourced)
            .find("later or the earlier") != std::string::npos);
  CHECK(refusal("outcomes = [\"x\"]\nuntil_age = 18\nwhichever = \"later\"\n" + sourced)
            .find("there are not two") != std::string::npos);
  CHECK(refusal("outcomes = [\"x\", \"x\"]\nuntil_age = 18\n" + sourced).find("twice") !=
        std::string::npos);
  CHECK(refusal("years_after_last_action = 3\n" + sourced).find("Name the outcomes") !=
        std::string::npos);
  CHECK(refusal("outcomes = [\"x\"]\nuntil_age = 18\nno_period = true\n" + sourced)
            .find("not both") != std::string::npos);
  CHECK(refusal("outcomes = [\"x\"]\nuntil_age = 18\nkeep = 3\n" + sourced).find("keep") !=
        std::string::npos);
  CHECK(refusal("outcomes = [\"x\"]\nuntil_age = 18\nsource = \"s\"\nstatus = \"guessed\"\n")
            .find("unverified") != std::string::npos);
}

TEST_CASE("a case of a kind that a rule names is its own outcome, and any other must be recorded") {
  using namespace northlight::domain;
  const RetentionPolicy policy{.title = "Rules",
                               .in_force_from = {},
                               .rules = {{.code = "out",
                                          .title = "Out of court",
                                          .outcomes = {"diversion", "referral-order"},
                                          .years_after_last_action = 3,
                                          .source = "own",
                                          .status = "unverified"}}};
  const auto opened = *northlight::parse_date("2020-01-05");
  const auto closed = *northlight::parse_date("2020-06-01");
  const auto typed = *northlight::parse_date("2020-07-01");
  CaseOfFile one{CaseKind::Diversion, opened, closed, {}};
  auto facts = retention_facts(policy, {one}, {}, {}, typed);
  CHECK(facts.outcomes == std::vector<std::string>{"diversion"});
  CHECK(facts.last_action == typed);
  CHECK(retention(policy, facts).review_on == years_after(typed, 3));

  one.kind = CaseKind::Court;
  facts = retention_facts(policy, {one}, {}, {}, {});
  CHECK(facts.last_action == closed);
  const auto unknown = retention(policy, facts);
  CHECK(unknown.state == Retention::State::NotKnown);
  CHECK(unknown.because.front().find("5 January 2020") != std::string::npos);
  one.outcomes = {"referral-order"};
  CHECK(retention(policy, retention_facts(policy, {one}, {}, {}, {})).state ==
        Retention::State::Counted);
  one.closed_on.reset();
  CHECK(retention(policy, retention_facts(policy, {one}, {}, {}, {})).state ==
        Retention::State::Open);
  CHECK(retention(policy, retention_facts(policy, {}, {}, {}, {})).state ==
        Retention::State::NotKnown);
}
