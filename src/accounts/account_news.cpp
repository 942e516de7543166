#include "accounts/account_news.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "accounts/acts.hpp"
#include "accounts/told_of.hpp"
#include "store/account_changes.hpp"
#include "store/people.hpp"

namespace northlight::accounts {
namespace {

using domain::Action;
using domain::OrganisationId;
using domain::PersonId;
using store::Session;

/// What is done to one's own account, besides what lets another in.
constexpr std::array<std::string_view, 6> own_acts{"second-factor-forgotten",
                                                   "set-up-link-made",
                                                   "role-given",
                                                   "role-ended",
                                                   "team-changed",
                                                   "person-leave"};

/// After which somebody could sign in who could not before, or see more than before.
const std::vector<std::string_view> lets_in{"second-factor-forgotten", "set-up-link-made",
                                            "person-add", "role-given"};

NewsItem item_of(const store::AccountChange& change) {
  return {change.at, change.by, change.about, change.action};
}

NewsItem item_of(const store::ArrangedCover& arranged) {
  return {arranged.at, arranged.by, arranged.cover.covering,
          act_of_cover("cover-arranged", arranged.cover.absent, arranged.cover.from,
                       arranged.cover.until)};
}

void sort(std::vector<NewsItem>& items) {
  std::ranges::stable_sort(items, std::ranges::greater{}, &NewsItem::at);
}

/// The places where somebody of such a role may be told of what another did.
std::vector<OrganisationId> where_told(const Policy& policy, const Asker& asker) {
  std::vector<OrganisationId> found;
  const auto is_told = [&](const std::string& code) {
    return std::ranges::any_of(policy.roles(), [&](const Role& role) {
      return changes_what_others_see(role) && std::ranges::find(role.told, code) != role.told.end();
    });
  };
  for (const auto& held : asker.roles)
    if (is_told(held.role) && std::ranges::find(found, held.organisation) == found.end())
      found.push_back(held.organisation);
  return found;
}

enum class Whom {
  FirstRole,  ///< Those of the first role in the list `told` that anybody else holds.
  AllRoles,   ///< Of each: whoever lets people in could fill one of them with people of their own.
};

/// Whether the asker is told of what this person did in these roles; from the command line, as of
/// what anybody did who manages people.
class Told {
 public:
  Told(Session& session, const Policy& policy, const Asker& asker, OrganisationId organisation)
      : session_(session), policy_(policy), asker_(asker), organisation_(organisation) {}

  Result<bool> of(const std::optional<PersonId>& by, Whom whom) {
    if (by == asker_.person) return false;
    for (const auto& role : policy_.roles()) {
      if (!changes_what_others_see(role)) continue;
      NL_TRY(holders, holders_of(role.code));
      if (by && std::ranges::none_of(holders, [&](const auto& each) { return each.person == *by; }))
        continue;
      if (whom == Whom::AllRoles) {
        if (is_named_by(role)) return true;
        continue;
      }
      NL_TRY(told, who_is_told_there(role, by));
      if (told) return true;
    }
    return false;
  }

 private:
  bool is_named_by(const Role& role) const {
    return std::ranges::any_of(asker_.roles, [&](const RoleHeld& held) {
      return held.organisation == organisation_ &&
             std::ranges::find(role.told, held.role) != role.told.end();
    });
  }
  Result<bool> who_is_told_there(const Role& role, const std::optional<PersonId>& by) {
    RoleHeld held{.role = role.code, .organisation = organisation_};
    NL_TRY(told, who_is_told(session_, policy_, by, held, platform::day_in_london(asker_.at)));
    return told.contains(asker_.person);
  }
  Result<std::vector<store::RoleRow>> holders_of(const std::string& role) {
    return store::holders_of_role(session_, organisation_, role,
                                  platform::day_in_london(asker_.at));
  }

  Session& session_;
  const Policy& policy_;
  const Asker& asker_;
  OrganisationId organisation_;
};

Result<std::vector<NewsItem>> own_news(Session& session, const Asker& asker,
                                       platform::Instant since) {
  std::vector<NewsItem> items;
  NL_TRY(changes, store::changes_about(session, asker.person, since));
  for (const auto& change : changes)
    if (std::ranges::find(own_acts, parts_of_act(change.action).code) != own_acts.end())
      items.push_back(item_of(change));
  NL_TRY(covers, store::covers_concerning(session, asker.person, since));
  for (const auto& arranged : covers)
    if (arranged.by != asker.person) items.push_back(item_of(arranged));
  sort(items);
  return items;
}

Result<std::vector<NewsItem>> news_of_others(Session& session, const Policy& policy,
                                             const Asker& asker, OrganisationId organisation,
                                             platform::Instant since) {
  std::vector<NewsItem> items;
  Told told(session, policy, asker, organisation);
  NL_TRY(changes, store::changes_in(session, organisation, lets_in, since));
  for (const auto& change : changes) {
    if (change.about == asker.person) continue;
    NL_TRY(theirs, told.of(change.by, Whom::AllRoles));
    if (theirs) items.push_back(item_of(change));
  }
  NL_TRY(covers, store::covers_arranged(session, organisation, since));
  for (const auto& arranged : covers) {
    if (arranged.cover.absent == asker.person || arranged.cover.covering == asker.person) continue;
    NL_TRY(theirs, told.of(arranged.by, Whom::FirstRole));
    if (theirs) items.push_back(item_of(arranged));
  }
  return items;
}

Status name_everybody(Session& session, AccountNews& news) {
  std::vector<PersonId> people;
  std::vector<domain::TeamId> teams;
  for (const auto* items : {&news.own, &news.others})
    for (const auto& item : *items) {
      if (item.by) people.push_back(*item.by);
      people.push_back(item.about);
      const auto act = parts_of_act(item.act);
      for (const auto& person : people_in(act)) people.push_back(person);
      for (const auto& team : teams_in(act)) teams.push_back(team);
    }
  NL_TRY(names, store::names_of(session, people));
  NL_TRY(team_names, store::names_of(session, teams));
  news.people = std::move(names);
  news.teams = std::move(team_names);
  return done();
}

}  // namespace

Result<AccountNews> account_news(store::Database& database, Gate& gate, const Asker& asker) {
  const auto since = asker.at - std::chrono::days(gate.policy().days_told());
  AccountNews news;
  NL_TRY(own, database.read([&](Session& session) { return own_news(session, asker, since); }));
  news.own = std::move(own);
  for (const auto& organisation : where_told(gate.policy(), asker)) {
    NL_TRY(found, gate.read(asker, Action::SeePeople, organisation,
                            {.called = act("told-of-changes")}, [&](Session& session) {
                              return news_of_others(session, gate.policy(), asker, organisation,
                                                    since);
                            }));
    news.others.insert(news.others.end(), found.begin(), found.end());
  }
  sort(news.others);
  NL_CHECK(database.read([&](Session& session) { return name_everybody(session, news); }));
  return news;
}

}  // namespace northlight::accounts
