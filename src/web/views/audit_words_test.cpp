#include "web/views/audit_words.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "domain/access.hpp"

using namespace northlight;
using namespace northlight::web::views;

namespace {

/// What stands in quotation marks behind a call that puts something on the trail.
std::set<std::string> codes_in_sources() {
  const std::regex call(
      R"re(\b(put_on_trail|wrong_code|admit|note|tell|act|act_of_\w+|of_draft|role_act|case_act|of_request|change)\(([^;]*);)re");
  // Not behind a brace: that is the name of a fact.
  const std::regex word("[^{]\"([a-z]+(-[a-z]+)+|password|invited|shared)\"");
  const std::regex provider("\\btrail_action\\(\"([a-z-]+)\"");
  std::set<std::string> found;
  for (const auto* const folder : {"/src/accounts", "/src/casework", "/src/cli"})
    for (const auto& each :
         std::filesystem::directory_iterator(std::string(NORTHLIGHT_SOURCE_DIR) + folder)) {
      const auto name = each.path().filename().string();
      if (!name.ends_with(".cpp") || name.ends_with("_test.cpp")) continue;
      if (name == "provider_fault.cpp") continue;  // Has its own table: below.
      std::ifstream in(each.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (auto at = std::sregex_iterator(text.begin(), text.end(), call);
           at != std::sregex_iterator(); ++at) {
        const auto inside = "(" + (*at)[2].str();
        for (auto code = std::sregex_iterator(inside.begin(), inside.end(), word);
             code != std::sregex_iterator(); ++code)
          found.insert((*code)[1].str());
      }
      for (auto at = std::sregex_iterator(text.begin(), text.end(), provider);
           at != std::sregex_iterator(); ++at)
        found.insert("provider-" + (*at)[1].str());
    }
  return found;
}

/// The names of the facts that acts are put on the trail with.
std::set<std::string> facts_in_sources() {
  const std::regex call(R"re(\b(act|of_request)\(([^;]*);)re");
  const std::regex name("\\{\"([a-z-]+)\", ");
  std::set<std::string> found;
  for (const auto* const folder : {"/src/accounts", "/src/casework", "/src/cli"})
    for (const auto& each :
         std::filesystem::directory_iterator(std::string(NORTHLIGHT_SOURCE_DIR) + folder)) {
      const auto file = each.path().filename().string();
      if (!file.ends_with(".cpp") || file.ends_with("_test.cpp")) continue;
      std::ifstream in(each.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (auto at = std::sregex_iterator(text.begin(), text.end(), call);
           at != std::sregex_iterator(); ++at) {
        const auto inside = (*at)[2].str();
        for (auto fact = std::sregex_iterator(inside.begin(), inside.end(), name);
             fact != std::sregex_iterator(); ++fact)
          found.insert((*fact)[1].str());
      }
    }
  return found;
}

/// Each word in quotation marks of the table of ProviderFault.
std::set<std::string> provider_faults() {
  std::ifstream in(std::string(NORTHLIGHT_SOURCE_DIR) + "/src/accounts/provider_fault.cpp");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::regex code("ErrorCode::[A-Za-z]+, \"([a-z]+(-[a-z]+)*)\"");
  std::set<std::string> found;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), code); at != std::sregex_iterator();
       ++at)
    found.insert("provider-" + (*at)[1].str());
  return found;
}

}  // namespace

TEST_CASE("every kind, outcome and action of the audit trail has words") {
  CHECK(audit_operations().size() == 8);
  for (const auto operation : audit_operations())
    CHECK_FALSE(operation_in_words(operation).empty());
  using enum store::AuditOutcome;
  for (const auto outcome : {Allowed, Denied, ReasonAsked, Failed})
    CHECK_FALSE(outcome_in_words(outcome).empty());
  for (std::size_t i = 0; i < domain::action_count; ++i)
    CHECK_FALSE(action_on_trail(code(static_cast<domain::Action>(i))).empty());
  const auto codes = codes_in_sources();
  CHECK(codes.contains("password-changed"));
  CHECK(codes.contains("provider-connected"));
  CHECK(codes.size() > 15);
  for (const auto& code : codes) {
    CAPTURE(code);
    CHECK_FALSE(action_on_trail(code).empty());
  }
  const auto faults = provider_faults();
  CHECK(faults.size() > 20);
  for (const auto& code : faults) {
    CAPTURE(code);
    CHECK_FALSE(action_on_trail(code).empty());
  }
}

