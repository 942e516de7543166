#include "web/views/news_words.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::web::views;

namespace {

const AuditNames names{.people = {{"P1", "Robin Invented"}, {"P2", "Sorrel Invented"}},
                       .teams = {{"T1", "North"}},
                       .roles = {{"practitioner", "Practitioner"}}};
const char* const cover = "cover-arranged:absent=P1;from=2026-11-22;last-day=2026-12-01";

bool begins(const std::string& text, std::string_view with) { return text.starts_with(with); }

}  // namespace

TEST_CASE("cover is told to each in their own place: who covers, who is away, who answers for it") {
  CHECK(begins(news_in_words(cover, {.about = "P2", .reader = "P2"}, names),
               "You cover for Robin Invented from 22 November 2026 to the end of 1 December 2026. "
               "For that time you see their cases"));
  CHECK(begins(news_in_words(cover, {.about = "P2", .reader = "P1"}, names),
               "Sorrel Invented covers for you from 22 November 2026 to the end of 1 December "
               "2026. For that time they see your cases"));
  CHECK(begins(news_in_words(cover, {.about = "P2", .reader = "P3"}, names),
               "Sorrel Invented covers for Robin Invented from 22 November 2026"));
}

TEST_CASE("what was done to an account is told to whose it is, and by name to others") {
  const auto given = "role-given:role=practitioner;team=T1;from=2026-11-22";
  CHECK(news_in_words(given, {.about = "P1", .reader = "P1"}, names) ==
        "You were given a role: practitioner, in North, from 22 November 2026");
  CHECK(begins(news_in_words("second-factor-forgotten", {.about = "P1", .reader = "P1"}, names),
               "Your second factor was reset"));
  CHECK(news_in_words("person-add:role=practitioner;from=2026-11-22",
                      {.about = "P1", .reader = "P2"},
                      names) == "Robin Invented was added: practitioner, from 22 November 2026");
  CHECK(begins(news_in_words("set-up-link-made", {.about = "P1", .reader = "P2"}, names),
               "Robin Invented had a link made that sets a new password"));
}

TEST_CASE("nobody is told in the words of the auditor's log of what they are told of") {
  for (const auto* const code :
       {"second-factor-forgotten", "set-up-link-made", "role-given", "role-ended", "team-changed",
        "person-leave", "person-add", "cover-arranged"}) {
    CAPTURE(code);
    CHECK(news_in_words(code, {.about = "P1", .reader = "P1"}, names).find(shown_action(code)) ==
          std::string::npos);
  }
}
