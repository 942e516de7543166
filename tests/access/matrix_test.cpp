#include <doctest/doctest.h>

#include <algorithm>

#include "accounts/may.hpp"
#include "tests/access/a_service.hpp"
#include "tests/access/expected.hpp"

// Every role x action x relation x mark, against tables that were written by hand.
namespace northlight::testing {
namespace {

using domain::Action;
using domain::Mark;
using domain::Relation;

const domain::OrganisationId here{IdBits{IdBits::Bytes{1}}};
const domain::OrganisationId elsewhere{IdBits{IdBits::Bytes{2}}};

accounts::Asker asker_of(const std::string& role) {
  return {.person = domain::PersonId{IdBits{IdBits::Bytes{3}}}, .roles = {{role, here, {}}}};
}

/// One question in full.
struct Question {
  Action action;
  accounts::Relations relations;
  domain::Marks marks;
  bool named;
  bool reason;
};

/// Whether marks.txt says that this mark takes the action away.
bool takes_away(const std::vector<ExpectedOfMark>& rows, const std::string& role, Mark mark,
                bool named, Action action) {
  const auto row_for = [&](const std::string& wanted) {
    return std::ranges::find_if(rows, [&](const ExpectedOfMark& row) {
      return row.role == wanted && row.mark == mark && row.named == named;
    });
  };
  auto row = row_for(role);
  if (row == rows.end()) row = row_for("*");
  if (row == rows.end()) throw std::runtime_error("marks.txt says nothing of a mark");
  if (row->changes == "all-denied") return true;
  return row->changes == std::string(code(action)) + "-denied";
}

Expected answer(const std::vector<ExpectedOfMark>& marks, const ExpectedOfRole& role,
                const std::string& name, const Question& question, Action action) {
  for (const auto mark : {Mark::Restricted, Mark::ConflictOfInterest, Mark::LegalHold})
    if (question.marks.has(mark) && takes_away(marks, name, mark, question.named, action))
      return Expected::Denied;
  const auto& table = question.marks.has(Mark::VictimWalled) ? role.victim : role.child;
  const auto& row = table.at(action);
  auto best = Expected::Denied;
  for (std::size_t i = 0; i < domain::relation_count; ++i) {
    if (!question.relations.has(static_cast<Relation>(i))) continue;
    if (row.at(i) == Expected::Allowed) return Expected::Allowed;
    if (row.at(i) == Expected::NeedsReason) best = Expected::NeedsReason;
  }
  if (best == Expected::NeedsReason && question.reason) return Expected::Allowed;
  return best;
}

std::string words(const std::string& role, const Question& question) {
  std::string text = role + " " + std::string(code(question.action)) + " as";
  for (std::size_t i = 0; i < domain::relation_count; ++i)
    if (question.relations.has(static_cast<Relation>(i)))
      text += " " + std::string(code(static_cast<Relation>(i)));
  for (std::size_t i = 0; i < domain::mark_count; ++i)
    if (question.marks.has(static_cast<Mark>(i)))
      text += ", " + std::string(code(static_cast<Mark>(i)));
  return text + (question.named ? ", named" : "") + (question.reason ? ", with a reason" : "");
}

/// Each relation, each two of them together, and none.
std::vector<accounts::Relations> standings() {
  std::vector<accounts::Relations> all{accounts::Relations{}};
  for (std::size_t a = 0; a < domain::relation_count; ++a)
    for (std::size_t b = a; b < domain::relation_count; ++b)
      all.push_back({static_cast<Relation>(a), static_cast<Relation>(b)});
  return all;
}

/// What the decision and the table disagree about; empty where they agree.
std::string disagreement(const std::vector<ExpectedOfMark>& marks, const ExpectedOfRole& expected,
                         const std::string& role, const Question& question) {
  accounts::Standing standing{.service = here, .marks = question.marks, .named = question.named};
  standing.relations[0] = question.relations;
  if (question.reason) standing.reason = "Because.";
  const auto decision = accounts::may(shipped_policy(), asker_of(role), question.action, standing);
  const auto wanted = answer(marks, expected, role, question, question.action);
  const bool finds = answer(marks, expected, role, question, Action::FindFile) == Expected::Allowed;
  if (const auto* const denied = std::get_if<accounts::Denied>(&decision)) {
    if (wanted != Expected::Denied) return words(role, question) + ": is denied";
    if (denied->hidden == finds)
      return words(role, question) + (finds ? ": is hidden" : ": is not hidden");
    if (denied->reason.empty()) return words(role, question) + ": is denied without a reason";
    return {};
  }
  if (std::holds_alternative<accounts::NeedsReason>(decision))
    return wanted == Expected::NeedsReason ? "" : words(role, question) + ": asks for a reason";
  return wanted == Expected::Allowed ? "" : words(role, question) + ": is allowed";
}

}  // namespace

TEST_CASE("the policy allows what was expected of it, and nothing else") {
  const auto marks = expected_of_marks();
  const auto all_standings = standings();
  std::vector<std::string> wrong;
  std::size_t asked = 0;
  for (const auto& role : shipped_policy().roles()) {
    const auto expected = expected_of(role.code);
    for (std::size_t a = 0; a < domain::action_count; ++a) {
      const auto action = static_cast<Action>(a);
      if (!domain::is_about_a_file(action)) continue;
      for (const auto& relations : all_standings)
        for (unsigned bits = 0; bits < (1U << (domain::mark_count + 2)); ++bits) {
          Question question{action, relations, {}, (bits & 16U) != 0, (bits & 32U) != 0};
          for (std::size_t m = 0; m < domain::mark_count; ++m)
            if (((bits >> m) & 1U) != 0) question.marks.set(static_cast<Mark>(m));
          ++asked;
          if (auto why = disagreement(marks, expected, role.code, question); !why.empty())
            wrong.push_back(std::move(why));
        }
    }
  }
  CHECK(asked == 18 * 16 * 37 * 64);
  for (std::size_t i = 0; i < std::min<std::size_t>(wrong.size(), 20); ++i) FAIL_CHECK(wrong[i]);
  CHECK(wrong.empty());
}

TEST_CASE("in one's own organisation what was expected, and in another's nothing at all") {
  for (const auto& role : shipped_policy().roles()) {
    const auto expected = expected_of(role.code);
    for (std::size_t a = 0; a < domain::action_count; ++a) {
      const auto action = static_cast<Action>(a);
      CAPTURE(role.code);
      CAPTURE(code(action));
      const auto own = accounts::may(shipped_policy(), asker_of(role.code), action, here);
      CHECK(std::holds_alternative<accounts::Allowed>(own) ==
            expected.organisation.contains(action));
      const auto other = accounts::may(shipped_policy(), asker_of(role.code), action, elsewhere);
      const auto* const denied = std::get_if<accounts::Denied>(&other);
      REQUIRE(denied != nullptr);
      CHECK(denied->hidden);
    }
  }
}

TEST_CASE("every role has a table of what is expected of it, and every table a role") {
  auto tables = roles_with_expectations();
  std::vector<std::string> roles;
  for (const auto& role : shipped_policy().roles()) roles.push_back(role.code);
  std::ranges::sort(tables);
  std::ranges::sort(roles);
  CHECK(tables == roles);
}

TEST_CASE("who holds several roles may do what any of them allows, each with its own sight") {
  accounts::Asker asker = asker_of("head-of-service");
  asker.roles.push_back({"community-volunteer", elsewhere, {}});
  accounts::Standing standing{.service = elsewhere};
  standing.relations[1] = {Relation::ServiceCase, Relation::Invited};
  const auto& policy = shipped_policy();
  CHECK(std::holds_alternative<accounts::Allowed>(
      accounts::may(policy, asker, Action::ReadShared, standing)));
  CHECK(std::holds_alternative<accounts::Denied>(
      accounts::may(policy, asker, Action::ReadFile, standing)));
  standing.service = here;
  standing.relations[0] = {Relation::ServiceCase};
  CHECK(std::holds_alternative<accounts::Allowed>(
      accounts::may(policy, asker, Action::ReadFile, standing)));
}

TEST_CASE("a role that is gone from the policy allows nothing") {
  accounts::Standing standing{.service = here};
  standing.relations[0] = {Relation::OwnCase, Relation::ServiceCase};
  const auto decision =
      accounts::may(shipped_policy(), asker_of("wizard"), Action::FindFile, standing);
  REQUIRE(std::holds_alternative<accounts::Denied>(decision));
  CHECK(std::get<accounts::Denied>(decision).hidden);
}

}  // namespace northlight::testing
