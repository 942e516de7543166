#include <map>

#include "accounts/policy.hpp"
#include "base/json.hpp"
#include "cli/open_database.hpp"
#include "cli/people_commands.hpp"
#include "cli/people_parts.hpp"

namespace northlight::cli {
namespace {

struct Listed {
  store::Person person;
  std::vector<store::RoleRow> roles;
};

Result<std::vector<Listed>> people_in(store::Session& session,
                                      const store::Organisation& organisation, Date today) {
  NL_TRY(people, store::people_of(session, organisation.id, today, store::Leavers::With));
  std::vector<Listed> all;
  for (auto& person : people) {
    NL_TRY(roles, store::roles_of(session, person.id));
    std::erase_if(roles, [&](const auto& each) { return each.organisation != organisation.id; });
    all.push_back({std::move(person), std::move(roles)});
  }
  return all;
}

Json as_json(const Listed& listed) {
  Json roles = Json::array();
  for (const auto& role : listed.roles)
    roles.add(Json::object({{"role", role.role},
                            {"from", iso(role.from)},
                            {"until", role.until ? Json(iso(*role.until)) : Json()}}));
  const auto& person = listed.person;
  return Json::object({{"id", person.id.text()},
                       {"name", person.name},
                       {"sign_in_name", person.sign_in_name},
                       {"joined", iso(person.joined_on)},
                       {"left", person.left_on ? Json(iso(*person.left_on)) : Json()},
                       {"roles", std::move(roles)}});
}

void say(const Listed& listed, const accounts::Policy& policy, std::ostream& out) {
  out << listed.person.name;
  if (listed.person.sign_in_name) out << " <" << *listed.person.sign_in_name << ">";
  if (listed.person.left_on) out << ", left on " << words(*listed.person.left_on);
  out << '\n';
  for (const auto& role : listed.roles) {
    out << "  " << policy.title(role.role) << " from " << words(role.from);
    if (role.until) out << " to " << words(*role.until);
    out << '\n';
  }
}

}  // namespace

ExitStatus person_list(const PersonListOptions& options, const DataFolders& data,
                       Streams& streams) {
  const auto policy = accounts::read_policy(data.policy() / "roles.toml");
  if (!policy) return say_error(streams, policy.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto now = platform::SystemClock().now();
  const auto today = platform::day_in_london(now);
  const auto people =
      (*database)->write([&](store::Transaction& transaction) -> Result<std::vector<Listed>> {
        NL_TRY(organisation, organisation_named(transaction, options.organisation));
        NL_CHECK(store::append_audit(transaction, {.service = organisation.id,
                                                   .at = now,
                                                   .organisation = organisation.id,
                                                   .action = "people-listed",
                                                   .source = std::string(from_here)}));
        return people_in(transaction, organisation, today);
      });
  if (!people) return say_error(streams, people.error());
  if (options.format == Format::Json) {
    Json all = Json::array();
    for (const auto& each : *people) all.add(as_json(each));
    streams.data << all.text() << '\n';
    return ExitStatus::Done;
  }
  for (const auto& each : *people) say(each, *policy, streams.data);
  return ExitStatus::Done;
}

}  // namespace northlight::cli
