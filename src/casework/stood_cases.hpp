#pragma once

#include <vector>

#include "casework/stood_file.hpp"
#include "store/what_was.hpp"

/// The cases of a file as they stood on a day, told from what is kept of them over time. Of use
/// inside casework/ only.
namespace northlight::casework {

/// A day, and what is asked about it.
struct DayAsked {
  Date day;
  KnownWhen known;
  platform::Instant end;  ///< The last moment of that day in London, or now if it is today.
};

/// What is kept of the cases of a file over time.
struct CasesKept {
  std::vector<store::CaseWas> stages;
  std::vector<store::FirstDayWas> first_days;  ///< Those that were corrected.
};

std::vector<StoodCase> stood_cases(const CaseFile& today, const CasesKept& kept,
                                   const DayAsked& asked);

/// The last of them that stood by then; the first of all, with since when, where none did yet.
/// `rows` in turn, at least one.
template <typename Row, typename Value>
auto as_of(const std::vector<Row>& rows, platform::Instant end, Value Row::*value) {
  using T = std::remove_cvref_t<decltype(rows.front().*value)>;
  const Row* stood = nullptr;
  for (const auto& row : rows)
    if (row.from.at <= end) stood = &row;
  return stood != nullptr ? AsOf<T>{stood->*value}
                          : AsOf<T>{rows.front().*value, rows.front().from.at};
}

}  // namespace northlight::casework
