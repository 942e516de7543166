#include "accounts/acts.hpp"
#include "accounts/policy.hpp"
#include "accounts/sign_in.hpp"
#include "base/text.hpp"
#include "cli/find_keys.hpp"
#include "cli/open_database.hpp"
#include "cli/people_commands.hpp"
#include "cli/people_parts.hpp"

namespace northlight::cli {
namespace {

using store::Transaction;

Result<store::Organisation> found_or_added(Transaction& transaction,
                                           const PersonAddOptions& options, platform::Instant now) {
  auto found = organisation_named(transaction, options.organisation);
  if (found || found.error().code != ErrorCode::NotFound || !options.kind) return found;
  NL_TRY(kind, kind_of(*options.kind));
  NL_TRY(id, accounts::add_organisation(transaction, {.at = now}, kind, options.organisation,
                                        short_name_of(options.organisation)));
  NL_CHECK(note(transaction, now, id, "organisation-add", std::nullopt));
  return organisation_named(transaction, options.organisation);
}

Result<std::optional<domain::TeamId>> team_of(Transaction& transaction,
                                              const PersonAddOptions& options,
                                              domain::OrganisationId organisation,
                                              platform::Instant now) {
  if (!options.team) return std::optional<domain::TeamId>{};
  NL_TRY(teams, store::teams_of(transaction, organisation));
  for (const auto& team : teams)
    if (team.name == *options.team) return std::optional(team.id);
  NL_TRY(added, accounts::add_team(transaction, organisation, *options.team));
  NL_CHECK(note(transaction, now, organisation, accounts::act("team-add", {{"team", added.text()}}),
                std::nullopt));
  return std::optional(added);
}

}  // namespace

ExitStatus person_add(const PersonAddOptions& options, const DataFolders& data, Streams& streams) {
  const auto policy = accounts::read_policy(data.policy() / "roles.toml");
  if (!policy) return say_error(streams, policy.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto keys = find_keys(options.keys, (*database)->url());
  if (!keys && (options.keys || keys.error().code != ErrorCode::NotFound))
    return say_error(streams, keys.error());
  const auto now = platform::SystemClock().now();
  struct Added {
    std::string organisation;
    std::optional<std::string> link{};
  };
  const auto added = (*database)->write([&](Transaction& transaction) -> Result<Added> {
    NL_TRY(organisation, found_or_added(transaction, options, now));
    NL_TRY(team, team_of(transaction, options, organisation.id, now));
    const accounts::NewRole role{.role = options.role,
                                 .organisation = organisation.id,
                                 .team = team,
                                 .from = platform::day_in_london(now)};
    NL_TRY(person, accounts::join(
                       transaction, *policy, {.at = now},
                       {.name = options.name, .sign_in_name = options.sign_in_name, .role = role}));
    NL_CHECK(
        note(transaction, now, organisation.id, accounts::act_of_role("person-add", role), person));
    if (!keys) return Added{organisation.name};
    NL_TRY(link, accounts::make_setup_link(transaction, *keys, person, now));
    NL_CHECK(note(transaction, now, organisation.id, "set-up-link-made", person));
    return Added{organisation.name, link};
  });
  if (!added) return say_error(streams, as_typed_here(added.error()));
  streams.words << "Added " << trim(options.name) << " to " << added->organisation << " as "
                << lower(policy->title(options.role)) << ".\n";
  if (const auto& link = added->link)
    say_link(streams, options.base_url, *link);
  else
    streams.words << "There is no key file yet: make one (northlight keys make), then a link by "
                     "which they choose a password (northlight person link).\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
