#include "casework/sample_parts.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "store/sight.hpp"

namespace northlight::casework {

using domain::FileId;
using store::SampleStage;
using store::Transaction;

namespace {

Error taken(std::string message) { return {ErrorCode::Conflict, std::move(message)}; }

}  // namespace

Result<store::SampleRow> sample_now(Transaction& transaction, store::SampleId id) {
  NL_TRY(found, store::sample(transaction, id));
  if (!found) return Error{ErrorCode::NotFound, "There is no such sample."};
  return *std::move(found);
}

Error wrong_stage(SampleStage stage) {
  switch (stage) {
    case SampleStage::ListAsked:
      return taken("The service has not sent the list of its cases yet.");
    case SampleStage::ListSent:
      return taken("The list of cases is sent, and the sample is not notified yet.");
    case SampleStage::Notified:
      return taken("The sample was notified already: inspectors see its cases.");
    case SampleStage::Ended:
      return taken("The last day of the fieldwork is over, and nobody sees the cases any more.");
    case SampleStage::Signed:
      return taken("The fieldwork evidence is signed already: the sample is over.");
    case SampleStage::CalledOff:
      return taken("The sample was called off.");
  }
  return taken("The sample has gone on meanwhile.");
}

std::vector<FileId> files_drawn(const std::vector<store::SampleCase>& cases) {
  std::set<FileId> files;
  for (const auto& one : cases)
    if (one.drawn && one.file) files.insert(*one.file);
  return {files.begin(), files.end()};
}

Status check_sample_day(const accounts::Policy& policy, const store::SampleRow& sample,
                        const std::optional<Date>& last_day, Date today) {
  if (!last_day) return invalid("Enter the last day of the fieldwork", "last_day");
  if (*last_day < today)
    return invalid("Enter a last day of the fieldwork that has not passed", "last_day");
  const auto latest = add_days(today, policy.sample_days());
  const auto days = std::to_string(policy.sample_days());
  if (sample.fieldwork_on > latest)
    return invalid("The fieldwork begins on " + words(sample.fieldwork_on) + ", more than " + days +
                       " days from today, and sight may last " + days +
                       " days. Notify the sample nearer to it",
                   "last_day");
  if (*last_day > latest)
    return invalid("Inspectors may see the cases for " + days + " days from today at most: enter " +
                       words(latest) + " or a day before it",
                   "last_day");
  if (*last_day < sample.fieldwork_on)
    return invalid("The last day of the fieldwork must be the same as or after its first, " +
                       words(sample.fieldwork_on),
                   "last_day");
  return done();
}

Status check_inspectors(store::Session& session, const Gate& gate, const store::SampleRow& sample,
                        const std::vector<domain::PersonId>& chosen, Date today) {
  if (chosen.empty()) return invalid("Choose who sees the cases of the sample", "inspector");
  NL_TRY(team, who_may_judge(session, gate, sample.inspectorate, today));
  for (const auto& person : chosen)
    if (std::ranges::find(team, person, &TeamMember::person) == team.end())
      return invalid("Choose people of your inspectorate who judge cases", "inspector");
  return done();
}

Status give_sampled_sight(Transaction& transaction, const store::SampleRow& sample,
                          const std::vector<FileId>& files, domain::PersonId person,
                          platform::Instant from) {
  for (const auto& file : files)
    NL_CHECK(store::give_sight(transaction, {.holder = store::Holder::of(person),
                                             .organisation = sample.inspectorate,
                                             .file = file,
                                             .relation = domain::Relation::Sampled,
                                             .from = from,
                                             .until = sample.ends_at(),
                                             .cause = store::SightCause::Sample,
                                             .cause_id = sample.id.text()}));
  return done();
}

}  // namespace northlight::casework
