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

/// The sample as it stands inside a change; NotFound when there is none.
Result<store::SampleRow> sample_now(store::Transaction& transaction, store::SampleId id);

/// Why something cannot be done at that stage.
Error wrong_stage(store::SampleStage stage);

/// The files of the cases that were drawn, without those that were erased.
std::vector<domain::FileId> files_drawn(const std::vector<store::SampleCase>& cases);

/// The last day that may be given today: Invalid (where: "last_day") for one that is missing, has
/// passed, is too late or lies before the fieldwork begins.
Status check_sample_day(const accounts::Policy& policy, const store::SampleRow& sample,
                        const std::optional<Date>& last_day, Date today);

/// Invalid (where: "inspector") for whoever is nobody who judges cases there.
Status check_inspectors(store::Session& session, const Gate& gate, const store::SampleRow& sample,
                        const std::vector<domain::PersonId>& chosen, Date today);

/// Sight of the files for that person, until the sample's own end.
Status give_sampled_sight(store::Transaction& transaction, const store::SampleRow& sample,
                          const std::vector<domain::FileId>& files, domain::PersonId person,
                          platform::Instant from);

/// Who could see the cases of a sample: whose role there finds sampled files, by name.
Result<std::vector<TeamMember>> who_may_judge(store::Session& session, const Gate& gate,
                                              domain::OrganisationId inspectorate, Date today);

/// The cases of the service that fit the sample, of those that the asker may find: shown is one
/// page of them.
Result<std::vector<store::FittingCase>> fitting_cases(Gate& gate, const Asker& asker,
                                                      const store::SampleRow& sample,
                                                      const PagePlace& shown);

}  // namespace northlight::casework
