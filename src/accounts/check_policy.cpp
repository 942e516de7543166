#include "accounts/check_policy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "accounts/told_of.hpp"

namespace northlight::accounts {
namespace {

using domain::Action;
using domain::Relation;

/// Where the action stands in the file, for the message.
struct Place {
  Action action;
  const Permission& permission;
  const Permission& find;
  std::string_view table;  ///< "may" or "walled"
};

std::string_view organisation_of(Relation relation) {
  switch (relation) {
    case Relation::OwnCase:
    case Relation::TeamCase:
    case Relation::ServiceCase:
      return "service";
    case Relation::Sampled:
      return "inspectorate";
    case Relation::Invited:
    case Relation::Themself:
    case Relation::Parent:
    case Relation::None:
      return "";
  }
  return "";
}

bool fits(const Role& role, Relation relation) {
  const bool of_link = relation == Relation::Themself || relation == Relation::Parent;
  if (of_link != role.by_link) return false;
  const auto kind = organisation_of(relation);
  return kind.empty() || std::ranges::find(role.at, kind) != role.at.end();
}

void check_relation(const Role& role, const Place& at, Relation relation, TomlFields& fields) {
  const bool may = at.permission.may.has(relation);
  const bool with_reason = at.permission.with_reason.has(relation);
  if (!may && !with_reason) return;
  const auto name = fmt::format("\"{}\" for \"{}\"", code(at.action), code(relation));
  if (may && with_reason)
    fields.refuse(at.table, fmt::format("{} is allowed both at once and with a reason. Take one "
                                        "out.",
                                        name));
  if (with_reason && organisation_of(relation) != "service")
    fields.refuse(at.table, fmt::format("{} asks for a reason. Reasons open files within one's own "
                                        "service only.",
                                        name));
  if (!fits(role, relation))
    fields.refuse(at.table, fmt::format("{}: nobody of this role ever stands so to a file. Take it "
                                        "out.",
                                        name));
  if (!at.find.may.has(relation))
    fields.refuse(at.table, fmt::format("{}: who may do that must also find the file. Add the "
                                        "relation to \"find-file\".",
                                        name));
}

/// Of the same service: who is closer may do at least as much.
void check_closeness(const Place& at, TomlFields& fields) {
  static constexpr std::array from_far{Relation::ServiceCase, Relation::TeamCase,
                                       Relation::OwnCase};
  for (std::size_t i = 1; i < from_far.size(); ++i) {
    const bool farther = at.permission.may.has(from_far.at(i - 1));
    const bool closer = at.permission.may.has(from_far.at(i));
    const bool farther_somehow = farther || at.permission.with_reason.has(from_far.at(i - 1));
    const bool closer_somehow = closer || at.permission.with_reason.has(from_far.at(i));
    if ((farther && !closer) || (farther_somehow && !closer_somehow))
      fields.refuse(at.table,
                    fmt::format("\"{}\" allows more for \"{}\" than for \"{}\", which is "
                                "closer. Add the closer relation too.",
                                code(at.action), code(from_far.at(i - 1)), code(from_far.at(i))));
  }
}

void check_table(const Role& role, const Permissions& permissions, std::string_view table,
                 TomlFields& fields) {
  const auto& find = permissions[static_cast<std::size_t>(Action::FindFile)];
  if (!find.with_reason.empty())
    fields.refuse(table,
                  "Finding a file cannot ask for a reason: nobody can give one for what "
                  "they do not know of.");
  for (std::size_t i = 0; i < domain::action_count; ++i) {
    const Place at{static_cast<Action>(i), permissions.at(i), find, table};
    for (std::size_t r = 0; r < domain::relation_count; ++r)
      check_relation(role, at, static_cast<Relation>(r), fields);
    check_closeness(at, fields);
  }
}

bool asks_for_reasons(const Role& role) {
  const auto any = [](const Permissions& permissions) {
    return std::ranges::any_of(
        permissions, [](const Permission& permission) { return !permission.with_reason.empty(); });
  };
  return any(role.children) || any(role.victims);
}

}  // namespace

void check_role(const Role& role, TomlFields& fields) {
  if (role.anywhere().empty())
    fields.refuse("", "This role can do nothing. Give it something to do or take it out.");
  check_table(role, role.children, "may", fields);
  check_table(role, role.victims, "walled", fields);
  if (changes_what_others_see(role) && role.told.empty())
    fields.refuse("told",
                  "This role manages people or arranges cover. Say which roles are told of it.");
  if (asks_for_reasons(role) && role.told.empty())
    fields.refuse("told", "This role opens files for a reason. Say which roles are told of it.");
  const bool contributes = role.anywhere().has(Action::Contribute);
  if (contributes && role.sends_in.empty())
    fields.refuse(
        "sends_in",
        "This role sends things into files. Say what they are, for what is hidden of them "
        "when somebody is given what is held on them hangs on that.");
  if (!contributes && !role.sends_in.empty())
    fields.refuse("sends_in", "This role may not contribute to any file. Take this out.");
  if (role.by_link) {
    for (const auto action : {Action::ReadFile, Action::Disclose, Action::PrepareSubjectAccess,
                              Action::ReleaseSubjectAccess})
      if (role.anywhere().has(action))
        fields.refuse("may", fmt::format("\"{}\" is for people who work there. What a child or a "
                                         "parent asks for is answered by a person.",
                                         code(action)));
    if (!role.in_organisation.empty())
      fields.refuse("in_organisation", "Who comes by a link does nothing in an organisation.");
  }
}

}  // namespace northlight::accounts
