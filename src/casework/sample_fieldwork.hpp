#pragma once

#include "casework/samples.hpp"

/// What a lead inspector changes while inspectors see the cases of a sample. Each change is on the
/// trail of both sides, and the service reads it on the page of the sample. Fails with Conflict
/// where the sample is not notified yet or is over: sight that has ended does not begin again.
namespace northlight::casework {

struct LaterDay {
  std::optional<Date> last_day{};
  std::string reason{};  ///< Without a name.
};
/// The last day of the fieldwork is moved to a later one, and with it the end of all sight by the
/// sample. Fails with Invalid (where: "last_day", "reason").
Status lengthen_sample(store::Database& database, Gate& gate, const Asker& asker,
                       store::SampleId id, const LaterDay& typed);

/// Somebody else of the inspectorate sees the cases from now on, those that the service still
/// holds. Fails with Invalid (where: "inspector") for whoever sees them already or judges no cases.
Status add_sample_reader(store::Database& database, Gate& gate, const Asker& asker,
                         store::SampleId id, std::optional<domain::PersonId> person);

/// Somebody who sees the cases by this sample does so no more. NotFound for whoever does not.
Status take_sample_reader(store::Database& database, Gate& gate, const Asker& asker,
                          store::SampleId id, domain::PersonId person);

}  // namespace northlight::casework
