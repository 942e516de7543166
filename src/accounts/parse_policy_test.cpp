#include <doctest/doctest.h>

#include "accounts/policy.hpp"
#include "base/text.hpp"

namespace northlight::accounts {
namespace {

constexpr std::string_view small = R"(title = "Small"
in_force_from = 2026-01-01
status = "unverified"
source = "A test"
[glass]
words = "Say why."
hours = 8
[[mark]]
code = "restricted"
words = "Named people only."
stops = "everything"
unless_named = true
[[mark]]
code = "victim-walled"
words = "A victim's file."
stops = "outside-walled"
[[mark]]
code = "conflict-of-interest"
words = "A conflict."
stops = "everything"
[[mark]]
code = "legal-hold"
words = "Held."
stops = ["erase-file"]
[[apart]]
words = "Not both."
actions = ["manage-people", "read-file"]
[[role]]
code = "worker"
title = "Worker"
words = "Works."
at = ["service"]
told = ["worker"]
in_organisation = ["add-child", "see-people"]
[role.may]
find-file = ["own-case", "team-case", "service-case"]
read-file = ["own-case"]
[role.with_reason]
read-file = ["team-case", "service-case"]
[cover]
words = "For a while."
longest_days = 42
days_ahead = 90
[link]
words = "Not for ever."
longest_days = 180
[sample]
words = "Until its last day."
longest_days = 56
status = "unverified"
source = "A proposal"
[told]
days = 28
)";

/// The small policy with one passage changed.
Result<Policy> with(std::string_view from, std::string_view to) {
  REQUIRE(small.find(from) != small.npos);
  return parse_policy(replace_all(std::string(small), from, to), "roles.toml");
}

void refused(std::string_view from, std::string_view to, std::string_view where,
             std::string_view says) {
  const auto parsed = with(from, to);
  INFO(to);
  REQUIRE_FALSE(parsed);
  const auto all = parsed.error().where + ": " + parsed.error().message;
  INFO(all);
  CHECK(all.find(where) != std::string::npos);
  CHECK(all.find(says) != std::string::npos);
}

}  // namespace

TEST_CASE("a policy holds what its file says and nothing else") {
  const auto policy = parse_policy(small, "roles.toml");
  if (!policy) FAIL(policy.error().where << ": " << policy.error().message);
  const auto* const worker = policy->find("worker");
  REQUIRE(worker != nullptr);
  CHECK(worker->title == "Worker");
  CHECK(worker->on(domain::Action::ReadFile, false).may == Relations{domain::Relation::OwnCase});
  CHECK(worker->on(domain::Action::ReadFile, false).with_reason ==
        Relations{domain::Relation::TeamCase, domain::Relation::ServiceCase});
  CHECK(worker->on(domain::Action::ReadFile, true) == Permission{});
  CHECK(worker->on(domain::Action::EraseFile, false) == Permission{});
  CHECK(worker->in_organisation.has(domain::Action::AddChild));
  CHECK_FALSE(worker->in_organisation.has(domain::Action::ManagePeople));
  CHECK(policy->glass_lasts() == std::chrono::hours(8));
  CHECK(policy->find("nobody") == nullptr);
  CHECK(policy->title("nobody") == "nobody");
}

