#include "web/views/news_words.hpp"

#include <algorithm>
#include <array>

#include "accounts/acts.hpp"
#include "base/date.hpp"

namespace northlight::web::views {
namespace {

std::string called_by_name(const AuditNames& names, const std::string& id) {
  const auto at = names.people.find(id);
  return at == names.people.end() ? "somebody who is not here any more" : at->second;
}

std::string day_in_words(const std::string& value) {
  const auto day = parse_date(value);
  return day ? words(*day) : value;
}

/// Who lends what to whom, until when, as the one who reads it stands to it.
std::string cover_in_words(const accounts::ActParts& act, const NewsOf& of,
                           const AuditNames& names) {
  const auto lends = act.fact("absent");
  const auto days = " from " + day_in_words(act.fact("from")) + " to the end of " +
                    day_in_words(act.fact("last-day"));
  if (of.about == of.reader)
    return "You cover for " + called_by_name(names, lends) + days +
           ". For that time you see their cases and those of their teams, as far as your role "
           "allows it";
  const auto covers = called_by_name(names, of.about);
  if (lends == of.reader)
    return covers + " covers for you" + days +
           ". For that time they see your cases and those of your teams, as far as their role "
           "allows it";
  return covers + " covers for " + called_by_name(names, lends) + days +
         ", and sees their cases and those of their teams for that time";
}

/// One act: to whoever it was done to, and of somebody else, whose name stands before the second.
struct NewsWords {
  std::string_view code;
  std::string_view yours;
  std::string_view theirs;
};
constexpr std::array all_news{
    NewsWords{"second-factor-forgotten",
              "Your second factor was reset. You set up an authenticator app again when you next "
              "sign in",
              "had their second factor reset: whoever signs in as them next sets up another"},
    NewsWords{"set-up-link-made",
              "A link was made that sets a new password for your account. Whoever opens it first "
              "can sign in as you",
              "had a link made that sets a new password for their account: whoever opens it first "
              "can sign in as them"},
    NewsWords{"person-add", "You were added", "was added"},
    NewsWords{"role-given", "You were given a role", "was given a role"},
    NewsWords{"role-ended", "One of your roles was ended", "had a role ended"},
    NewsWords{"team-changed", "You were moved to another team", "was moved to another team"},
    NewsWords{"person-leave", "It was recorded that you leave", "was recorded as leaving"},
};

}  // namespace

std::string news_in_words(std::string_view text, const NewsOf& of, const AuditNames& names) {
  const auto act = accounts::parts_of_act(text);
  if (act.code == "cover-arranged") return cover_in_words(act, of, names);
  const auto at = std::ranges::find(all_news, act.code, &NewsWords::code);
  if (at == all_news.end()) return shown_action(text, names);
  auto said = of.about == of.reader
                  ? std::string(at->yours)
                  : called_by_name(names, of.about) + " " + std::string(at->theirs);
  const auto facts = facts_in_words(act, names);
  return facts.empty() ? said : said + ": " + facts;
}

}  // namespace northlight::web::views
