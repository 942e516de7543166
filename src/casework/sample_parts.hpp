#pragma once

#include <vector>

#include "casework/samples.hpp"

/// What the use cases of samples have in common. Of use inside casework/ only.
namespace northlight::casework {

/// A sample and the organisation for which somebody asks about it: the side on which they may do
/// it, or else the one whose gate says no.
struct SampleSeat {
  store::SampleRow sample;
  domain::OrganisationId organisation;

  SampleSide side() const {
    return organisation == sample.inspectorate ? SampleSide::Inspectorate : SampleSide::Service;
  }
};
Result<SampleSeat> sample_seat(store::Database& database, const Gate& gate, const Asker& asker,
                               domain::Action action, store::SampleId id);

/// For whoever is not let on: one of the asker's organisations. NotFound for who holds no role.
Result<domain::OrganisationId> organisation_asked(const Gate& gate, const Asker& asker,
                                                  domain::Action action);

/// Who could see the cases of a sample: whose role there finds sampled files, by name.
Result<std::vector<TeamMember>> who_may_judge(store::Session& session, const Gate& gate,
                                              domain::OrganisationId inspectorate, Date today);

/// The cases of the service that fit the sample, of those that the asker may find.
Result<std::vector<store::FittingCase>> fitting_cases(Gate& gate, const Asker& asker,
                                                      const store::SampleRow& sample);

}  // namespace northlight::casework
