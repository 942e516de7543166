#include "store/find_services.hpp"

#include <algorithm>

#include "store/conditions.hpp"
#include "store/name_keys.hpp"

namespace northlight::store {
namespace {

constexpr std::size_t most_service_keys = 60;
constexpr std::string_view trigram = "trigram";

struct Candidate {
  std::string slug;
  std::string name;
  double likeness = 0;
};

}  // namespace

Result<std::vector<std::string>> find_services(Session& session, std::string_view typed) {
  auto keys = trigrams_of(typed);
  if (keys.empty()) return std::vector<std::string>{};
  keys.resize(std::min(keys.size(), most_service_keys));
  Conditions conditions;
  conditions.equals("k.kind", "kind", trigram);
  conditions.any_of("k.key", "key", keys);
  NL_TRY(candidates,
         (session.rows<std::string, std::string>(
             "select s.slug, s.name from name_key k join service s on s.slug = k.service_slug" +
                 conditions.sql() +
                 " group by s.slug, s.name order by count(*) desc, s.slug limit 200",
             conditions.bindings(), [&](std::string slug, std::string name) {
               const double how_like = likeness(typed, name);
               return Candidate{std::move(slug), std::move(name), how_like};
             })));
  std::erase_if(candidates, [](const Candidate& each) { return each.likeness < least_likeness; });
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.name < b.name;
  });
  std::vector<std::string> slugs;
  for (auto& candidate : candidates) slugs.push_back(std::move(candidate.slug));
  return slugs;
}

Status add_name_keys(Transaction& transaction, std::string_view slug, std::string_view name) {
  for (const auto& key : trigrams_of(name))
    NL_CHECK(transaction.run(
        "insert into name_key (kind, key, service_slug) values (:kind, :key, :slug) "
        "on conflict do nothing",
        {{"kind", trigram}, {"key", key}, {"slug", slug}}));
  return done();
}

}  // namespace northlight::store
