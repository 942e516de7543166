#include "store/victims.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "store/file_list.hpp"
#include "store/in_scope.hpp"
#include "store/name_keys.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view from_victims =
    "select c.file_id, c.service_id, c.reference, f.restricted, f.held from victim c "
    "join file f on f.id = c.file_id";

/// The rows of every part of the scope, each file once, by reference.
Result<std::vector<ListedVictim>> rows_of(Session& session, const ScopeParts& scope,
                                          std::string_view more, const std::vector<Bound>& bound) {
  std::vector<ListedVictim> all;
  Readable readable;
  for (const auto& part : scope.parts()) {
    auto binds = part.bound;
    binds.insert(binds.end(), bound.begin(), bound.end());
    NL_TRY(rows, readable.checked(session.rows<std::string, std::string, std::string, bool, bool>(
                     std::string(from_victims) + part.where + std::string(more), binds,
                     [&](const std::string& file, const std::string& service, std::string reference,
                         bool restricted, bool held) {
                       return ListedVictim{readable.id<domain::FileId>(file),
                                           readable.id<domain::OrganisationId>(service),
                                           std::move(reference), restricted, held};
                     })));
    all.insert(all.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  }
  std::ranges::sort(all, {}, [](const ListedVictim& row) {
    return std::pair<std::string_view, const domain::FileId&>(row.reference, row.file);
  });
  const auto twice = std::ranges::unique(all, {}, &ListedVictim::file);
  all.erase(twice.begin(), twice.end());
  return all;
}

/// Whether no other file of the service has the reference.
Status is_free(Transaction& transaction, const Grant& grant, domain::OrganisationId service,
               std::string_view reference) {
  NL_TRY(
      given,
      transaction.value<std::int64_t>(
          "select count(*) from victim where service_id = :service "
          "and lower(reference) = lower(:reference) and file_id <> :file",
          {{"service", service.text()}, {"reference", reference}, {"file", grant.file().text()}}));
  if (given == 0) return done();
  return Error{ErrorCode::Conflict, "This reference is given already. Enter another.", "reference"};
}

/// What the records of a victim's file say that they are called, the last last.
struct SaidName {
  std::string given_names;
  std::string family_name;
  std::optional<std::string> known_as;

  std::string whole() const {
    return given_names + (given_names.empty() || family_name.empty() ? "" : " ") + family_name;
  }
};

Result<std::vector<SaidName>> said_names(Session& session, const Grant& grant) {
  return session.rows<std::string, std::string, std::optional<std::string>>(
      "select n.given_names, n.family_name, n.known_as from projected_child_name n "
      "join record r on r.id = n.record_id where n.file_id = :file and n.taken_from = 'saved' "
      "order by r.begun_at, n.place",
      {{"file", grant.file().text()}},
      [](std::string given, std::string family, std::optional<std::string> known_as) {
        return SaidName{std::move(given), std::move(family), std::move(known_as)};
      });
}

/// The words of a name, in no order.
std::vector<std::string> words_in(std::string_view name) {
  auto all = tokens_of(name);
  std::ranges::sort(all);
  return all;
}

}  // namespace

Status put_victim(Transaction& transaction, const Grant& grant, domain::OrganisationId service,
                  std::string_view reference) {
  NL_CHECK(is_free(transaction, grant, service, reference));
  NL_CHECK(transaction.run(
      "insert into victim (file_id, service_id, reference) values (:file, :service, :reference)",
      {{"file", grant.file().text()}, {"service", service.text()}, {"reference", reference}}));
  return done();
}

Status set_reference(Transaction& transaction, const Grant& grant, std::string_view reference) {
  NL_TRY(now, victim(transaction, grant));
  NL_CHECK(is_free(transaction, grant, now.service, reference));
  NL_CHECK(transaction.run("update victim set reference = :reference where file_id = :file",
                           {{"reference", reference}, {"file", grant.file().text()}}));
  return done();
}

Result<VictimRow> victim(Session& session, const Grant& grant) {
  Readable readable;
  NL_TRY(found, readable.checked(session.row<std::string, std::string>(
                    "select service_id, reference from victim where file_id = :file",
                    {{"file", grant.file().text()}},
                    [&](const std::string& service, std::string reference) {
                      return VictimRow{grant.file(), readable.id<domain::OrganisationId>(service),
                                       std::move(reference)};
                    })));
  if (!found) return Error{ErrorCode::NotFound, "This is no victim's file."};
  return *std::move(found);
}

Result<Sensitive<std::string>> victim_name(Session& session, const Grant& grant) {
  NL_TRY(said, said_names(session, grant));
  if (said.empty()) return Sensitive(std::string());
  const auto& last = said.back();
  auto name = last.whole();
  if (last.known_as && !last.known_as->empty() && *last.known_as != last.given_names)
    name += " (" + *last.known_as + ")";
  return Sensitive(std::move(name));
}

Result<bool> says_victim_name(Session& session, const Grant& grant, std::string_view words) {
  NL_TRY(said, said_names(session, grant));
  const auto asked = words_in(words);
  return std::ranges::any_of(
      said, [&](const SaidName& one) { return !asked.empty() && words_in(one.whole()) == asked; });
}

Result<std::vector<ListedVictim>> victims(Session& session, const ListGrant& grant,
                                          const std::optional<domain::FileId>& after,
                                          std::size_t most) {
  const ScopeParts scope(grant.scope(), true);
  std::string more;
  std::vector<Bound> bound{{"most", most}};
  std::string reference;
  std::string file;
  if (after) {
    file = after->text();
    NL_TRY(place, rows_of(session, scope, " and c.file_id = :after_file", {{"after_file", file}}));
    if (!place.empty()) {
      reference = place.front().reference;
      more = " and (c.reference, c.file_id) > (:after_reference, :after_file)";
      bound.push_back({"after_reference", reference});
      bound.push_back({"after_file", file});
    }
  }
  more += " order by c.reference, c.file_id limit :most";
  NL_TRY(all, rows_of(session, scope, more, bound));
  if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
  return all;
}

Result<std::vector<ListedVictim>> victims_of(Session& session, const ListGrant& grant,
                                             const std::vector<domain::FileId>& files) {
  if (files.empty()) return std::vector<ListedVictim>{};
  const FileList list(files);
  std::vector<Bound> bound;
  list.bind(bound);
  return rows_of(session, ScopeParts(grant.scope(), true), " and c.file_id in " + list.sql(),
                 bound);
}

}  // namespace northlight::store
