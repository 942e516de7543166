#include "store/audit_reading.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "store/addresses.hpp"
#include "store/conditions.hpp"
#include "store/name_keys.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view columns =
    "select e.number, e.at, e.person_id, p.name, e.role, e.operation, e.action, e.outcome, "
    "e.file_id, e.record_id, e.version, e.about_id, e.listed, e.justification, e.recipient, "
    "e.source, e.request, e.hash from audit_entry e "
    "join audit_chain c on c.id = e.chain left join person p on p.id = e.person_id";

using MaybeText = std::optional<std::string>;

std::string selected() {
  std::string sql;
  sql.reserve(1'000);
  sql.append(columns);
  return sql;
}

/// By the index (store/audit_index.hpp), from the newest of the rows that name this.
constexpr std::string_view that_name =
    " join audit_named n on n.id = :named and n.chain = e.chain and n.number = e.number";

/// As the table of chains has it; the installation's own bears no name.
std::string chain_of(const std::optional<domain::OrganisationId>& service) {
  return service ? service->text() : std::string();
}

template <typename AnyId>
std::optional<AnyId> id_in(const MaybeText& text) {
  if (!text) return std::nullopt;
  auto parsed = AnyId::parse(*text);
  return parsed ? std::optional<AnyId>(*parsed) : std::nullopt;
}

std::vector<domain::FileId> files_in(std::string_view listed) {
  std::vector<domain::FileId> files;
  for (const auto word : split_words(listed))
    if (const auto file = domain::FileId::parse(word)) files.push_back(*file);
  return files;
}

Result<std::vector<AuditLine>> lines(Session& session, const std::string& sql,
                                     const std::vector<Bound>& bound) {
  std::vector<AuditLine> found;
  NL_CHECK((session.each<std::int64_t, std::string, MaybeText, MaybeText, std::string, std::string,
                         std::string, std::string, MaybeText, MaybeText,
                         std::optional<std::int64_t>, MaybeText, std::string, MaybeText, MaybeText,
                         std::string, std::string, std::string>(
      sql, bound,
      [&](std::int64_t number, const std::string& at, const MaybeText& person, MaybeText name,
          std::string role, const std::string& operation, std::string action,
          const std::string& outcome, const MaybeText& file, const MaybeText& record,
          std::optional<std::int64_t> version, const MaybeText& about, const std::string& listed,
          MaybeText justification, MaybeText recipient, std::string source, std::string request,
          std::string hash) {
        found.push_back(
            {.number = number,
             .at = platform::parse_instant(at) ? *platform::parse_instant(at) : platform::Instant{},
             .person = id_in<domain::PersonId>(person),
             .name = std::move(name).value_or(""),
             .role = std::move(role),
             .operation = parse_audit_operation(operation).value_or(AuditOperation::Consultation),
             .action = std::move(action),
             .outcome = parse_audit_outcome(outcome).value_or(AuditOutcome::Failed),
             .file = id_in<domain::FileId>(file),
             .record = id_in<domain::RecordId>(record),
             .version = version,
             .about = id_in<domain::PersonId>(about),
             .listed = files_in(listed),
             .justification = std::move(justification),
             .recipient = std::move(recipient),
             .source = std::move(source),
             .request = std::move(request),
             .hash = std::move(hash)});
      })));
  return found;
}

}  // namespace

Result<std::vector<AuditLine>> audit_lines(Session& session, const AuditFilter& filter,
                                           std::optional<std::int64_t> before, std::size_t most) {
  Conditions where;
  where.holds("c.service = " + where.bind("service", chain_of(filter.service)));
  if (filter.person) where.holds("e.person_id = " + where.bind("person", filter.person->text()));
  if (filter.about) where.holds("e.about_id = " + where.bind("about", filter.about->text()));
  if (filter.operation)
    where.holds("e.operation = " + where.bind("operation", std::string(code(*filter.operation))));
  if (filter.from) where.holds("e.at >= " + where.bind("from", platform::iso(*filter.from)));
  if (filter.until) where.holds("e.at < " + where.bind("until", platform::iso(*filter.until)));

  const auto limit = before.value_or(std::numeric_limits<std::int64_t>::max());
  if (!filter.file && !filter.person) {
    where.holds("e.number < :before");
    return lines(session, selected() + where.sql() + " order by e.number desc limit :most",
                 where.bindings({{"before", limit}, {"most", most}}));
  }
  where.holds("n.chain = c.id and n.number < :before");
  const auto named = filter.file ? filter.file->text() : filter.person->text();
  return lines(session,
               selected().append(that_name) + where.sql() + " order by n.number desc limit :most",
               where.bindings({{"named", named}, {"before", limit}, {"most", most}}));
}

Result<AuditLine> audit_line(Session& session, const std::optional<domain::OrganisationId>& service,
                             std::int64_t number) {
  const auto chain = chain_of(service);
  NL_TRY(found, lines(session, selected() + " where c.service = :service and e.number = :number",
                      {{"service", chain}, {"number", number}}));
  if (found.empty()) return Error{ErrorCode::NotFound, "There is no such row."};
  return std::move(found.front());
}

