#include "casework/samples.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "accounts/acts.hpp"
#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "casework/people.hpp"
#include "casework/sample_parts.hpp"
#include "platform/random.hpp"
#include "store/sight.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::PersonId;
using store::AuditOperation;
using store::SampleId;
using store::SampleStage;
using store::Transaction;

constexpr std::size_t longest_title = 120;
constexpr std::size_t longest_why = 1'000;
constexpr PagePlace everything{.number = 1, .size = std::numeric_limits<std::uint32_t>::max()};

store::SampleHand sampled_by(const Asker& asker) { return {asker.person, asker.at}; }

Result<store::SampleRow> checked_sample(store::Session& session, const Asker& asker,
                                        domain::OrganisationId inspectorate,
                                        const NewSample& typed) {
  if (!typed.service) return invalid("Choose the service that is inspected", "service");
  NL_TRY(service, store::organisation(session, *typed.service));
  if (!service || service->kind != store::OrganisationKind::Service || service->closed_on)
    return invalid("Choose the service that is inspected from the list", "service");
  const auto title = trim(typed.title);
  if (title.empty() || title.size() > longest_title)
    return invalid("Enter what the inspection is called, in 120 letters or fewer", "title");
  NL_CHECK(check_no_hidden_marks(title, "name", "title"));
  if (!typed.fieldwork_on) return invalid("Enter the first day of the fieldwork", "fieldwork_on");
  if (!typed.window_from)
    return invalid("Enter the first day on which a case may have begun", "window_from");
  if (!typed.window_to)
    return invalid("Enter the last day on which a case may have begun", "window_to");
  if (*typed.window_to < *typed.window_from)
    return invalid("The last day of the window must be the same as or after its first",
                   "window_to");
  auto kinds = typed.kinds;
  std::ranges::sort(kinds);
  const auto twice = std::ranges::unique(kinds);
  kinds.erase(twice.begin(), twice.end());
  if (kinds.empty() || std::ranges::find(kinds, domain::CaseKind::Victim) != kinds.end())
    return invalid("Choose at least one kind of children’s cases", "kinds");
  return store::SampleRow{.id = platform::random_id<SampleId>(),
                          .inspectorate = inspectorate,
                          .service = *typed.service,
                          .title = std::string(title),
                          .fieldwork_on = *typed.fieldwork_on,
                          .window_from = *typed.window_from,
                          .window_to = *typed.window_to,
                          .kinds = std::move(kinds),
                          .begun_by = asker.person,
                          .begun_at = asker.at};
}

/// In an order that tells nothing of the children.
void shuffle(std::vector<store::FittingCase>& cases) {
  std::vector<std::pair<std::string, store::FittingCase>> drawn;
  for (auto& one : cases)
    drawn.emplace_back(platform::random_id<SampleId>().text(), std::move(one));
  std::ranges::sort(
      drawn, {}, [](const auto& each) -> const auto& { return each.first; });
  for (std::size_t i = 0; i < drawn.size(); ++i) cases[i] = std::move(drawn[i].second);
}

Result<store::SentCaseList> checked_list(std::vector<store::FittingCase> fitting,
                                         const CaseListTyped& typed) {
  const std::set<domain::CaseId> chosen(typed.cases.begin(), typed.cases.end());
  const auto fit = fitting.size();
  std::erase_if(fitting, [&](const auto& one) { return !chosen.contains(one.id); });
  if (fitting.size() < chosen.size())
    return invalid(
        "A case that you ticked does not fit the window any more, or is no longer there for you. "
        "Look at the list again and send it then",
        "case");
  if (fitting.empty() && fit > 0) return invalid("Tick the cases that go on the list", "case");
  store::SentCaseList list{.cases = std::move(fitting)};
  list.left_out = static_cast<std::int64_t>(fit - list.cases.size());
  const auto why = trim(typed.why);
  if (list.left_out > 0 && (why.empty() || why.size() > longest_why))
    return invalid("Say why " + counted(list.left_out, "case is", "cases are") +
                       " left out, in 1,000 letters or fewer and without a name",
                   "why");
  if (list.left_out > 0) list.left_out_why = std::string(why);
  shuffle(list.cases);
  return list;
}

/// The cases that are drawn, in the order of their numbers.
Result<std::vector<store::SampleCase>> drawn_by(std::vector<store::SampleCase> cases,
                                                const std::vector<std::int64_t>& numbers) {
  const std::set<std::int64_t> chosen(numbers.begin(), numbers.end());
  if (chosen.empty()) return invalid("Choose the cases of the sample", "case");
  std::erase_if(cases, [&](const auto& one) { return !chosen.contains(one.number); });
  if (cases.size() < chosen.size())
    return invalid("Choose cases by the numbers of the list", "case");
  std::vector<std::string> gone;
  for (const auto& one : cases)
    if (!one.is_held) gone.push_back(std::to_string(one.number));
  if (!gone.empty())
    return invalid("The service does not hold the " +
                       std::string(gone.size() == 1 ? "file of case " : "files of cases ") +
                       list_in_words(gone) + " any more. Take " +
                       (gone.size() == 1 ? "it" : "them") + " off and choose others",
                   "case");
  return cases;
}

}  // namespace

