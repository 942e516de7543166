#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/audit_head.hpp"
#include "store/session.hpp"

/// The heads that the database keeps, a day each. Whoever may add rows to it may add heads of their
/// own: so one counts only where it is signed by the key that is known from elsewhere, for a day
/// that has come.
namespace northlight::store {

/// The newest that is signed by that key, for `today` or a day before it.
Result<std::optional<AuditHead>> newest_own_head(Session& session, std::string_view public_key,
                                                 Date today);

/// One that nobody who makes heads can have made.
struct HeadFault {
  std::string day;      ///< As its row says.
  std::string message;  ///< What is wrong with it, in a sentence.
};

/// Those that cannot be read, say another day than their row, or are for a day after `today`; and,
/// where `public_key` is given, those by another key from the first day on that it signed. Heads
/// before that day are an earlier key's.
Result<std::vector<HeadFault>> faults_of_heads(Session& session, Date today,
                                               std::optional<std::string_view> public_key);

/// Those that have no such fault, the earliest first: what each chain had come to on their days.
/// One that somebody else put there names a break where there may be none: that they could put it
/// there is worth a look too.
Result<std::vector<AuditHead>> heads_without_fault(Session& session, Date today,
                                                   std::optional<std::string_view> public_key);

}  // namespace northlight::store