TEST_CASE("what is unknown or twice there is refused with its line") {
  refused("find-file =", "fnd-file =", "roles.toml:36: role[1].may.fnd-file", "no action");
  refused("[\"own-case\"]", "[\"own\"]", "roles.toml:37", "There is no relation \"own\"");
  refused("[\"own-case\"]", "[\"own-case\", \"own-case\"]", "roles.toml:37", "twice");
  refused("title = \"Worker\"", "titel = \"Worker\"", "roles.toml:28", "\"title\" is missing");
  refused("[\"add-child\", \"see-people\"]", "[\"add-child\", \"add-child\", \"see-people\"]",
          "roles.toml:34", "twice");
  refused("[\"service\"]", "[\"services\"]", "role[1].at", "service, partner or inspectorate");
  refused("told = [\"worker\"]", "told = [\"boss\"]", "role[1].told", "no role \"boss\"");
  refused("[\"add-child\", \"see-people\"]", "[\"add-child\"]", "role[1].told",
          "\"worker\" is told of nobody");
  refused("code = \"legal-hold\"", "code = \"restricted\"", "mark[4].code", "twice");
  refused("code = \"legal-hold\"", "code = \"legal\"", "mark[4].code", "no mark \"legal\"");
  refused("[glass]", "[glas]", "glas", "not a key that is known");
  refused("[role.with_reason]", "[role.reason]", "role[1].reason", "not a key");
  refused("hours = 8", "hours = 0", "glass.hours", "1 to 168");
  refused("status = \"unverified\"", "status = \"sure\"", "status", "published or unverified");
  refused("in_force_from = 2026-01-01", "in_force_from = \"2026\"", "in_force_from", "a date");
  const auto twice = std::string(small) +
                     "[[role]]\ncode = \"worker\"\ntitle = \"W\"\n"
                     "words = \"W\"\nat = [\"service\"]\nin_organisation = [\"see-people\"]\n";
  const auto parsed = parse_policy(twice, "roles.toml");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().message.find("\"worker\" is there twice") != std::string::npos);
}

TEST_CASE("words and dates are asked for") {
  refused("words = \"Works.\"\n", "", "role[1].words", "missing");
  refused("words = \"Held.\"\n", "", "mark[4].words", "missing");
  refused("in_force_from = 2026-01-01\n", "", "in_force_from", "missing");
  refused("source = \"A test\"\n", "", "source", "missing");
}

TEST_CASE("what makes no sense is refused") {
  SUBCASE("a role that can do nothing") {
    const auto parsed = parse_policy(std::string(small) +
                                         "[[role]]\ncode = \"idle\"\ntitle = \"Idle\"\n"
                                         "words = \"Idle.\"\nat = [\"service\"]\n",
                                     "roles.toml");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().message.find("can do nothing") != std::string::npos);
  }
  SUBCASE("an action on a file as one of an organisation, and the other way round") {
    refused("[\"add-child\", \"see-people\"]", "[\"read-file\"]", "in_organisation",
            "is about one file");
    refused("read-file = [\"own-case\"]", "add-child = [\"own-case\"]", "role[1].may.add-child",
            "about an organisation");
  }
  SUBCASE("more for who is further off") {
    refused("read-file = [\"own-case\"]", "read-file = [\"service-case\"]", "role[1].may",
            "closer");
  }
  SUBCASE("reading what one cannot find") {
    refused("find-file = [\"own-case\", \"team-case\", \"service-case\"]",
            "find-file = [\"own-case\"]", "role[1].may", "must also find");
  }
  SUBCASE("finding for a reason") {
    refused("read-file = [\"team-case\"", "find-file = [\"team-case\"", "role[1].may",
            "Finding a file cannot ask");
  }
  SUBCASE("a reason outside one's own service") {
    refused("[\"team-case\", \"service-case\"]\n",
            "[\"team-case\", \"service-case\", \"invited\"]\n", "role[1].may", "own service only");
  }
  SUBCASE("both at once and with a reason") {
    refused("read-file = [\"own-case\"]", "read-file = [\"own-case\", \"team-case\"]",
            "role[1].may", "both");
  }
  SUBCASE("a relation in which the role never stands") {
    refused("read-file = [\"own-case\"]", "read-file = [\"own-case\", \"sampled\"]", "role[1].may",
            "ever stands so");
    refused("read-file = [\"own-case\"]", "read-file = [\"own-case\", \"parent\"]", "role[1].may",
            "ever stands so");
  }
  SUBCASE("no relation at all") {
    refused("read-file = [\"own-case\"]", "read-file = [\"own-case\", \"none\"]", "role[1].may",
            "in no relation");
  }
  SUBCASE("cover without an end, and a number of days that is none") {
    refused("longest_days = 42\n", "", "cover", "longest_days");
    refused("longest_days = 42", "longest_days = 0", "cover.longest_days", "from 1 to 366");
    refused("days = 28", "days = 1000", "told.days", "from 1 to 366");
    refused("longest_days = 56", "longest_days = 0", "sample.longest_days", "from 1 to 366");
    refused("status = \"unverified\"\nsource = \"A proposal\"",
            "status = \"sure\"\nsource = \"A proposal\"", "sample.status", "published");
    refused("longest_days = 180", "longest_days = 367", "link.longest_days", "from 1 to 366");
  }
  SUBCASE("a role that manages people or arranges cover, of which nobody is told") {
    refused("[role.may]",
            "[[role]]\ncode = \"boss\"\ntitle = \"Boss\"\nwords = \"Leads.\"\nat = "
            "[\"service\"]\nin_organisation = [\"arrange-cover\", \"see-people\"]\n[role.may]",
            "role[2].told", "Say which roles are told of it");
  }
  SUBCASE("a reason of which nobody is told") {
    refused("told = [\"worker\"]\n", "", "role[1].told", "Say which roles are told");
  }
  SUBCASE("together what is to be kept apart") {
    refused("[\"add-child\", \"see-people\"]", "[\"manage-people\", \"see-people\"]",
            "apart[1].actions", "has them together");
  }
  SUBCASE("a mark without effect") {
    refused("[\"erase-file\"]", "[]", "mark[4].stops", "no effect");
    refused("\"outside-walled\"", "\"everything\"", "mark[2].stops", "all or nothing");
  }
}

