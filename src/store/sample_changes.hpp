#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "store/samples.hpp"

/// What is changed of a sample between its notification and its end: the last day of its fieldwork,
/// and who sees its cases.
namespace northlight::store {

struct LastDayMoved {
  Date before{};
  Date last_day{};
  std::string reason;  ///< As typed, without a name.
};
struct ReaderAdded {
  domain::PersonId person;
};
struct ReaderTaken {
  domain::PersonId person;
};
using SampleChange = std::variant<LastDayMoved, ReaderAdded, ReaderTaken>;

struct SampleChangeRow {
  SampleChange change;
  SampleHand by;
  std::string by_name;
  std::string person_name;  ///< Whose sight began or ended; empty for a day.
};

/// Also moves the last day. Sight itself is given and ended in store/sight.
Status change_sample(Transaction& transaction, SampleId id, const SampleChange& change,
                     const SampleHand& by);

/// In the order in which they were made.
Result<std::vector<SampleChangeRow>> sample_changes(Session& session, SampleId id);

}  // namespace northlight::store
