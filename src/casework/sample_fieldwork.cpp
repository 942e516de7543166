#include "casework/sample_fieldwork.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "casework/sample_parts.hpp"
#include "store/sight.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::PersonId;
using store::SampleId;
using store::SampleStage;
using store::SightCause;
using store::Transaction;

constexpr std::size_t longest_reason = 1'000;

/// The files of the sample, of which the trail tells, and who sees them at that moment.
struct RunningSample {
  store::SampleRow sample;
  std::vector<store::SampleCase> cases;
  std::vector<PersonId> readers;
};

Result<RunningSample> running_sample(Transaction& transaction, SampleId id, const Asker& asker) {
  NL_TRY(sample, sample_now(transaction, id));
  if (sample.stage(asker.at) != SampleStage::Notified) return wrong_stage(sample.stage(asker.at));
  NL_TRY(cases, store::sample_cases(transaction, id));
  NL_TRY(all, store::sample_readers(transaction, id));
  std::vector<PersonId> readers;
  for (const auto& one : all)
    if (!one.until || *one.until > asker.at) readers.push_back(one.person);
  return RunningSample{std::move(sample), std::move(cases), std::move(readers)};
}

bool sees(const RunningSample& running, PersonId person) {
  return std::ranges::find(running.readers, person) != running.readers.end();
}

Status check_later(const store::SampleRow& sample, const LaterDay& typed) {
  if (typed.last_day && sample.last_day && *typed.last_day <= *sample.last_day)
    return invalid("Enter a day after " + words(*sample.last_day) +
                       ", which is the last day now. To end sight earlier, sign the evidence",
                   "last_day");
  const auto reason = trim(typed.reason);
  if (reason.empty() || reason.size() > longest_reason)
    return invalid("Say why it takes longer, in 1,000 letters or fewer and without a name",
                   "reason");
  return done();
}

/// The change as it is asked of the gate; `change(transaction, running, told)`.
template <typename Change>
Status change_running(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                      std::string_view code, Change change) {
  NL_TRY(seat, sample_seat(database, gate, asker, Action::DrawSample, id));
  return gate.change(asker, Action::DrawSample, seat.organisation,
                     {.operation = store::AuditOperation::Permission,
                      .called = act(code, {{"sample", id.text()}})},
                     [&](Transaction& transaction, Trace& told) -> Status {
                       NL_TRY(running, running_sample(transaction, id, asker));
                       told.concerns = running.sample.service;
                       told.listed = files_drawn(running.cases);
                       return change(transaction, running, told);
                     });
}

}  // namespace

Status lengthen_sample(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                       const LaterDay& typed) {
  return change_running(
      database, gate, asker, id, "sample-lengthened",
      [&](Transaction& transaction, RunningSample& running, Trace& told) -> Status {
        auto& sample = running.sample;
        NL_CHECK(check_sample_day(gate.policy(), sample, typed.last_day,
                                  platform::day_in_london(asker.at)));
        NL_CHECK(check_later(sample, typed));
        const store::LastDayMoved moved{.before = sample.last_day.value_or(*typed.last_day),
                                        .last_day = *typed.last_day,
                                        .reason = std::string(trim(typed.reason))};
        told.justification = moved.reason;
        told.called = act("sample-lengthened", {{"sample", id.text()},
                                                {"last-day", iso(moved.last_day)},
                                                {"day-before", iso(moved.before)}});
        sample.last_day = moved.last_day;
        NL_CHECK(store::go_on_seeing(transaction, SightCause::Sample, id.text(), asker.at,
                                     *sample.ends_at()));
        return store::change_sample(transaction, id, moved, {asker.person, asker.at});
      });
}

Status add_sample_reader(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                         std::optional<PersonId> person) {
  return change_running(
      database, gate, asker, id, "sample-reader-added",
      [&](Transaction& transaction, RunningSample& running, Trace& told) -> Status {
        if (!person) return invalid("Choose who sees the cases from now on", "inspector");
        NL_CHECK(check_inspectors(transaction, gate, running.sample, {*person},
                                  platform::day_in_london(asker.at)));
        if (sees(running, *person))
          return invalid("They see the cases of this sample already: choose somebody else",
                         "inspector");
        std::erase_if(running.cases, [](const auto& one) { return !one.is_held; });
        told.about = *person;
        told.listed = files_drawn(running.cases);
        told.called = act("sample-reader-added", {{"sample", id.text()},
                                                  {"files", std::to_string(told.listed.size())},
                                                  {"inspectors", person->text()}});
        NL_CHECK(give_sampled_sight(transaction, running.sample, told.listed, *person, asker.at));
        return store::change_sample(transaction, id, store::ReaderAdded{*person},
                                    {asker.person, asker.at});
      });
}

Status take_sample_reader(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                          PersonId person) {
  return change_running(
      database, gate, asker, id, "sample-reader-taken",
      [&](Transaction& transaction, const RunningSample& running, Trace& told) -> Status {
        if (!sees(running, person))
          return Error{ErrorCode::NotFound, "They do not see the cases by this sample."};
        told.about = person;
        told.called = act("sample-reader-taken", {{"sample", id.text()},
                                                  {"files", std::to_string(told.listed.size())},
                                                  {"whose", person.text()}});
        NL_CHECK(store::end_sight_of(transaction, SightCause::Sample, id.text(),
                                     store::Holder::of(person), asker.at));
        return store::change_sample(transaction, id, store::ReaderTaken{person},
                                    {asker.person, asker.at});
      });
}

}  // namespace northlight::casework
