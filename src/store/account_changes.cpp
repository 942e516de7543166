#include "store/account_changes.hpp"

#include "store/readable.hpp"

namespace northlight::store {
namespace {

Result<std::vector<AccountChange>> find_changes(Session& session, std::string_view where,
                                                const std::vector<Bound>& bound) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::optional<std::string>, std::string, std::string, std::string>(
          std::string("select e.at, e.person_id, e.role, e.about_id, e.action from audit_entry e "
                      "where e.operation = 'permission' and e.outcome = 'allowed' and ")
              .append(where)
              .append(" order by e.at desc, e.number desc"),
          bound,
          [&](const std::string& at, const std::optional<std::string>& by, std::string role,
              const std::string& about, std::string action) {
            return AccountChange{readable.instant(at), readable.id<domain::PersonId>(by),
                                 std::move(role), readable.id<domain::PersonId>(about),
                                 std::move(action)};
          }));
}

Result<std::vector<ArrangedCover>> find_arranged(Session& session, std::string_view where,
                                                 const std::vector<Bound>& bound) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::string, std::string,
                   std::optional<std::string>, std::string>(
          std::string("select id, absent_id, covering_id, organisation_id, from_at, until_at, "
                      "arranged_by, arranged_at from cover where until_at > from_at and "
                      "arranged_at >= :since and ")
              .append(where)
              .append(" order by arranged_at desc, id"),
          bound,
          [&](const std::string& id, const std::string& absent, const std::string& covering,
              const std::string& organisation, const std::string& from, const std::string& until,
              const std::optional<std::string>& by, const std::string& at) {
            return ArrangedCover{{readable.id<CoverId>(id), readable.id<domain::PersonId>(absent),
                                  readable.id<domain::PersonId>(covering),
                                  readable.id<domain::OrganisationId>(organisation),
                                  readable.instant(from), readable.instant(until)},
                                 readable.id<domain::PersonId>(by),
                                 readable.instant(at)};
          }));
}

/// The first row of a chain that was written since then: rows stand in the order of time, so that
/// halving finds it without reading them.
Result<std::int64_t> first_since(Session& session, std::int64_t chain, std::int64_t last,
                                 const std::string& since) {
  std::int64_t low = 1;
  std::int64_t high = last + 1;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    NL_TRY(at, session.row<std::string>(
                   "select at from audit_entry where chain = :chain and number = :number",
                   {{"chain", chain}, {"number", middle}}));
    if (!at || *at < since)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

}  // namespace

Result<std::vector<AccountChange>> changes_about(Session& session, domain::PersonId person,
                                                 platform::Instant since) {
  return find_changes(session,
                      "e.about_id = :person and e.at >= :since "
                      "and (e.person_id is null or e.person_id <> :person)",
                      {{"person", person.text()}, {"since", platform::iso(since)}});
}

Result<std::vector<AccountChange>> changes_in(Session& session, domain::OrganisationId organisation,
                                              const std::vector<std::string_view>& actions,
                                              platform::Instant since) {
  const auto name = organisation.text();
  NL_TRY(chain,
         (session.row<std::int64_t, std::int64_t>(
             "select id, number from audit_chain where service = :service", {{"service", name}})));
  if (!chain || actions.empty()) return std::vector<AccountChange>{};
  const auto [id, last] = *chain;
  NL_TRY(first, first_since(session, id, last, platform::iso(since)));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < actions.size(); ++i) names.push_back("action" + std::to_string(i));
  std::vector<Bound> bound{{"organisation", name}, {"chain", id}, {"first", first}};
  std::string among;  // The code alone, or with its facts behind a colon.
  for (std::size_t i = 0; i < actions.size(); ++i) {
    among.append(i == 0 ? "" : " or ").append("e.action = :").append(names[i]);
    among.append(" or e.action like :").append(names[i]).append(" || ':%'");
    bound.push_back({names[i], actions[i]});
  }
  return find_changes(session,
                      "e.chain = :chain and e.number >= :first and (" + among +
                          ") and e.about_id in (select person_id from role_held where "
                          "organisation_id = :organisation)",
                      bound);
}

Result<std::vector<ArrangedCover>> covers_concerning(Session& session, domain::PersonId person,
                                                     platform::Instant since) {
  return find_arranged(session, "(absent_id = :person or covering_id = :person)",
                       {{"person", person.text()}, {"since", platform::iso(since)}});
}

Result<std::vector<ArrangedCover>> covers_arranged(Session& session,
                                                   domain::OrganisationId organisation,
                                                   platform::Instant since) {
  return find_arranged(session, "organisation_id = :organisation",
                       {{"organisation", organisation.text()}, {"since", platform::iso(since)}});
}

}  // namespace northlight::store
