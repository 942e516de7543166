#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "store/children.hpp"
#include "store/file_list.hpp"
#include "store/in_scope.hpp"
#include "store/name_keys.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

constexpr std::size_t most_child_keys = 40;
constexpr std::int64_t most_candidates = 300;
constexpr std::int64_t common_key = 1'500;  ///< A key that more names have tells little.

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

/// "key0, key1 …" as names of what is bound.
std::vector<std::string> names_of(const std::vector<std::string>& keys) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < keys.size(); ++i) names.push_back("key" + std::to_string(i));
  return names;
}

void bind_keys(std::vector<Bound>& bound, const std::vector<std::string>& names,
               const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < keys.size(); ++i) bound.push_back({names[i], keys[i]});
}

/// The keys by which a service finds the name, the rarest first, until they lead to so many names
/// that the rest would add only what is less like. What is common is counted no further than that.
Result<std::vector<std::string>> telling_keys(Session& session, std::string_view service,
                                              const std::vector<std::string>& keys) {
  const auto names = names_of(keys);
  std::string sql;
  for (const auto& name : names)
    sql += (sql.empty() ? "select cast(:" : " union all select cast(:") + name +
           " as text), (select count(*) from (select 1 from child_name_key "
           "where service_id = :service and key = :" +
           name + " limit :enough) n)";
  std::vector<Bound> bound{{"service", service}, {"enough", common_key}};
  bind_keys(bound, names, keys);
  NL_TRY(counts, (session.rows<std::string, std::int64_t>(sql, bound,
                                                          [](std::string key, std::int64_t count) {
                                                            return std::pair(count, std::move(key));
                                                          })));
  std::ranges::sort(counts);
  std::vector<std::string> telling;
  std::int64_t led_to = 0;
  for (auto& [count, key] : counts) {
    if (led_to >= common_key) break;
    led_to += count;
    if (count > 0) telling.push_back(std::move(key));
  }
  return telling;
}

/// Of all files of a service: the likest by their telling keys. So many are looked at that the few
/// that are closed to the asker take nobody's place.
Status likest_of_service(Session& session, const ScopeParts::Part& part, std::string_view service,
                         const std::vector<std::string>& all_keys, std::vector<ListedChild>& rows) {
  NL_TRY(keys, telling_keys(session, service, all_keys));
  if (keys.empty()) return done();
  const auto names = names_of(keys);
  std::string alike;
  for (const auto& name : names)
    alike += (alike.empty() ? "" : " union all ") +
             std::string(
                 "select file_id from (select file_id from child_name_key "
                 "where service_id = :service and key = :") +
             name + " limit :enough) " + name + "_of";
  auto bound = part.bound;
  bind_keys(bound, names, keys);
  bound.push_back({"enough", common_key});
  bound.push_back({"candidates", most_candidates});
  return rows_of(session,
                 "select c.file_id, c.service_id, c.family_name, c.given_names, c.known_as, "
                 "c.born_on, c.sort_name, f.restricted, f.held from (select k.file_id from (" +
                     alike +
                     ") k group by k.file_id order by count(*) desc, k.file_id limit :candidates) "
                     "a join child c on c.file_id = a.file_id join file f on f.id = a.file_id" +
                     part.where,
                 bound, rows);
}

/// Of what somebody holds, which is little: all that share a key.
Status likest_held(Session& session, const ScopeParts::Part& part,
                   const std::vector<std::string>& keys, std::vector<ListedChild>& rows) {
  const auto names = names_of(keys);
  auto bound = part.bound;
  bind_keys(bound, names, keys);
  bound.push_back({"candidates", most_candidates});
  return rows_of(session,
                 "select c.file_id, c.service_id, c.family_name, c.given_names, c.known_as, "
                 "c.born_on, c.sort_name, f.restricted, f.held from (select k.file_id, count(*) "
                 "as alike from child_name_key k join child c on c.file_id = k.file_id "
                 "and c.service_id = k.service_id join file f on f.id = c.file_id" +
                     part.where +
                     " and k.service_id = c.service_id and k.key in (:" + join(names, ", :") +
                     ") group by k.file_id order by count(*) desc, k.file_id limit :candidates) a "
                     "join child c on c.file_id = a.file_id join file f on f.id = a.file_id",
                 bound, rows);
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
  keys.resize(std::min(keys.size(), most_child_keys));
  const ScopeParts scope(grant.scope(), false);
  std::vector<ListedChild> rows;
  for (const auto& part : scope.parts()) {
    if (part.service)
      NL_CHECK(likest_of_service(session, part, *part.service, keys, rows));
    else
      NL_CHECK(likest_held(session, part, keys, rows));
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

Result<std::vector<ListedChild>> children_born_on(Session& session, const ListGrant& grant,
                                                  Date born_on, std::size_t most) {
  const ScopeParts scope(grant.scope(), false);
  const auto day = iso(born_on);
  std::vector<ListedChild> rows;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    bound.push_back({"born", day});
    bound.push_back({"most", most});
    NL_CHECK(rows_of(session,
                     std::string(from_children) + part.where +
                         " and c.born_on = :born order by c.sort_name, c.file_id limit :most",
                     bound, rows));
  }
  in_order(rows);
  if (rows.size() > most) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
  return rows;
}

Result<std::vector<ListedChild>> children_of(Session& session, const ListGrant& grant,
                                             const std::vector<domain::FileId>& files) {
  if (files.empty()) return std::vector<ListedChild>{};
  const ScopeParts scope(grant.scope(), false);
  const FileList list(files);
  std::vector<ListedChild> rows;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    list.bind(bound);
    NL_CHECK(rows_of(session,
                     std::string(from_children) + part.where + " and c.file_id in " + list.sql(),
                     bound, rows));
  }
  in_order(rows);
  return rows;
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

}  // namespace northlight::store