TEST_CASE("what somebody did is told in the past tense, also where the log knows only the action") {
  CHECK(action_on_trail("write-record") == "Wrote in the file");
  CHECK(action_on_trail("write-record", {}, Deed::LookedAt) == "Opened the file to write in it");
  CHECK(action_on_trail("read-file", {}, Deed::Listed) == "Looked through what is due");
  CHECK(shown_action("record-signed:form=management-oversight") ==
        "Signed a record: management oversight");
  CHECK(shown_action("sent-in:sent=by-post") == "Sent something in: what arrived by post");
  // Never as the policy says what a role may do: "Write records", "Countersign what others wrote".
  for (std::size_t i = 0; i < domain::action_count; ++i)
    for (const auto deed : {Deed::Done, Deed::LookedAt, Deed::Listed}) {
      const auto action = static_cast<domain::Action>(i);
      const auto words = std::string(deed_in_words(action, deed));
      CAPTURE(words);
      REQUIRE_FALSE(words.empty());
      const auto verb = words.substr(0, words.find(' '));
      CHECK((verb == "Read" || verb == "Found" || verb == "Wrote" || verb == "Gave" ||
             verb == "Said" || verb == "Sent" || verb.ends_with("ed")));
    }
}

TEST_CASE("no two acts of the trail are told in the same words") {
  std::set<std::string> all;
  for (const auto& code : codes_in_sources()) {
    CAPTURE(code);
    if (domain::parse_action(code)) continue;
    CHECK(all.insert(action_on_trail(code)).second);
  }
  CHECK(all.size() > 60);
}

TEST_CASE("every fact that an act is put on the trail with has words") {
  const auto facts = facts_in_sources();
  CHECK(facts.contains("absent"));
  CHECK(facts.size() > 15);
  // These are called in a sentence as they are on the trail.
  const std::set<std::string> plain{"from", "case", "request", "document", "share", "sample"};
  for (const auto& fact : facts) {
    CAPTURE(fact);
    if (!plain.contains(fact))
      CHECK(shown_action("file-held:" + fact + "=x").find(fact + " x") == std::string::npos);
  }
}

TEST_CASE("the facts of an act are parts of its sentence, by name where there is one") {
  const AuditNames names{.people = {{"P1", "Robin Invented"}, {"P2", "Sorrel Invented"}},
                         .teams = {{"T1", "North"}},
                         .roles = {{"head-of-service", "Head of service"}}};
  CHECK(shown_action("role-given:role=head-of-service;team=T1;from=2026-11-22", names) ==
        "Gave somebody a role: head of service, in North, from 22 November 2026");
  CHECK(
      shown_action("cover-arranged:absent=P1;from=2026-11-22;last-day=2026-12-01", names) ==
      "Arranged cover for a colleague who is away: for Robin Invented, from 22 November 2026, last "
      "day 1 December 2026");
  CHECK(shown_action("file-restricted:named=P1+P2", names) ==
        "Restricted the file: still seen by Robin Invented and Sorrel Invented");
  CHECK(shown_action("case-allocated:part=lead;team=T1;before=0123456789ABC;case=CASE1234567890",
                     names) ==
        "Gave a case to somebody: leading, in North, in place of 01234567, case CASE1234");
  CHECK(shown_action("answer-copy:format=pdf;request=R1", names) ==
        "Opened a copy of what was given out: as pdf, request R1");
  CHECK(shown_action("export-audit:from=2026-11-01;operation=disclosure;rows=1", names) ==
        "Gave part of the log to somebody: from 1 November 2026, only “Given to somebody outside”, "
        "1 row");
}

TEST_CASE("what an action was about stands behind it in brackets, and an unknown code as it is") {
  CHECK(action_on_trail("provider-role-given:practitioner") ==
        "Was given a role by an identity provider (practitioner)");
  CHECK(action_on_trail("no-such-thing").empty());
  CHECK(shown_action("no-such-thing") == "no-such-thing");
}
