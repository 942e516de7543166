#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/access_watch.hpp"
#include "accounts/policy.hpp"
#include "base/date.hpp"
#include "casework/people.hpp"
#include "html/html.hpp"
#include "html/url.hpp"
#include "web/views/layout.hpp"

/// The pages about who works in an organisation: lists, one person, and the forms that change them.
namespace northlight::web::views {

/// What every page about people needs besides its own.
struct PeopleFrame {
  const accounts::Policy& policy;
  std::string form_token;
  bool may_manage = false;
  bool may_cover = false;
  bool may_explain = false;
};

/// What was wrong with what was typed: a message and the field that it belongs to.
struct Wrong {
  std::string field{};
  std::string message{};

  bool empty() const { return message.empty(); }
};

/// A day as it was typed.
struct TypedDay {
  std::string day{};
  std::string month{};
  std::string year{};

  static TypedDay of(Date date);
};

struct PeopleListModel {
  casework::PeopleList list;
  casework::PeopleFilter filter;
};
html::Html people_page(const Shell& shell, const PeopleFrame& frame, const PeopleListModel& model);

/// Somebody joins, or is given another role.
struct RoleForm {
  casework::Workplace workplace;
  std::optional<store::Person> person{};  ///< Empty: somebody new, with a name and an address.
  std::string name{};
  std::string sign_in_name{};
  std::string role{};
  std::string team{};
  TypedDay from{};
  Wrong wrong{};
};
html::Html role_form_page(const Shell& shell, const PeopleFrame& frame, const RoleForm& form);

/// The link that sets an account up; shown this once.
struct SetUpLinkShown {
  domain::PersonId person;
  std::string name;
  std::string address;  ///< Whole, to be copied.
  bool is_new = false;  ///< They have just been added.
};
html::Html set_up_link_page(const Shell& shell, const PeopleFrame& frame,
                            const SetUpLinkShown& shown);

struct PersonModel {
  casework::PersonPage page;
  Date today;
  bool is_oneself = false;
  std::string done{};  ///< A sentence of what was just done; empty when nothing was.
};
html::Html person_page(const Shell& shell, const PeopleFrame& frame, const PersonModel& model);

/// A role ends, or somebody leaves: the last day is asked for.
struct LastDayForm {
  store::Person person;
  std::optional<store::RoleRow> role{};  ///< Empty: they leave altogether.
  std::string place{};                   ///< "North, Hollowbeck Youth Justice Service"
  std::size_t cases = 0;                 ///< That are theirs, when they leave.
  TypedDay last_day{};
  Wrong wrong{};
};
html::Html last_day_page(const Shell& shell, const PeopleFrame& frame, const LastDayForm& form);

/// A role goes on in another team.
struct MoveForm {
  casework::Workplace workplace;
  store::Person person;
  store::RoleRow role;
  std::string team{};
  std::string cases{};  ///< "go" or "stay".
  TypedDay from{};
  Wrong wrong{};
};
html::Html move_team_page(const Shell& shell, const PeopleFrame& frame, const MoveForm& form);

/// Who left, and what somebody must now take on.
struct LeftModel {
  store::Person person;
  Date last_day;
  std::size_t to_allocate = 0;
  std::size_t named_alone = 0;
};
html::Html left_page(const Shell& shell, const PeopleFrame& frame, const LeftModel& model);

struct CoverForm {
  store::Person absent;
  std::vector<store::Person> colleagues;
  std::string covering{};
  std::string reason{};
  TypedDay from{};
  TypedDay until{};
  Wrong wrong{};
};
html::Html cover_page(const Shell& shell, const PeopleFrame& frame, const CoverForm& form);

/// Before a second factor is taken away from somebody who lost it.
html::Html reset_factor_page(const Shell& shell, const PeopleFrame& frame,
                             const store::Person& person);

html::Html sight_page(const Shell& shell, const PeopleFrame& frame,
                      const casework::Explained& explained);

struct TeamsModel {
  casework::Workplace workplace;
  std::string name{};
  Wrong wrong{};
};
html::Html teams_page(const Shell& shell, const PeopleFrame& frame, const TeamsModel& model);

/// Another name for a team.
struct TeamNameForm {
  store::Team team;
  std::string name{};
  Wrong wrong{};
};
html::Html team_name_page(const Shell& shell, const PeopleFrame& frame, const TeamNameForm& form);

/// Every role in words, from policy/roles.toml.
html::Html roles_page(const Shell& shell, const PeopleFrame& frame);

/// A provider that people sign in through, as the settings show it.
struct ProviderInUse {
  std::string name;
  std::string issuer;
  bool second_factor = false;
  bool by_email = false;
  std::size_t roles = 0;
};
struct SettingsModel {
  store::Organisation organisation;
  const accounts::AccessWatch& watch;
  std::vector<ProviderInUse> providers;
};
html::Html settings_page(const Shell& shell, const PeopleFrame& frame, const SettingsModel& model);

}  // namespace northlight::web::views