Result<SampleId> begin_sample(Gate& gate, const Asker& asker, const NewSample& typed) {
  NL_TRY(inspectorate, organisation_asked(gate, asker, Action::DrawSample));
  return gate.change(asker, Action::DrawSample, inspectorate,
                     {.operation = AuditOperation::Permission, .called = act("sample-begun")},
                     [&](Transaction& transaction, Trace& told) -> Result<SampleId> {
                       NL_TRY(sample, checked_sample(transaction, asker, inspectorate, typed));
                       told.called = act("sample-begun", {{"sample", sample.id.text()}});
                       told.concerns = sample.service;
                       NL_CHECK(store::begin_sample(transaction, sample));
                       return sample.id;
                     });
}

Status send_case_list(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                      const CaseListTyped& typed) {
  NL_TRY(seat, sample_seat(database, gate, asker, Action::SendCaseList, id));
  std::vector<store::FittingCase> fitting;
  const auto sends = organisations_where(gate.policy(), asker, Action::SendCaseList);
  if (std::ranges::find(sends, seat.organisation) != sends.end()) {
    NL_TRY(found, fitting_cases(gate, asker, seat.sample, everything));
    fitting = std::move(found);
  }
  return gate.change(asker, Action::SendCaseList, seat.organisation,
                     {.operation = AuditOperation::Disclosure,
                      .called = act("case-list-sent", {{"sample", id.text()}})},
                     [&](Transaction& transaction, Trace& told) -> Status {
                       NL_TRY(sample, sample_now(transaction, id));
                       if (sample.stage(asker.at) != SampleStage::ListAsked)
                         return wrong_stage(sample.stage(asker.at));
                       NL_TRY(inspectorate, store::organisation(transaction, sample.inspectorate));
                       NL_TRY(list, checked_list(fitting, typed));
                       std::set<FileId> files;
                       for (const auto& one : list.cases) files.insert(one.file);
                       told.listed = {files.begin(), files.end()};
                       told.recipient = inspectorate ? inspectorate->name : std::string();
                       told.called =
                           act("case-list-sent",
                               {{"sample", id.text()}, {"files", std::to_string(files.size())}});
                       return store::send_case_list(transaction, id, list, sampled_by(asker));
                     });
}

Status notify_sample(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                     const Notification& notification) {
  NL_TRY(seat, sample_seat(database, gate, asker, Action::DrawSample, id));
  return gate.change(
      asker, Action::DrawSample, seat.organisation,
      {.operation = AuditOperation::Permission,
       .called = act("sample-notified", {{"sample", id.text()}})},
      [&](Transaction& transaction, Trace& told) -> Status {
        NL_TRY(sample, sample_now(transaction, id));
        if (sample.stage(asker.at) != SampleStage::ListSent)
          return wrong_stage(sample.stage(asker.at));
        NL_TRY(cases, store::sample_cases(transaction, id));
        NL_TRY(drawn, drawn_by(std::move(cases), notification.numbers));
        const auto today = platform::day_in_london(asker.at);
        NL_CHECK(check_inspectors(transaction, gate, sample, notification.inspectors, today));
        NL_CHECK(check_sample_day(gate.policy(), sample, notification.last_day, today));
        sample.last_day = notification.last_day;
        for (auto& one : drawn) one.drawn = true;
        const auto files = files_drawn(drawn);
        const std::set<PersonId> chosen(notification.inspectors.begin(),
                                        notification.inspectors.end());
        for (const auto& person : chosen)
          NL_CHECK(give_sampled_sight(transaction, sample, files, person, asker.at));
        told.listed = files;
        told.concerns = sample.service;
        told.called =
            act("sample-notified", {{"sample", id.text()},
                                    {"files", std::to_string(files.size())},
                                    {"inspectors", accounts::ids_of(notification.inspectors)},
                                    {"last-day", accounts::day_or_nothing(sample.last_day)}});
        return store::notify_sample(
            transaction, id, {.numbers = notification.numbers, .last_day = *notification.last_day},
            sampled_by(asker));
      });
}

Status end_sample(store::Database& database, Gate& gate, const Asker& asker, SampleId id,
                  SampleEnd end) {
  NL_TRY(seat, sample_seat(database, gate, asker, Action::DrawSample, id));
  const bool signs = end == SampleEnd::EvidenceSigned;
  return gate.change(
      asker, Action::DrawSample, seat.organisation,
      {.operation = AuditOperation::Permission,
       .called = signs ? act("evidence-signed", {{"sample", id.text()}})
                       : act("sample-called-off", {{"sample", id.text()}})},
      [&](Transaction& transaction, Trace& told) -> Status {
        NL_TRY(sample, sample_now(transaction, id));
        told.concerns = sample.service;
        const auto stage = sample.stage(asker.at);
        const bool before = stage == SampleStage::ListAsked || stage == SampleStage::ListSent;
        const bool after = stage == SampleStage::Notified || stage == SampleStage::Ended;
        if (signs ? !after : !before) return wrong_stage(stage);
        if (!signs) return store::call_off_sample(transaction, id, sampled_by(asker));
        NL_TRY(cases, store::sample_cases(transaction, id));
        told.listed = files_drawn(cases);
        NL_CHECK(store::end_sight(transaction, store::SightCause::Sample, id.text(), asker.at));
        return store::sign_sample(transaction, id, sampled_by(asker));
      });
}

}  // namespace northlight::casework
