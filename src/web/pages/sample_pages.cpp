#include "web/pages/sample_pages.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "casework/people.hpp"
#include "casework/samples.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"
#include "web/views/sample_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

struct SampleDone {
  std::string_view code;
  std::string_view words;
};
constexpr std::array all_sample_done{
    SampleDone{"begun", "The service is asked for the list of its cases"},
    SampleDone{"sent", "The list is sent"},
    SampleDone{"notified", "The sample is notified: the inspectors see its cases"},
    SampleDone{"signed", "The evidence is signed, and all sight by this sample has ended"},
    SampleDone{"called-off", "The sample is called off"}};

std::string sample_done_words(const Request& request) {
  const auto code = request.query().text("done");
  const auto at = std::ranges::find(all_sample_done, code, &SampleDone::code);
  return at == all_sample_done.end() ? std::string() : std::string(at->words);
}

Response to_sample(store::SampleId id, std::string_view done) {
  return Response::redirect(
      html::with_query(paths::sample(id.text()).text(), {{"done", std::string(done)}}).text());
}

bool may_draw_somewhere(const Site& site, const Request& request) {
  return !casework::organisations_where(site.people->policy, request.visitor->asker,
                                        domain::Action::DrawSample)
              .empty();
}

Response list_of_samples(const Site& site, const Request& request) {
  auto found = casework::list_samples(site.people->gate, request.visitor->asker);
  if (!found) return refused(found.error(), request);
  return show_to_visitor(views::samples_page(
      shell_for(site, request),
      {.samples = *std::move(found), .may_begin = may_draw_somewhere(site, request)}));
}

Response show_new_sample(const Site& site, const Request& request, Fields typed,
                         views::Wrong wrong) {
  auto desk = casework::open_sample_desk(site.people->gate, request.visitor->asker);
  if (!desk) return refused(desk.error(), request);
  const int status = wrong.empty() ? 200 : unprocessable;
  return show_to_visitor(
      views::new_sample_page(shell_for(site, request), {.desk = *std::move(desk),
                                                        .typed = std::move(typed),
                                                        .wrong = std::move(wrong),
                                                        .form_token = request.form_token}),
      status);
}

Response new_sample(const Site& site, const Request& request) {
  return show_new_sample(site, request, {}, {});
}

/// A day that was left empty is nothing; what is no day is Invalid.
Result<std::optional<Date>> sample_day(const Fields& sent, const std::string& name) {
  const auto typed = typed_day(sent, name);
  if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return std::optional<Date>{};
  NL_TRY(day, day_of(typed, name));
  return std::optional(day);
}

Result<casework::NewSample> sample_typed(const Fields& sent) {
  casework::NewSample typed{.title = sent.text("title")};
  if (const auto service = domain::OrganisationId::parse(sent.text("service")))
    typed.service = *service;
  NL_TRY(fieldwork, sample_day(sent, "fieldwork_on"));
  NL_TRY(from, sample_day(sent, "window_from"));
  NL_TRY(to, sample_day(sent, "window_to"));
  typed.fieldwork_on = fieldwork;
  typed.window_from = from;
  typed.window_to = to;
  for (const auto& kind : sent.all("kinds"))
    if (const auto known = domain::parse_case_kind(kind)) typed.kinds.push_back(*known);
  return typed;
}

Response begin_sample(const Site& site, const Request& request) {
  const auto begun = [&]() -> Result<store::SampleId> {
    // Whoever may not is told so, whatever the form holds.
    if (!may_draw_somewhere(site, request))
      NL_CHECK(casework::open_sample_desk(site.people->gate, request.visitor->asker));
    NL_TRY(typed, sample_typed(request.form));
    return casework::begin_sample(site.people->gate, request.visitor->asker, typed);
  }();
  if (begun) return to_sample(*begun, "begun");
  const auto wrong = wrong_of(begun.error());
  if (!wrong) return refused(begun.error(), request);
  return show_new_sample(site, request, request.form, *wrong);
}

