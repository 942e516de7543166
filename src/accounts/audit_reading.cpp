#include "accounts/audit_reading.hpp"

#include <algorithm>
#include <set>

#include "accounts/acts.hpp"
#include "accounts/file_reviews.hpp"
#include "accounts/load_asker.hpp"
#include "accounts/may.hpp"
#include "base/text.hpp"
#include "store/audit_index.hpp"
#include "store/children.hpp"
#include "store/glass.hpp"
#include "store/people.hpp"

namespace northlight::accounts {
namespace {

using domain::Action;

constexpr std::size_t most_disclosed = 100'000;
constexpr std::size_t most_looked_at = 200'000;
constexpr std::size_t most_of_a_text = 500;

Error no_service() { return {ErrorCode::NotFound, "There is no such log."}; }

Trace trace_of(const store::AuditFilter& filter) {
  Trace trace;
  trace.file = filter.file;
  trace.about = filter.person ? filter.person : filter.about;
  return trace;
}

// Whether they stood to the file, at that moment, only as somebody of its service.
Result<bool> is_unrelated(store::Session& session, const FileAccess& access) {
  NL_TRY(asker, load_asker(session, access.person, access.at, "", ""));
  auto stood = standing(session, asker, access.file);
  if (!stood)
    return stood.error().code == ErrorCode::NotFound ? Result<bool>(false)
                                                     : Result<bool>(stood.error());
  using domain::Relation;
  return std::ranges::none_of(std::array{Relation::OwnCase, Relation::TeamCase, Relation::Sampled,
                                         Relation::Invited, Relation::Themself, Relation::Parent},
                              [&](Relation relation) { return stood->has(relation); });
}

/// What is known of whoever opened something, in the order of time.
Result<AccessFacts> facts_about(store::Session& session, const platform::Keys& keys,
                                const std::vector<FileAccess>& all) {
  AccessFacts facts;
  if (all.empty()) return facts;
  std::set<PersonAndFile> asked;
  std::vector<store::SameName> pairs;
  for (const auto& access : all) {
    if (!asked.emplace(access.person, access.file).second) continue;
    pairs.push_back({access.person, access.file});
    NL_TRY(stands_apart, is_unrelated(session, access));
    if (stands_apart) facts.unrelated.emplace(access.person, access.file);
  }
  NL_TRY(names, store::same_names(session, pairs));
  for (const auto& pair : names) facts.same_name.emplace(pair.person, pair.file);
  NL_TRY(addresses,
         store::same_addresses(session, keys, pairs, platform::day_in_london(all.front().at),
                               platform::day_in_london(all.back().at)));
  for (const auto& one : addresses)
    (one.same_house ? facts.same_address : facts.same_postcode).emplace(one.person, one.file);
  return facts;
}

/// Looking at the log of a file, or at what one was told of it, opens nothing of the file.
bool is_about_the_log(std::string_view act) {
  return act == code(Action::ReadAudit) || act == code(Action::ExportAudit) ||
         act == "acknowledge-reason";
}

std::vector<FileAccess> accesses_in(const std::vector<store::AuditLine>& lines) {
  std::vector<FileAccess> all;
  FileReviews reviews;
  for (const auto& line : lines)
    if (line.person && line.file && line.outcome == store::AuditOutcome::Allowed)
      reviews.note(*line.person, *line.file, line.at, line.action);
  for (const auto& line : lines)
    if (line.person && line.file && line.outcome == store::AuditOutcome::Allowed &&
        !is_about_the_log(parts_of_act(line.action).code))
      all.push_back({line.number, line.at, *line.person, line.name, line.role, *line.file,
                     line.justification,
                     reviews.has(*line.person, *line.file, line.at, line.action)});
  std::ranges::reverse(all);
  return all;
}

/// What was refused to somebody. A password that was wrong is told of elsewhere: who typed it is
/// not known.
std::vector<RefusedTry> refused_in(const std::vector<store::AuditLine>& lines) {
  std::vector<RefusedTry> all;
  for (const auto& line : lines)
    if (line.person && line.outcome == store::AuditOutcome::Denied &&
        line.operation != store::AuditOperation::SignIn)
      all.push_back({line.number, line.at, *line.person, line.name, line.file});
  return all;
}

/// What was typed for an act, such as restricting a file, is no reason for having opened it.
Status forget_grounds_of_acts(store::Session& session, std::vector<FileAccess>& all) {
  std::map<std::tuple<PersonAndFile, std::string, Date>, bool> known;
  for (auto& access : all) {
    if (!access.reason) continue;
    const auto [at, is_new] =
        known.try_emplace({PersonAndFile{access.person, access.file}, *access.reason,
                           platform::day_in_london(access.at)},
                          false);
    if (is_new) {
      NL_TRY(given, store::reason_was_given(session, access.person, access.file, *access.reason,
                                            access.at));
      at->second = given;
    }
    if (!at->second) access.reason.reset();
  }
  return done();
}

Status name_them(store::Session& session, AuditPage& page) {
  std::vector<domain::PersonId> people;
  std::vector<domain::TeamId> teams;
  for (const auto& line : page.lines) {
    if (line.about) people.push_back(*line.about);
    const auto act = parts_of_act(line.action);
    for (const auto& person : people_in(act)) people.push_back(person);
    for (const auto& team : teams_in(act)) teams.push_back(team);
  }
  NL_TRY(names, store::names_of(session, people));
  NL_TRY(team_names, store::names_of(session, teams));
  page.people = std::move(names);
  page.teams = std::move(team_names);
  return done();
}

/// The first organisation of theirs in which they may.
std::optional<domain::OrganisationId> where_may(const Policy& policy, const Asker& asker,
                                                Action action) {
  for (const auto& held : asker.roles)
    if (std::holds_alternative<Allowed>(may(policy, asker, action, held.organisation)))
      return held.organisation;
  return std::nullopt;
}

/// Whoever has a line in the log of the service, by part of their name, besides those who work or
/// worked there.
Status add_those_of_elsewhere(store::Session& session, domain::OrganisationId service,
                              const std::set<domain::PersonId>& own, const std::string& part,
                              std::vector<AuditedPerson>& found) {
  NL_TRY(all, store::people_with_lines(session, service));
  for (auto& each : all) {
    if (own.contains(each.person) || lower(each.name).find(part) == std::string::npos) continue;
    std::string organisation;
    if (each.organisation) {
      NL_TRY(known, store::organisation(session, *each.organisation));
      if (known) organisation = known->name;
    }
    found.push_back({.person = each.person,
                     .name = std::move(each.name),
                     .sign_in_name = {},
                     .elsewhere = std::move(organisation)});
  }
  return done();
}

/// Leaves of a line by somebody of elsewhere when, what and how it ended.
Status cover_strangers(store::Session& session, domain::OrganisationId organisation,
                       store::AuditLine& line) {
  if (!line.person) return done();
  NL_TRY(held, store::roles_of(session, *line.person));
  if (std::ranges::find(held, organisation, &store::RoleRow::organisation) != held.end())
    return done();
  line = {.number = line.number,
          .at = line.at,
          .name = "Somebody of another organisation",
          .operation = line.operation,
          .action = parts_of_act(line.action).code,
          .outcome = line.outcome};
  return done();
}

/// The page of so many, and whether there is an older one.
AuditPage page_of(std::vector<store::AuditLine> found, std::size_t page_size) {
  AuditPage page{std::move(found), {}};
  if (page.lines.size() > page_size) {
    page.lines.pop_back();
    page.older = page.lines.back().number;
  }
  return page;
}

/// Which days, and which kind of operation: what a file and a person do not say.
std::string export_act(const store::AuditFilter& filter, std::size_t rows) {
  const auto day = [](const std::optional<platform::Instant>& at,
                      std::chrono::milliseconds before) {
    return at ? iso(platform::day_in_london(*at - before)) : std::string();
  };
  using std::chrono::milliseconds;
  return act(code(Action::ExportAudit),
             {{"from", day(filter.from, milliseconds(0))},
              {"last-day", day(filter.until, milliseconds(1))},
              {"operation", filter.operation ? std::string(code(*filter.operation)) : ""},
              {"rows", std::to_string(rows)}});
}

}  // namespace

std::optional<domain::OrganisationId> audited_by(const Policy& policy, const Asker& asker) {
  return where_may(policy, asker, Action::ReadAudit);
}

std::optional<domain::OrganisationId> installation_audited_by(const Policy& policy,
                                                              const Asker& asker) {
  return where_may(policy, asker, Action::ReadInstallationAudit);
}

Result<AuditPage> AuditReading::lines(const Asker& asker, const store::AuditFilter& filter,
                                      std::optional<std::int64_t> before, std::size_t page_size) {
  if (!filter.service) return no_service();
  if (filter.file || filter.person) NL_CHECK(store::index_audit(database_, *filter.service));
  return gate_.read(asker, Action::ReadAudit, *filter.service, trace_of(filter),
                    [&](store::Session& session) -> Result<AuditPage> {
                      NL_TRY(found, store::audit_lines(session, filter, before, page_size + 1));
                      auto page = page_of(std::move(found), page_size);
                      NL_CHECK(name_them(session, page));
                      return page;
                    });
}

Result<AuditPage> AuditReading::installation_lines(const Asker& asker,
                                                   domain::OrganisationId organisation,
                                                   const store::AuditFilter& filter,
                                                   std::optional<std::int64_t> before,
                                                   std::size_t page_size) {
  return gate_.read(asker, Action::ReadInstallationAudit, organisation, {},
                    [&](store::Session& session) -> Result<AuditPage> {
                      const store::AuditFilter own{.operation = filter.operation,
                                                   .from = filter.from,
                                                   .until = filter.until};
                      NL_TRY(found, store::audit_lines(session, own, before, page_size + 1));
                      auto page = page_of(std::move(found), page_size);
                      for (auto& line : page.lines)
                        NL_CHECK(cover_strangers(session, organisation, line));
                      NL_CHECK(name_them(session, page));
                      return page;
                    });
}

Result<AuditPage> AuditReading::installation_line(const Asker& asker,
                                                  domain::OrganisationId organisation,
                                                  std::int64_t number) {
  return gate_.read(asker, Action::ReadInstallationAudit, organisation, {},
                    [&](store::Session& session) -> Result<AuditPage> {
                      NL_TRY(found, store::audit_line(session, std::nullopt, number));
                      NL_CHECK(cover_strangers(session, organisation, found));
                      AuditPage page;
                      page.lines.push_back(std::move(found));
                      NL_CHECK(name_them(session, page));
                      return page;
                    });
}

Result<std::vector<AuditedPerson>> AuditReading::people(const Asker& asker,
                                                        domain::OrganisationId service,
                                                        std::string_view typed) {
  const auto part = lower(trim(typed));
  if (part.empty())
    return Error{ErrorCode::Invalid, "Enter part of a name, or a work e-mail address", "who"};
  NL_CHECK(store::index_audit(database_, service));
  return gate_.read(
      asker, Action::ReadAudit, service, {},
      [&](store::Session& session) -> Result<std::vector<AuditedPerson>> {
        NL_TRY(all, store::people_of(session, service, platform::day_in_london(asker.at),
                                     store::Leavers::With));
        std::vector<AuditedPerson> found;
        std::set<domain::PersonId> own;
        for (auto& each : all) {
          own.insert(each.id);
          const auto address = each.sign_in_name.value_or("");
          if (lower(each.name).find(part) != std::string::npos || address.starts_with(part))
            found.push_back({each.id, std::move(each.name), address, each.left_on});
        }
        NL_CHECK(add_those_of_elsewhere(session, service, own, part, found));
        return found;
      });
}

Result<AuditedChildren> AuditReading::children(const Asker& asker, domain::OrganisationId service,
                                               std::string_view typed, std::size_t most) {
  const auto said = trim(typed);
  if (said.empty())
    return Error{ErrorCode::Invalid, "Enter a child’s name, or the number of a file", "child"};
  const auto number = domain::FileId::parse(said);
  return gate_.find_in_log(
      asker, service, {.called = act("child-sought")},
      [&](store::Session& session, const store::ListGrant& grant,
          Trace& told) -> Result<AuditedChildren> {
        NL_TRY(rows, number ? store::children_of(session, grant, {*number})
                            : store::find_children(session, grant, Sensitive(std::string(said)),
                                                   most + 1));
        NL_TRY(organisation, store::organisation(session, service));
        AuditedChildren all{.more = rows.size() > most,
                            .service = organisation ? organisation->name : std::string()};
        if (all.more) rows.pop_back();
        for (auto& row : rows) {
          told.shown.push_back({row.file, row.service});
          all.found.push_back({row.file, std::move(row.family_name), std::move(row.given_names),
                               std::move(row.known_as), row.born_on});
        }
        return all;
      });
}

Result<AuditPage> AuditReading::line(const Asker& asker, domain::OrganisationId service,
                                     std::int64_t number) {
  return gate_.read(asker, Action::ReadAudit, service, {},
                    [&](store::Session& session) -> Result<AuditPage> {
                      NL_TRY(found, store::audit_line(session, service, number));
                      AuditPage page;
                      page.lines.push_back(std::move(found));
                      NL_CHECK(name_them(session, page));
                      return page;
                    });
}

Result<std::vector<store::AuditHead>> AuditReading::heads(const Asker& asker,
                                                          domain::OrganisationId service,
                                                          std::int64_t most) {
  return gate_.read(asker, Action::ReadAudit, service, {},
                    [&](store::Session& session) -> Result<std::vector<store::AuditHead>> {
                      NL_TRY(heads,
                             store::signed_heads(session, most, platform::day_in_london(asker.at)));
                      for (auto& head : heads) head = store::for_service(head, service.text());
                      return std::move(heads);
                    });
}

Result<std::vector<UnusualAccess>> AuditReading::unusual(const Asker& asker,
                                                         domain::OrganisationId service,
                                                         platform::Instant from,
                                                         platform::Instant until,
                                                         const UnusualWhen& when) {
  return gate_.read(asker, Action::ReadAudit, service, {},
                    [&](store::Session& session) -> Result<std::vector<UnusualAccess>> {
                      NL_TRY(found, store::audit_lines(
                                        session, {.service = service, .from = from, .until = until},
                                        {}, most_looked_at + 1));
                      if (found.size() > most_looked_at)
                        return Error{ErrorCode::Invalid,
                                     "There is too much in that time. Choose fewer days.", "from"};
                      auto all = accesses_in(found);
                      NL_CHECK(forget_grounds_of_acts(session, all));
                      NL_TRY(facts, facts_about(session, keys_, all));
                      return unusual_access(all, facts, when, refused_in(found));
                    });
}

Result<std::vector<store::AuditLine>> AuditReading::disclose(const Asker& asker,
                                                             const store::AuditFilter& filter,
                                                             const std::string& recipient,
                                                             const std::string& purpose) {
  const auto to = std::string(trim(recipient));
  const auto why = std::string(trim(purpose));
  if (to.empty() || to.size() > most_of_a_text)
    return Error{ErrorCode::Invalid, "Enter who the log is given to, in 500 letters or fewer",
                 "recipient"};
  if (why.empty() || why.size() > most_of_a_text)
    return Error{ErrorCode::Invalid, "Enter what they need it for, in 500 letters or fewer",
                 "purpose"};
  auto trace = trace_of(filter);
  trace.operation = store::AuditOperation::Disclosure;
  trace.recipient = to;
  trace.justification = why;
  if (!filter.service) return no_service();
  NL_CHECK(store::index_audit(database_, *filter.service));
  // The row is durable before anything is given out: so the gate keeps it.
  return gate_.read(
      asker, Action::ExportAudit, *filter.service, trace,
      [&](store::Session& session, Trace& told) -> Result<std::vector<store::AuditLine>> {
        NL_TRY(found, store::audit_lines(session, filter, {}, most_disclosed + 1));
        if (found.size() > most_disclosed)
          return Error{ErrorCode::Invalid, "That is more than 100,000 rows. Choose fewer days.",
                       "from"};
        told.called = export_act(filter, found.size());
        return std::move(found);
      });
}

}  // namespace northlight::accounts
