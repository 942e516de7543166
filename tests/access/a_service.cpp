#include "tests/access/a_service.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "platform/random.hpp"

namespace northlight::testing {

using accounts::Hand;

const accounts::Policy& shipped_policy() {
  static const auto policy =
      accounts::read_policy(std::string(NORTHLIGHT_SOURCE_DIR) + "/policy/roles.toml");
  if (!policy) throw std::runtime_error(policy.error().where + ": " + policy.error().message);
  return *policy;
}

Date day(std::string_view text) { return *parse_date(text); }

platform::Instant noon(std::string_view text) {
  return *platform::parse_instant(std::string(text) + "T12:00:00.000Z");
}

void AService::stop(const Error& error) {
  throw std::runtime_error(error.message + " (" + error.where + ")");
}

AService::AService(store::Engine engine)
    : fresh(std::make_unique<FreshDatabase>(engine)),
      database(fresh->open_migrated()),
      gate(std::make_unique<accounts::Gate>(*database, shipped_policy())) {
  using enum store::OrganisationKind;
  const Hand hand{.at = noon("2026-01-05")};
  for (const auto& [kind, slug] : {std::pair{Service, "service"},
                                   {Service, "elsewhere"},
                                   {Partner, "partner"},
                                   {Inspectorate, "inspectorate"}})
    organisations_.emplace_back(slug, write([&](store::Transaction& transaction) {
                                  return accounts::add_organisation(transaction, hand, kind, slug,
                                                                    slug);
                                }));
  for (const auto* const name : {"North", "South"})
    teams_.emplace_back(name, write([&](store::Transaction& transaction) {
                          return accounts::add_team(transaction, organisation("service"), name);
                        }));
  founder_ = person("business-support");
}

domain::OrganisationId AService::organisation(std::string_view slug) const {
  for (const auto& [name, id] : organisations_)
    if (name == slug) return id;
  throw std::logic_error("no such organisation");
}

domain::TeamId AService::team(std::string_view wanted) const {
  for (const auto& [name, id] : teams_)
    if (name == wanted) return id;
  throw std::logic_error("no such team");
}

domain::PersonId AService::person(std::string_view role, std::string_view in_team,
                                  std::string_view where) {
  return write([&](store::Transaction& transaction) {
    accounts::NewPerson joiner{
        .name = "Person " + std::to_string(++count_),
        .sign_in_name = "person" + std::to_string(count_) + "@service.example",
        .role = {std::string(role), organisation(where), std::nullopt, day("2026-01-05"),
                 std::nullopt}};
    if (!in_team.empty()) joiner.role.team = team(in_team);
    return accounts::join(transaction, shipped_policy(), {.at = now}, joiner);
  });
}

accounts::Asker AService::asker(domain::PersonId person) const {
  auto found = database->read([&](store::Session& session) {
    return accounts::load_asker(session, person, now, "192.0.2.7", "request");
  });
  if (!found) stop(found.error());
  return *std::move(found);
}

std::string AService::address(domain::PersonId person) const {
  const auto found =
      database->read([&](store::Session& session) { return store::person(session, person); });
  if (!found) stop(found.error());
  return found->value().sign_in_name.value();
}

domain::FileId AService::child(std::string_view family_name, std::string_view in_team,
                               std::optional<domain::PersonId> worker) {
  auto added =
      casework::add_child(*gate, asker(*founder_), organisation("service"),
                          {.family_name = std::string(family_name), .given_names = "Invented"},
                          {.kind = domain::CaseKind::Court,
                           .opened_on = platform::day_in_london(now),
                           .worker = {team(in_team), worker}});
  if (!added) stop(added.error());
  return *added;
}

domain::CaseId AService::case_of(domain::FileId file) {
  auto id = database->read([&](store::Session& session) {
    return session.value<std::string>("select id from child_case where file_id = :file",
                                      {{"file", file.text()}});
  });
  if (!id) stop(id.error());
  return *domain::CaseId::parse(*id);
}

std::vector<AService::Line> AService::trail() const {
  auto lines = database->read([&](store::Session& session) {
    return session.rows<std::string, std::string, std::string, std::optional<std::string>,
                        std::optional<std::string>, std::string>(
        "select action, outcome, role, file_id, justification, listed from audit_entry "
        "order by chain, number",
        {},
        [](std::string action, std::string outcome, std::string role,
           std::optional<std::string> file, std::optional<std::string> why, std::string listed) {
          return Line{std::move(action), std::move(outcome), std::move(role),
                      std::move(file),   std::move(why),     std::move(listed)};
        });
  });
  if (!lines) stop(lines.error());
  return *std::move(lines);
}

}  // namespace northlight::testing