TEST_CASE("a role that contributes says what it sends in, and no other does") {
  const std::string_view reads = "read-file = [\"own-case\"]\n";
  const std::string sends = "read-file = [\"own-case\"]\ncontribute = [\"own-case\"]\n";
  refused(reads, sends, "role[1].sends_in", "Say what they are");
  refused("told = [\"worker\"]\n", "told = [\"worker\"]\nsends_in = [\"note\"]\n",
          "role[1].sends_in", "may not contribute");
  const auto named = [&](const std::string& kinds) {
    return parse_policy(
        replace_all(replace_all(std::string(small), reads, sends), "told = [\"worker\"]\n",
                    "told = [\"worker\"]\nsends_in = [" + kinds + "]\n"),
        "roles.toml");
  };
  const auto policy = named("\"by-post\", \"note\"");
  REQUIRE(policy);
  CHECK(policy->find("worker")->sends_in ==
        std::vector{domain::SentInKind::ByPost, domain::SentInKind::Note});
  for (const auto& [kinds, says] : {std::pair{"\"gossip\"", "nothing that a role sends in"},
                                    {"\"child-words\"", "nothing that a role sends in"},
                                    {"\"note\", \"note\"", "twice"}}) {
    const auto wrong = named(kinds);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().message.find(says) != std::string::npos);
  }
}

TEST_CASE("what is to be kept apart is kept apart over several roles too") {
  const auto policy =
      parse_policy(std::string(small) +
                       "[[role]]\ncode = \"clerk\"\ntitle = \"Clerk\"\nwords = \"C.\"\n"
                       "at = [\"service\"]\ntold = [\"worker\"]\nin_organisation = "
                       "[\"manage-people\"]\n",
                   "roles.toml");
  REQUIRE(policy);
  CHECK_FALSE(policy->why_apart({"worker"}).has_value());
  CHECK_FALSE(policy->why_apart({"clerk"}).has_value());
  CHECK(policy->why_apart({"worker", "clerk"}) == "Not both.");
}

TEST_CASE("the policy that ships is read") {
  const auto policy = read_policy(std::string(NORTHLIGHT_SOURCE_DIR) + "/policy/roles.toml");
  if (!policy) FAIL(policy.error().where << ": " << policy.error().message);
  CHECK(policy->roles().size() == 18);
}

TEST_CASE("a policy that is not there is named") {
  const auto policy = read_policy("/nowhere/roles.toml");
  REQUIRE_FALSE(policy);
  CHECK(policy.error().code == ErrorCode::NotFound);
  CHECK(policy.error().where == "/nowhere/roles.toml");
}

}  // namespace northlight::accounts
