#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/child_case.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/children.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What a file held before it was changed, where lists and pages read rows that are written over: a
/// child's names and date of birth, how far the work on a case has come, and its first day.
namespace northlight::store {

/// From when on it stood so.
struct StoodFrom {
  platform::Instant at{};
  bool taken_over = false;  ///< It stood so already, nobody knows since when, as keeping it began.
};

struct ChildWas {
  ChildRow child;
  StoodFrom from{};
};
/// Of the file of the grant, the first first. Empty for a file of which only basics are kept.
Result<std::vector<ChildWas>> child_over_time(Session& session, const Grant& grant);

struct CaseWas {
  domain::CaseId id;
  domain::CaseStage stage = domain::CaseStage::Opened;
  StoodFrom from{};
};
/// Of all cases of the file, each case's first first. Likewise.
Result<std::vector<CaseWas>> cases_over_time(Session& session, const Grant& grant);

/// A first day that was corrected.
struct FirstDayWas {
  domain::CaseId id;
  Date opened_on{};           ///< What it was taken to be,
  platform::Instant until{};  ///< until then.
};
/// Of all cases of the file, each case's first first; none of a case that was never corrected.
Result<std::vector<FirstDayWas>> first_days_over_time(Session& session, const Grant& grant);

/// When the file began.
Result<platform::Instant> opened_at(Session& session, const Grant& grant);

// How put_child, open_case, set_stage, set_first_day and close_case add to what was. Of use inside
// store/ only.
/// Nothing where it stands so already.
Status keep_child_was(Transaction& transaction, const Grant& grant, const ChildRow& child);
Status keep_case_was(Transaction& transaction, const Grant& grant, domain::CaseId id,
                     domain::CaseStage stage);
/// `opened_on` is what it was until now.
Status keep_first_day_was(Transaction& transaction, const Grant& grant, domain::CaseId id,
                          Date opened_on);

}  // namespace northlight::store
