#include "accounts/gate.hpp"

#include <algorithm>

#include "accounts/may.hpp"
#include "accounts/receipts.hpp"
#include "accounts/scope.hpp"
#include "store/changed_version.hpp"

namespace northlight::accounts {
namespace {

using store::AuditEntry;
using store::AuditOutcome;

/// What was decided of one question, and the line that says so.
struct Decided {
  Status open = done();  ///< Whether it may go on, or what to answer instead.
  std::optional<std::string> reason{};
  std::optional<Standing> standing{};  ///< To the file, where there is one.
  AuditEntry entry{};
};

AuditEntry entry_of(const Asker& asker, domain::Action action, const Trace& trace,
                    std::size_t role) {
  AuditEntry entry{.at = asker.at,
                   .person = asker.person,
                   .operation = trace.operation,
                   .action = trace.called.empty() ? std::string(code(action)) : trace.called,
                   .record = trace.record,
                   .version = trace.version,
                   .about = trace.about,
                   .listed = trace.listed,
                   .justification = trace.justification,
                   .recipient = trace.recipient,
                   .source = asker.source,
                   .request = asker.request};
  if (role < asker.roles.size()) {
    entry.role = asker.roles[role].role;
    entry.organisation = asker.roles[role].organisation;
  }
  return entry;
}

/// In the words of what does not exist, whatever the reason.
Error not_there() { return {ErrorCode::NotFound, "There is no such page."}; }

void settle(Decided& decided, const Asker& asker, const Decision& decision) {
  if (const auto* const allowed = std::get_if<Allowed>(&decision)) {
    decided.entry.role = asker.roles[allowed->role].role;
    decided.entry.organisation = asker.roles[allowed->role].organisation;
    return;
  }
  if (const auto* const needs = std::get_if<NeedsReason>(&decision)) {
    decided.entry.role = asker.roles[needs->role].role;
    decided.entry.organisation = asker.roles[needs->role].organisation;
    decided.entry.outcome = AuditOutcome::ReasonAsked;
    decided.open = Error{ErrorCode::NeedsReason, needs->why};
    return;
  }
  const auto& denied = std::get<Denied>(decision);
  decided.entry.outcome = AuditOutcome::Denied;
  decided.open = denied.hidden ? not_there() : Error{ErrorCode::Forbidden, denied.reason};
}

/// Whether the address that was asked is of such files.
bool is_at_its_address(const Asker& asker, const Standing& file) {
  const bool victims = file.marks.has(domain::Mark::VictimWalled);
  return asker.files_at == FilesAt::Anywhere || victims == (asker.files_at == FilesAt::Victims);
}

Result<Decided> decide(store::Session& session, const Policy& policy, const Asker& asker,
                       domain::Action action, domain::FileId file, const Trace& trace) {
  Decided decided{.entry = entry_of(asker, action, trace, 0)};
  decided.entry.file = file;
  auto found = standing(session, asker, file);
  if (!found && found.error().code != ErrorCode::NotFound) return std::move(found).error();
  if (!found) {
    settle(decided, asker, Denied{found.error().message, true});
    return decided;
  }
  decided.entry.service = found->service;
  if (!is_at_its_address(asker, *found)) {
    settle(decided, asker, Denied{"There is no such file at this address.", true});
    return decided;
  }
  const auto decision = may(policy, asker, action, *found);
  settle(decided, asker, decision);
  // A reason is on the trail wherever it opened something, not where it was not needed.
  if (const auto* const allowed = std::get_if<Allowed>(&decision); allowed && allowed->by_reason) {
    decided.reason = found->reason;
    if (!decided.entry.justification) decided.entry.justification = found->reason;
  }
  decided.standing = *std::move(found);
  return decided;
}

Decided decide(const Policy& policy, const Asker& asker, domain::Action action,
               domain::OrganisationId organisation, const Trace& trace) {
  Decided decided{.entry = entry_of(asker, action, trace, 0)};
  decided.entry.service = organisation;
  decided.entry.file = trace.file;  // Whose trail was read, say.
  settle(decided, asker, may(policy, asker, action, organisation));
  return decided;
}

/// Whether a failure says something of what was asked for, or only that nothing works today.
bool is_of_the_machine(const Error& error) {
  return error.code == ErrorCode::Unavailable && !store::is_changed_version(error);
}

/// The line of what was allowed and came to nothing; then the error itself.
Status failed(store::Database& database, AuditEntry entry, Error error) {
  if (is_of_the_machine(error)) return error;
  entry.outcome = AuditOutcome::Failed;
  NL_CHECK(database.write(
      [&](store::Transaction& transaction) { return store::append_audit(transaction, entry); }));
  return error;
}

Error undecided() { return {ErrorCode::Unavailable, "Nobody was asked whether this may be."}; }

/// The line once for each service of the files that were shown, which it names.
std::vector<AuditEntry> line_for_each_service(AuditEntry entry, std::vector<Shown> shown) {
  std::ranges::stable_sort(shown, {}, &Shown::service);
  std::vector<AuditEntry> lines;
  for (auto at = shown.begin(); at != shown.end();) {
    const auto end = std::find_if(at, shown.end(),
                                  [&](const Shown& each) { return each.service != at->service; });
    entry.service = at->service;
    entry.listed.clear();
    for (; at != end; ++at) entry.listed.push_back(at->file);
    lines.push_back(entry);
  }
  return lines;
}

/// Puts on the line what became known while the work was done.
void tell(AuditEntry& entry, const Trace& told) {
  entry.operation = told.operation;
  if (!told.called.empty()) entry.action = told.called;
  if (told.file) entry.file = told.file;
  entry.record = told.record;
  entry.version = told.version;
  entry.about = told.about;
  entry.listed = told.listed;
  entry.recipient = told.recipient;
  if (told.justification) entry.justification = told.justification;
}

/// What is common to both kinds of change. `decide` and `work` run inside the transaction; what was
/// denied is kept there, and of what failed afterwards nothing is kept but the line that says so.
template <typename Decide, typename Work>
Status changed(store::Database& database, const Trace& trace, Decide decide, Work work) {
  std::optional<Decided> decided;
  std::optional<Error> fault;
  auto written = database.write([&](store::Transaction& transaction) -> Status {
    fault.reset();
    NL_TRY(now, decide(transaction));
    decided = std::move(now);
    if (!decided->open) return store::append_audit(transaction, decided->entry);
    auto told = trace;
    if (auto done_so = work(transaction, *decided, told); !done_so) {
      fault = std::move(done_so).error();
      return *fault;
    }
    auto entry = decided->entry;
    tell(entry, told);
    if (!told.concerns || *told.concerns == entry.service)
      return store::append_audit(transaction, entry);
    auto there = entry;
    there.service = *told.concerns;
    entry.listed.clear();
    NL_CHECK(store::append_audit(transaction, entry));
    return store::append_audit(transaction, there);
  });
  if (!written && fault && decided) return failed(database, decided->entry, std::move(*fault));
  NL_CHECK(std::move(written));
  if (!decided) return undecided();
  return std::move(decided->open);
}

}  // namespace

Status Gate::let_read(const Asker& asker, domain::Action action, domain::FileId file,
                      const Trace& trace, const Ask& ask,
                      const std::function<bool()>& showed_nothing) {
  std::optional<Decided> decided;
  std::optional<Error> fault;
  auto told = trace;
  auto through = database_.read([&](store::Session& session) -> Status {
    NL_TRY(now, decide(session, policy_, asker, action, file, trace));
    decided = std::move(now);
    told = trace;
    if (!decided->open) return done();
    const store::Grant grant(file, action, asker.person, asker.at, decided->reason);
    if (auto asked = ask(session, grant, *decided->standing, told); !asked)
      fault = std::move(asked).error();
    return done();
  });
  NL_CHECK(std::move(through));
  if (!decided) return undecided();
  if (fault) return failed(database_, decided->entry, std::move(*fault));
  if (decided->open && showed_nothing && showed_nothing()) return done();
  if (decided->open) tell(decided->entry, told);
  NL_CHECK(write_down(asker, {std::move(decided->entry)}));
  return std::move(decided->open);
}

Status Gate::let_change(const Asker& asker, domain::Action action, domain::FileId file,
                        const Trace& trace, const Change& change) {
  return changed(
      database_, trace,
      [&](store::Transaction& transaction) {
        return decide(transaction, policy_, asker, action, file, trace);
      },
      [&](store::Transaction& transaction, const Decided& decided, Trace& told) {
        return change(transaction,
                      store::Grant(file, action, asker.person, asker.at, decided.reason), told);
      });
}

Status Gate::let_read(const Asker& asker, domain::Action action,
                      domain::OrganisationId organisation, const Trace& trace,
                      const AskThere& ask) {
  auto decided = decide(policy_, asker, action, organisation, trace);
  std::vector<AuditEntry> lines;
  if (decided.open) {
    auto told = trace;
    if (auto asked = database_.read([&](store::Session& session) { return ask(session, told); });
        !asked)
      return failed(database_, decided.entry, std::move(asked).error());
    tell(decided.entry, told);
    lines = line_for_each_service(decided.entry, std::move(told.shown));
  }
  // That it was asked stands in the organisation's own chain, whatever was shown.
  if (std::ranges::find(lines, decided.entry.service, &AuditEntry::service) == lines.end())
    lines.push_back(std::move(decided.entry));
  NL_CHECK(write_down(asker, std::move(lines)));
  return std::move(decided.open);
}

Status Gate::let_change(const Asker& asker, domain::Action action,
                        domain::OrganisationId organisation, const Trace& trace,
                        const ChangeThere& change) {
  return changed(
      database_, trace,
      [&](store::Transaction&) {
        return Result<Decided>(decide(policy_, asker, action, organisation, trace));
      },
      [&](store::Transaction& transaction, const Decided&, Trace& told) {
        return change(transaction, told);
      });
}

Status Gate::let_list(const Asker& asker, domain::Action action, const Among& whose,
                      const List& list) {
  const store::ListGrant grant(scope(policy_, asker, whose, action));
  std::vector<Shown> shown;
  auto entry = entry_of(asker, action, {}, 0);
  auto found = database_.read([&](store::Session& session) { return list(session, grant, shown); });
  if (!found) return failed(database_, entry, std::move(found).error());
  if (shown.empty()) {
    if (!asker.roles.empty()) entry.service = asker.roles.front().organisation;
    return write_down(asker, {std::move(entry)});
  }
  return write_down(asker, line_for_each_service(std::move(entry), std::move(shown)));
}

store::ListGrant Gate::grant_of_log(const Asker& asker, domain::OrganisationId organisation) const {
  return store::ListGrant(scope_of_log(policy_, asker, organisation));
}

Status Gate::write_down(const Asker& asker, std::vector<AuditEntry> lines) {
  if (queue_ != nullptr && asker.receipts) {
    asker.receipts->expect();
    queue_->put(std::move(lines),
                [receipts = asker.receipts](const Status& kept) { receipts->arrived(kept); });
    return done();
  }
  return database_.write(
      [&](store::Transaction& transaction) { return store::append_audit(transaction, lines); });
}

}  // namespace northlight::accounts