Response show_sample(const Site& site, const Request& request, store::SampleId id, Fields typed,
                     views::Wrong wrong) {
  auto found =
      casework::open_sample(site.people->database, site.people->gate, request.visitor->asker, id);
  if (!found) return refused(found.error(), request);
  const int status = wrong.empty() ? 200 : unprocessable;
  return show_to_visitor(
      views::sample_page(shell_for(site, request),
                         {.page = *std::move(found),
                          .typed = std::move(typed),
                          .wrong = std::move(wrong),
                          .form_token = request.form_token,
                          .done = status == 200 ? sample_done_words(request) : std::string(),
                          .asker = request.visitor->asker.person}),
      status);
}

Response one_sample(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  return show_sample(site, request, *id, {}, {});
}

/// The page again with what was wrong at its field, or what else was refused.
Response sample_again(const Site& site, const Request& request, store::SampleId id,
                      const Error& error) {
  const auto wrong = wrong_of(error);
  if (!wrong) return refused(error, request);
  return show_sample(site, request, id, request.form, *wrong);
}

Response send_case_list(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  casework::CaseListTyped typed{.why = request.form.text("why")};
  for (const auto& one : request.form.all("case"))
    if (const auto known = domain::CaseId::parse(one)) typed.cases.push_back(*known);
  const auto sent = casework::send_case_list(site.people->database, site.people->gate,
                                             request.visitor->asker, *id, typed);
  return sent ? to_sample(*id, "sent") : sample_again(site, request, *id, sent.error());
}

Response notify_drawn(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  casework::Notification chosen;
  for (const auto& one : request.form.all("case"))
    chosen.numbers.push_back(parse_whole_number(one).value_or(0));  // No case has the number 0.
  for (const auto& one : request.form.all("inspector"))
    if (const auto person = domain::PersonId::parse(one)) chosen.inspectors.push_back(*person);
  const auto notified = casework::notify_sample(site.people->database, site.people->gate,
                                                request.visitor->asker, *id, chosen);
  return notified ? to_sample(*id, "notified") : sample_again(site, request, *id, notified.error());
}

Response ask_sample_end(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  const auto& asker = request.visitor->asker;
  auto found = casework::open_sample(site.people->database, site.people->gate, asker, *id);
  if (!found) return refused(found.error(), request);
  if (!found->may_draw)
    return refused({ErrorCode::Forbidden, "Your role does not allow this."}, request);
  const auto stage = found->listed.sample.stage();
  if (stage == store::SampleStage::Signed || stage == store::SampleStage::CalledOff)
    return Response::redirect(paths::sample(id->text()).text());
  return show_to_visitor(views::sample_end_page(
      shell_for(site, request),
      {.page = *std::move(found), .form_token = request.form_token, .asker = asker.person}));
}

Response end_one(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  // The page said which of the two it is: what went on meanwhile is never ended by the other.
  const auto as = request.form.text("as");
  const bool called_off = as == "called-off";
  if (!called_off && as != "signed") return ask_sample_end(site, request);
  const auto ended = casework::end_sample(
      site.people->database, site.people->gate, request.visitor->asker, *id,
      called_off ? casework::SampleEnd::CalledOff : casework::SampleEnd::EvidenceSigned);
  if (!ended) return refused(ended.error(), request);
  return to_sample(*id, called_off ? "called-off" : "signed");
}

}  // namespace

void add_sample_routes(Router& router, const Site& site) {
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  const auto on = [&site](Response (*answer)(const Site&, const Request&)) {
    return [&site, answer](const Request& request) { return answer(site, request); };
  };
  router.get("/samples", on(list_of_samples), signed_in);
  router.get("/samples/new", on(new_sample), signed_in);
  router.post("/samples/new", on(begin_sample), signed_in);
  router.get("/samples/:sample", on(one_sample), signed_in);
  router.post("/samples/:sample/list", on(send_case_list), signed_in);
  router.post("/samples/:sample/notification", on(notify_drawn), signed_in);
  router.get("/samples/:sample/end", on(ask_sample_end), signed_in);
  router.post("/samples/:sample/end", on(end_one), signed_in);
}

}  // namespace northlight::web
