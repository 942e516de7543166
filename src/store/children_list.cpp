#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "store/children.hpp"
#include "store/in_scope.hpp"
#include "store/name_keys.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

constexpr std::size_t most_keys = 40;
constexpr std::int64_t most_candidates = 300;

constexpr std::string_view from_children =
    "select c.file_id, c.service_id, c.family_name, c.given_names, c.known_as, c.born_on, "
    "c.sort_name, f.restricted, f.held from child c join file f on f.id = c.file_id";

/// The rows of one part of a scope.
Status rows_of(Session& session, std::string_view sql, const std::vector<Bound>& bound,
               std::vector<ListedChild>& into) {
  Readable readable;
  NL_TRY(rows, readable.checked(session.rows<std::string, std::string, std::string, std::string,
                                             std::optional<std::string>, std::optional<std::string>,
                                             std::string, bool, bool>(
                   sql, bound,
                   [&](const std::string& file, const std::string& service, std::string family,
                       std::string given, std::optional<std::string> known_as,
                       const std::optional<std::string>& born, std::string sort, bool restricted,
                       bool held) {
                     return ListedChild{readable.id<domain::FileId>(file),
                                        readable.id<domain::OrganisationId>(service),
                                        Sensitive(std::move(family)),
                                        Sensitive(std::move(given)),
                                        Sensitive(std::move(known_as)),
                                        Sensitive(readable.date(born)),
                                        restricted,
                                        held,
                                        Sensitive(std::move(sort))};
                   })));
  into.insert(into.end(), std::make_move_iterator(rows.begin()),
              std::make_move_iterator(rows.end()));
  return done();
}

/// Each file once, in the order of lists.
void in_order(std::vector<ListedChild>& rows) {
  const auto place = [](const ListedChild& row) {
    return std::pair<std::string_view, const domain::FileId&>(row.sort_name.reveal(), row.file);
  };
  // As text orders ids: the alphabet of ids is in the order of its letters.
  std::ranges::sort(rows, {}, place);
  const auto twice = std::ranges::unique(rows, {}, &ListedChild::file);
  rows.erase(twice.begin(), twice.end());
}

}  // namespace

Result<std::vector<ListedChild>> children(Session& session, const ListGrant& grant,
                                          const std::optional<ListPlace>& after, std::size_t most) {
  const ScopeParts scope(grant.scope(), false);
  const auto after_file = after ? after->file.text() : std::string();
  std::vector<ListedChild> rows;
  for (const auto& part : scope.parts()) {
    auto sql = std::string(from_children) + part.where;
    auto bound = part.bound;
    if (after) {
      sql += " and (c.sort_name, c.file_id) > (:after_name, :after_file)";
      bound.push_back({"after_name", after->sort_name.reveal()});
      bound.push_back({"after_file", after_file});
    }
    sql += " order by c.sort_name, c.file_id limit :most";
    bound.push_back({"most", most});
    NL_CHECK(rows_of(session, sql, bound, rows));
  }
  in_order(rows);
  if (rows.size() > most) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
  return rows;
}

Result<std::optional<ListPlace>> place_of(Session& session, const ListGrant& grant,
                                          domain::FileId file) {
  const ScopeParts scope(grant.scope(), false);
  const auto text = file.text();
  std::vector<ListedChild> rows;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    bound.push_back({"file", text});
    NL_CHECK(rows_of(session, std::string(from_children) + part.where + " and c.file_id = :file",
                     bound, rows));
    if (!rows.empty()) return std::optional(ListPlace{rows.front().sort_name, file});
  }
  return std::optional<ListPlace>{};
}

Result<std::vector<ListedChild>> find_children(Session& session, const ListGrant& grant,
                                               const Sensitive<std::string>& typed,
                                               std::size_t most) {
  auto keys = trigrams_of(typed.reveal());
  if (keys.empty()) return std::vector<ListedChild>{};
  keys.resize(std::min(keys.size(), most_keys));
  const ScopeParts scope(grant.scope(), false);
  std::vector<ListedChild> rows;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < keys.size(); ++i) names.push_back("key" + std::to_string(i));
    for (std::size_t i = 0; i < keys.size(); ++i) bound.push_back({names[i], keys[i]});
    bound.push_back({"candidates", most_candidates});
    // The likest of those in scope; what is out of it takes nobody's place.
    const auto sql =
        "select c.file_id, c.service_id, c.family_name, c.given_names, c.known_as, c.born_on, "
        "c.sort_name, f.restricted, f.held from (select k.file_id, count(*) as alike "
        "from child_name_key k join child c on c.file_id = k.file_id "
        "and c.service_id = k.service_id join file f on f.id = c.file_id" +
        part.where + " and k.service_id = c.service_id and k.key in (:" + join(names, ", :") +
        ") group by k.file_id order by count(*) desc, k.file_id limit :candidates) a "
        "join child c on c.file_id = a.file_id join file f on f.id = a.file_id";
    NL_CHECK(rows_of(session, sql, bound, rows));
  }
  in_order(rows);
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto how_like = std::max(
        likeness(typed.reveal(), row.given_names.reveal() + " " + row.family_name.reveal()),
        likeness(typed.reveal(),
                 row.known_as.reveal().value_or("") + " " + row.family_name.reveal()));
    if (how_like >= least_likeness) ranked.emplace_back(-how_like, i);
  }
  std::ranges::sort(ranked);
  std::vector<ListedChild> best;
  for (const auto& [unlike, i] : ranked)
    if (best.size() < most) best.push_back(std::move(rows[i]));
  return best;
}

Result<std::int64_t> count_children(Session& session, const ListGrant& grant) {
  const ScopeParts scope(grant.scope(), false);
  if (scope.parts().empty()) return std::int64_t{0};
  if (scope.parts().size() == 1)
    return session.value<std::int64_t>(
        "select count(*) from child c join file f on f.id = c.file_id" +
            scope.parts().front().where,
        scope.parts().front().bound);
  std::set<std::string> files;
  for (const auto& part : scope.parts())
    NL_CHECK(session.each<std::string>(
        "select c.file_id from child c join file f on f.id = c.file_id" + part.where, part.bound,
        [&](std::string file) { files.insert(std::move(file)); }));
  return static_cast<std::int64_t>(files.size());
}

Result<std::vector<ListedVictim>> victims(Session& session, const ListGrant& grant,
                                          std::size_t most) {
  const ScopeParts scope(grant.scope(), true);
  std::vector<ListedVictim> all;
  Readable readable;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    bound.push_back({"most", most});
    NL_TRY(rows,
           readable.checked(session.rows<std::string, std::string, std::string>(
               "select c.file_id, c.service_id, c.reference from victim c "
               "join file f on f.id = c.file_id" +
                   part.where + " order by c.reference, c.file_id limit :most",
               bound, [&](const std::string& file, const std::string& service, std::string name) {
                 return ListedVictim{readable.id<domain::FileId>(file),
                                     readable.id<domain::OrganisationId>(service), std::move(name)};
               })));
    all.insert(all.end(), rows.begin(), rows.end());
  }
  std::ranges::sort(all, {}, [](const ListedVictim& row) {
    return std::pair<std::string_view, const domain::FileId&>(row.reference, row.file);
  });
  const auto twice = std::ranges::unique(all, {}, &ListedVictim::file);
  all.erase(twice.begin(), twice.end());
  if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
  return all;
}

}  // namespace northlight::store