namespace {

using Words = std::vector<std::string>;

/// What somebody is called last: "Ada van der Berg" -> berg; "Ada Moss-Holloway" -> moss, holloway.
Words last_words_of(Session& session, const std::string& person, Status& fault) {
  const auto name =
      session.row<std::string>("select name from person where id = :id", {{"id", person}});
  if (!name) {
    fault = name.error();
    return {};
  }
  const auto& there = *name;
  const auto words = split_words(there ? std::string_view(*there) : std::string_view());
  return words.empty() ? Words{} : tokens_of(words.back());
}

}  // namespace

Result<std::vector<WhoseLines>> people_with_lines(Session& session,
                                                  domain::OrganisationId service) {
  // For each person one place of the index, and of the trail one row at most.
  const auto whose = service.text();
  std::vector<WhoseLines> found;
  NL_CHECK((session.each<std::string, std::string, MaybeText>(
      "select p.id, p.name, (select coalesce(e.organisation_id, '') from audit_named n "
      "join audit_entry e on e.chain = n.chain and e.number = n.number where n.id = p.id "
      "and n.chain = (select c.id from audit_chain c where c.service = :service) "
      "order by n.number desc limit 1) from person p where p.kind = 'staff' order by p.name, p.id",
      {{"service", whose}},
      [&](const std::string& id, std::string name, const MaybeText& organisation) {
        const auto person = id_in<domain::PersonId>(id);
        if (person && organisation)
          found.push_back({*person, std::move(name), id_in<domain::OrganisationId>(organisation)});
      })));
  return found;
}

Result<std::vector<SameName>> same_names(Session& session, const std::vector<SameName>& pairs) {
  std::vector<SameName> same;
  std::map<std::string, Words> last_words;
  std::map<std::string, Words> family_names;
  Status fault = done();
  for (const auto& pair : pairs) {
    const auto person = pair.person.text();
    const auto file = pair.file.text();
    if (!last_words.contains(person)) last_words[person] = last_words_of(session, person, fault);
    NL_CHECK(fault);
    if (!family_names.contains(file)) {
      auto& words = family_names[file];
      NL_CHECK(
          session.each<std::string>("select family_name from child where file_id = :file union all "
                                    "select family_name from child_was where file_id = :file",
                                    {{"file", file}}, [&](const std::string& name) {
                                      for (auto& word : tokens_of(name))
                                        words.push_back(std::move(word));
                                    }));
    }
    const auto& family = family_names[file];
    if (std::ranges::any_of(last_words[person], [&](const std::string& word) {
          return std::ranges::find(family, word) != family.end();
        }))
      same.push_back(pair);
  }
  return same;
}

namespace {

/// Where a child lived on any of these days: a house and a postcode.
using Places = std::vector<std::pair<std::string, std::string>>;

Result<Places> places_between(Session& session, const std::string& file, Date from, Date until) {
  Places places;
  bool reached = false;  // Back to the one in which they lived on the first of these days.
  NL_CHECK((session.each<std::optional<std::string>, std::optional<std::string>, std::string>(
      "select house, postcode, from_on from child_address where file_id = :file and from_on <= "
      ":until order by from_on desc, recorded_at desc, id",
      {{"file", file}, {"until", iso(until)}},
      [&](std::optional<std::string> house, std::optional<std::string> postcode,
          const std::string& began) {
        if (!reached && postcode)
          places.emplace_back(std::move(house).value_or(""), *std::move(postcode));
        reached = reached || began <= iso(from);
      })));
  return places;
}

}  // namespace

Result<std::vector<SameAddress>> same_addresses(Session& session, const platform::Keys& keys,
                                                const std::vector<SameName>& pairs, Date from,
                                                Date until) {
  std::vector<SameAddress> same;
  std::map<domain::PersonId, std::optional<PersonAddress>> given;
  std::map<domain::FileId, Places> lived;
  for (const auto& pair : pairs) {
    if (!given.contains(pair.person)) {
      NL_TRY(address, person_address(session, pair.person));
      given.emplace(pair.person, std::move(address));
    }
    const auto& address = given.at(pair.person);
    if (!address) continue;
    if (!lived.contains(pair.file)) {
      NL_TRY(places, places_between(session, pair.file.text(), from, until));
      lived.emplace(pair.file, std::move(places));
    }
    std::optional<SameAddress> found;
    for (const auto& [house, postcode] : lived.at(pair.file)) {
      const auto hashes = address_hashes(keys, pair.person, postcode, house);
      if (hashes.postcode != address->hashes.postcode) continue;
      if (!found) found = SameAddress{pair.person, pair.file};
      found->same_house = found->same_house || hashes.address == address->hashes.address;
    }
    if (found) same.push_back(*found);
  }
  return same;
}

}  // namespace northlight::store
