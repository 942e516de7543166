#include "casework/stood_cases.hpp"

#include <algorithm>

namespace northlight::casework {
namespace {

using platform::Instant;
using store::AllocationRow;
using store::CaseRow;
using store::CaseWas;

/// One case with all that is kept of it.
struct CaseKept {
  const CaseRow& row;
  std::vector<CaseWas> was;
  std::vector<AllocationRow> allocations;
};

CaseKept kept_of(const CaseRow& row, const CaseFile& today, const std::vector<CaseWas>& was) {
  CaseKept kept{row, {}, {}};
  std::ranges::copy_if(was, std::back_inserter(kept.was),
                       [&](const CaseWas& one) { return one.id == row.id; });
  // What was called off before it began never was.
  std::ranges::copy_if(today.allocations, std::back_inserter(kept.allocations),
                       [&](const AllocationRow& one) {
                         return one.child_case == row.id && (!one.until || *one.until > one.from);
                       });
  return kept;
}

/// Whoever begins a case gives it to somebody at once: where the history of its stages is younger
/// than the case, the first allocation says when that was.
Instant begun_at(const CaseKept& kept) {
  if (!kept.was.empty() && !kept.was.front().from.taken_over) return kept.was.front().from.at;
  if (kept.allocations.empty()) return platform::start_of_day_in_london(kept.row.opened_on);
  return std::ranges::min(kept.allocations, {}, &AllocationRow::from).from;
}

/// Whoever closes a case ends all work on it at once: likewise, of a case that has ended.
Instant closed_at(const CaseKept& kept, Date closed_on) {
  if (!kept.was.empty() && !kept.was.back().from.taken_over) return kept.was.back().from.at;
  auto last = platform::start_of_day_in_london(closed_on);
  for (const auto& one : kept.allocations)
    if (one.until) last = std::max(last, *one.until);
  return last;
}

bool had_begun(const CaseKept& kept, const DayAsked& asked) {
  return asked.known == KnownWhen::Today ? kept.row.opened_on <= asked.day
                                         : begun_at(kept) <= asked.end;
}

bool had_ended(const CaseKept& kept, const DayAsked& asked) {
  const auto& closed_on = kept.row.closed_on;
  if (!closed_on) return false;
  return asked.known == KnownWhen::Today ? *closed_on <= asked.day
                                         : closed_at(kept, *closed_on) <= asked.end;
}

/// As it was known then, or as it is known today.
Date first_day_of(const CaseRow& row, const std::vector<store::FirstDayWas>& was,
                  const DayAsked& asked) {
  if (asked.known == KnownWhen::Today) return row.opened_on;
  const auto then = std::ranges::find_if(was, [&](const store::FirstDayWas& one) {
    return one.id == row.id && one.until > asked.end;
  });
  return then == was.end() ? row.opened_on : then->opened_on;
}

/// Of a case that was open. That it has ended since says nothing of how far it had come.
std::optional<AsOf<domain::CaseStage>> stage_of(std::vector<CaseWas> was, Instant end) {
  std::erase_if(was, [](const CaseWas& one) { return one.stage == domain::CaseStage::Closed; });
  if (was.empty()) return std::nullopt;
  return as_of(was, end, &CaseWas::stage);
}

std::vector<AllocationRow> workers_by(std::vector<AllocationRow> all, Instant end) {
  std::erase_if(all, [&](const AllocationRow& one) { return one.from > end; });
  for (auto& one : all)
    if (!one.is_over(end)) one.until.reset();
  return all;
}

}  // namespace

std::vector<StoodCase> stood_cases(const CaseFile& today, const CasesKept& all,
                                   const DayAsked& asked) {
  std::vector<StoodCase> stood;
  for (const auto& row : today.cases) {
    auto kept = kept_of(row, today, all.stages);
    if (!had_begun(kept, asked)) continue;
    StoodCase one{
        .id = row.id, .kind = row.kind, .opened_on = first_day_of(row, all.first_days, asked)};
    if (had_ended(kept, asked)) {
      one.ended_on = row.closed_on;
      one.stage = AsOf<domain::CaseStage>{domain::CaseStage::Closed};
    } else {
      one.stage = stage_of(std::move(kept.was), asked.end);
    }
    one.workers = workers_by(std::move(kept.allocations), asked.end);
    stood.push_back(std::move(one));
  }
  return stood;
}

}  // namespace northlight::casework
