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
  const std::regex call(R"re(\b(put_on_trail|wrong_code|admit|note|tell)\(([^;]*);)re");
  const std::regex word("\"([a-z]+(-[a-z]+)+|password)\"");
  const std::regex provider("\\btrail_action\\(\"([a-z-]+)\"");
  std::set<std::string> found;
  for (const auto* const folder : {"/src/accounts", "/src/cli"})
    for (const auto& each :
         std::filesystem::directory_iterator(std::string(NORTHLIGHT_SOURCE_DIR) + folder)) {
      const auto name = each.path().filename().string();
      if (!name.ends_with(".cpp") || name.ends_with("_test.cpp")) continue;
      if (name == "provider_fault.cpp") continue;  // Has its own table: below.
      std::ifstream in(each.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (auto at = std::sregex_iterator(text.begin(), text.end(), call);
           at != std::sregex_iterator(); ++at) {
        const auto inside = (*at)[2].str();
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

TEST_CASE("what an action was about stands behind it in brackets, and an unknown code as it is") {
  CHECK(action_on_trail("provider-role-given:practitioner") ==
        "Given a role by an identity provider (practitioner)");
  CHECK(action_on_trail("no-such-thing").empty());
  CHECK(shown_action("no-such-thing") == "no-such-thing");
}
