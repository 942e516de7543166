#include "casework/stood_file.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "casework/file_desk.hpp"
#include "casework/stood_cases.hpp"
#include "store/changed_version.hpp"
#include "store/people.hpp"

namespace northlight::casework {
namespace {

using accounts::Standing;
using domain::Action;
using store::Grant;
using store::Session;

/// A version that is not what was recorded takes no other record with it: its place is kept.
Result<StoodRecord> record_at(Session& session, const Grant& grant, const store::Archive& archive,
                              store::RecordHead head, std::int64_t n) {
  auto version = store::version_of(session, grant, archive, head.id, n);
  if (version) return stood_record(archive, std::move(head), *std::move(version));
  if (!store::is_changed_version(version.error())) return std::move(version).error();
  store::VersionHead none{.n = n, .recorded_by = head.begun_by, .hash = {}};
  NL_TRY(record, stood_record(archive, std::move(head), {std::move(none), {}}));
  record.unshown = true;
  return std::move(record);
}

Result<std::vector<StoodRecord>> records_then(Session& session, const Grant& grant,
                                              const store::Archive& archive, Date day) {
  NL_TRY(heads, store::records_of(session, grant));
  std::vector<StoodRecord> records;
  for (auto& head : heads) {
    NL_TRY(stood, store::version_number_on(session, grant, head.id, day));
    if (stood == 0) continue;
    NL_TRY(record, record_at(session, grant, archive, std::move(head), stood));
    records.push_back(std::move(record));
  }
  return records;
}

Result<std::vector<StoodRecord>> records_up_to(Session& session, const Grant& grant,
                                               const store::Archive& archive, Date day) {
  NL_TRY(heads, store::records_of(session, grant));
  std::vector<StoodRecord> records;
  for (auto& head : heads) {
    if (!head.effective_on || *head.effective_on > day) continue;
    const auto last = head.last_version;
    NL_TRY(record, record_at(session, grant, archive, std::move(head), last));
    records.push_back(std::move(record));
  }
  std::ranges::stable_sort(records, std::ranges::greater{},
                           [](const StoodRecord& record) { return *record.head.effective_on; });
  return records;
}

/// Of what lay there or was shared, what did so at that moment.
template <typename Row>
void keep_standing(std::vector<Row>& rows, platform::Instant end) {
  std::erase_if(rows,
                [&](const Row& row) { return row.from > end || (row.until && *row.until <= end); });
}

/// What lay on the file. Why it did is read today by whoever may mark the file; by others only
/// while it still lies: they could not see the file while that was its reason.
std::vector<store::MarkRow> marks_then(const CaseFile& today, platform::Instant end) {
  auto marks = today.marks;
  keep_standing(marks, end);
  if (!today.may.has(Action::MarkFile))
    for (auto& mark : marks)
      if (mark.until) mark.reason.clear();
  return marks;
}

Result<std::optional<AsOf<store::ChildRow>>> child_then(Session& session, const Grant& grant,
                                                        const CaseFile& today,
                                                        const DayAsked& asked) {
  using Then = std::optional<AsOf<store::ChildRow>>;
  if (!today.child) return Then{};
  if (asked.known == KnownWhen::Today) return Then(AsOf<store::ChildRow>{*today.child});
  NL_TRY(was, store::child_over_time(session, grant));
  if (was.empty()) return Then(AsOf<store::ChildRow>{*today.child, grant.at()});
  return Then(as_of(was, asked.end, &store::ChildWas::child));
}

Result<StoodClosing> closing_then(Session& session, const Grant& grant, platform::Instant end) {
  NL_TRY(named, store::named_on(session, grant, end));
  NL_TRY(conflicts, store::conflicts_on(session, grant));
  keep_standing(conflicts, end);
  return StoodClosing{std::move(named), std::move(conflicts)};
}

Result<StoodSharing> sharing_then(Session& session, const Grant& grant,
                                  const std::vector<store::LinkGiven>& links,
                                  platform::Instant end) {
  NL_TRY(rows, store::shared_of(session, grant));
  NL_TRY(agreements, store::agreements_of(session, grant));
  NL_TRY(invitations, store::invitations_of(session, grant));
  keep_standing(rows, end);
  keep_standing(invitations, end);
  StoodSharing sharing{.shares = {}, .invitations = std::move(invitations)};
  for (auto& row : rows) {
    const auto agreed = std::ranges::find(agreements, row.id, &store::Agreement::shared);
    const auto link = std::ranges::find(
        links, row.person, [](const store::LinkGiven& one) { return std::optional(one.person); });
    sharing.shares.push_back(
        {std::move(row), link == links.end() ? Sensitive<std::string>() : link->whose,
         agreed == agreements.end() ? std::nullopt : std::optional(agreed->agreed_on)});
  }
  return sharing;
}

Result<std::vector<store::SentInRow>> sent_in_then(Session& session, const Grant& grant,
                                                   const store::Archive& archive,
                                                   platform::Instant end) {
  NL_TRY(all, store::sent_in(session, grant, archive.keys));
  std::erase_if(all, [&](const store::SentInRow& row) { return row.at > end; });
  for (auto& row : all)
    if (row.read && row.read->at > end) row.read.reset();
  return std::move(all);
}

/// What each of those parts takes who sees more of the file than its records.
Status add_more(Session& session, const Grant& grant, const store::Archive& archive,
                const DayAsked& asked, StoodFile& stood) {
  const auto& may = stood.file.may;
  if (may.has(Action::MarkFile)) {
    NL_TRY(closing, closing_then(session, grant, asked.end));
    stood.closing = std::move(closing);
  }
  if (!may.has(Action::Disclose) && !may.has(Action::GiveLink)) return done();
  NL_TRY(links, store::links_given(session, grant, archive.keys));
  if (may.has(Action::Disclose)) {
    NL_TRY(sharing, sharing_then(session, grant, links, asked.end));
    stood.sharing = std::move(sharing);
  }
  if (!may.has(Action::GiveLink)) return done();
  std::erase_if(links, [&](const store::LinkGiven& one) { return !one.stood(asked.end); });
  stood.links = std::move(links);
  return done();
}

Status add_names(Session& session, StoodFile& stood) {
  std::vector<domain::PersonId> people;
  std::vector<domain::TeamId> teams;
  for (const auto& one : stood.cases)
    for (const auto& worker : one.workers) {
      if (worker.person) people.push_back(*worker.person);
      teams.push_back(worker.team);
    }
  for (const auto& one : stood.records) people.push_back(one.version.head.recorded_by);
  if (stood.closing) {
    people.insert(people.end(), stood.closing->named.begin(), stood.closing->named.end());
    for (const auto& one : stood.closing->conflicts) people.push_back(one.person);
  }
  if (stood.sharing) {
    for (const auto& one : stood.sharing->invitations) people.push_back(one.person);
    for (const auto& one : stood.sharing->shares)
      if (one.row.person) people.push_back(*one.row.person);
  }
  NL_TRY(names, store::names_of(session, people));
  NL_TRY(team_names, store::names_of(session, teams));
  stood.people = std::move(names);
  stood.teams = std::move(team_names);
  return done();
}

Result<StoodFile> gathered(Session& session, const Grant& grant, const store::Archive& archive,
                           CaseFile file, const DayAsked& asked) {
  NL_TRY(began, store::opened_at(session, grant));
  NL_TRY(child, child_then(session, grant, file, asked));
  StoodFile stood{.file = std::move(file),
                  .day = asked.day,
                  .known = asked.known,
                  .began = began,
                  .child = std::move(child)};
  if (stood.not_begun()) return stood;
  const auto known_on =
      asked.known == KnownWhen::Then ? asked.day : platform::day_in_london(grant.at());
  if (const auto* lived = store::address_on(stood.file.addresses, asked.day, known_on))
    stood.lived_at = *lived;
  NL_TRY(stages, store::cases_over_time(session, grant));
  NL_TRY(first_days, store::first_days_over_time(session, grant));
  stood.cases = stood_cases(stood.file, {std::move(stages), std::move(first_days)}, asked);
  stood.marks = marks_then(stood.file, asked.end);
  NL_CHECK(add_more(session, grant, archive, asked, stood));
  NL_TRY(sent, sent_in_then(session, grant, archive, asked.end));
  stood.sent_in = std::move(sent);
  NL_TRY(records, (asked.known == KnownWhen::Then ? records_then : records_up_to)(
                      session, grant, archive, asked.day));
  stood.records = std::move(records);
  NL_CHECK(add_names(session, stood));
  return stood;
}

}  // namespace

Result<StoodFile> file_as_it_stood(Gate& gate, const store::Archive& archive, const Asker& asker,
                                   FileId file, Date day, KnownWhen known) {
  if (day > platform::day_in_london(asker.at))
    return invalid("Enter today or a day in the past", "day");
  const auto last =
      platform::start_of_day_in_london(add_days(day, 1)) - std::chrono::milliseconds(1);
  const DayAsked asked{day, known, std::min(last, asker.at)};
  const auto* const act = known == KnownWhen::Then ? "file-as-it-stood" : "file-up-to";
  return gate.read(
      asker, Action::ReadFile, file, {.called = accounts::act(act, {{"day", iso(day)}})},
      [&](Session& session, const Grant& grant, const Standing& how) -> Result<StoodFile> {
        NL_TRY(there, case_file(gate, asker, session, grant, how));
        return gathered(session, grant, archive, std::move(there), asked);
      });
}

}  // namespace northlight::casework
