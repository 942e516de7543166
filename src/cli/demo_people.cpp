#include "cli/demo_people.hpp"

#include <array>
#include <map>
#include <string_view>

#include "accounts/load_asker.hpp"
#include "accounts/people.hpp"
#include "accounts/sign_in.hpp"
#include "base/text.hpp"
#include "platform/crypto.hpp"

namespace northlight::cli {
namespace {

using store::OrganisationKind;
using store::Transaction;

// Names of trees, waters and birds: nobody bears them.
constexpr std::array<std::string_view, 20> names{
    "Alder Brooksby",  "Bramble Fennick",    "Cedar Marshlow",    "Dunlin Weirson",
    "Elder Thornbeck", "Fern Holloway-Moss", "Gorse Tarnley",     "Hazel Pikehurst",
    "Iris Sedgemoor",  "Juniper Crakehill",  "Kestrel Loamfield", "Linnet Bywater",
    "Maple Stonechat", "Nettle Farrowdale",  "Osier Greylag",     "Plover Ashcombe",
    "Quince Wrenfold", "Rowan Heronsgate",   "Sorrel Dipperton",  "Teasel Merganby"};

constexpr std::array<std::string_view, 20> password_words{
    "kettle",  "lantern", "barley",  "thimble", "harbour", "pebble", "saddle",
    "orchard", "velvet",  "copper",  "meadow",  "button",  "candle", "ribbon",
    "gravel",  "walnut",  "feather", "anchor",  "basket",  "marble"};

struct Place {
  OrganisationKind kind;
  std::string_view slug;
  std::string_view name;
  std::string_view team;
};
constexpr std::array<Place, 3> places{
    {{OrganisationKind::Service, "hollowbeck", "Hollowbeck Youth Justice Service", "North team"},
     {OrganisationKind::Partner, "fernside", "Fernside School Partnership", ""},
     {OrganisationKind::Inspectorate, "inspectorate", "Demonstration Inspectorate", ""}}};

struct PlacesMade {
  std::map<OrganisationKind, domain::OrganisationId> organisations;
  std::map<OrganisationKind, domain::TeamId> teams;
};

Result<PlacesMade> add_places(Transaction& transaction, const accounts::Hand& hand) {
  PlacesMade made;
  for (const auto& place : places) {
    NL_TRY(organisation,
           accounts::add_organisation(transaction, hand, place.kind, place.name, place.slug));
    made.organisations.emplace(place.kind, organisation);
    if (place.team.empty()) continue;
    NL_TRY(team, accounts::add_team(transaction, organisation, place.team));
    made.teams.emplace(place.kind, team);
  }
  return made;
}

const Place* place_of(const accounts::Role& role) {
  for (const auto& place : places)
    for (const auto& at : role.at)
      if (at == store::code(place.kind)) return &place;
  return nullptr;
}

/// Known to all, and the same each time: of a demonstration alone.
web::DemoPerson invented(std::size_t i, const accounts::Role& role, const Place& place) {
  const std::string name(names[i % names.size()]);
  const auto first = lower(name.substr(0, name.find(' ')));
  web::DemoPerson person{.name = name,
                         .role = role.title,
                         .organisation = std::string(place.name),
                         .sign_in_name = first + "@" + std::string(place.slug) + ".example",
                         .password = std::string(password_words[i % password_words.size()]) + " " +
                                     std::string(password_words[(i + 7) % password_words.size()]) +
                                     " " +
                                     std::string(password_words[(i + 13) % password_words.size()])};
  const auto digest = platform::digest("demonstration:" + person.sign_in_name);
  person.seed.assign(digest.begin(), digest.begin() + 20);
  return person;
}

}  // namespace

Result<std::vector<web::DemoPerson>> add_demo_people(store::Database& database,
                                                     const accounts::Policy& policy,
                                                     const platform::Keys& keys,
                                                     platform::PasswordHasher& hasher,
                                                     platform::Instant now) {
  struct Joiner {
    web::DemoPerson person;
    std::string role;
    OrganisationKind kind;
    std::string hash;
  };
  std::vector<Joiner> joiners;
  for (const auto& role : policy.roles()) {
    const auto* place = place_of(role);
    if (role.by_link || place == nullptr) continue;
    auto person = invented(joiners.size(), role, *place);
    NL_TRY(hash, hasher.hash(person.password));
    joiners.push_back({std::move(person), role.code, place->kind, std::move(hash)});
  }
  return database.write([&](Transaction& transaction) -> Result<std::vector<web::DemoPerson>> {
    const accounts::Hand hand{.person = {}, .at = now};
    NL_TRY(made, add_places(transaction, hand));
    std::vector<web::DemoPerson> people;
    for (const auto& joiner : joiners) {
      accounts::NewRole role{.role = joiner.role,
                             .organisation = made.organisations.at(joiner.kind),
                             .from = demo_roles_from};
      if (made.teams.contains(joiner.kind)) role.team = made.teams.at(joiner.kind);
      NL_TRY(id, accounts::join(transaction, policy, hand,
                                {.name = joiner.person.name,
                                 .sign_in_name = joiner.person.sign_in_name,
                                 .role = std::move(role)}));
      NL_CHECK(accounts::set_password(transaction, id, joiner.hash, now));
      NL_CHECK(accounts::set_one_time_seed(transaction, keys, id, joiner.person.seed, now));
      people.push_back(joiner.person);
    }
    return people;
  });
}

Result<accounts::Asker> demo_holder(store::Database& database, std::string_view role,
                                    domain::OrganisationId organisation, platform::Instant now) {
  return database.read([&](store::Session& session) -> Result<accounts::Asker> {
    NL_TRY(held, store::holders_of_role(session, organisation, role, platform::day_in_london(now)));
    if (held.empty())
      return Error{ErrorCode::NotFound, "The demonstration has nobody who is " + std::string(role)};
    return accounts::load_asker(session, held.front().person, now, "demonstration", "");
  });
}

}  // namespace northlight::cli
