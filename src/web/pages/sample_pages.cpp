#include "web/pages/sample_pages.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "casework/samples.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/sample_requests.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"
#include "web/views/sample_parts.hpp"
#include "web/views/sample_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

using domain::Action;

bool may_draw_somewhere(const Site& site, const Request& request) {
  return may_somewhere(site, request, Action::DrawSample);
}

Response list_of_samples(const Site& site, const Request& request) {
  const auto place = place_named(request.query(), "page");
  auto found = casework::list_samples(site.people->gate, request.visitor->asker, place);
  if (!found) return refused(found.error(), request);
  return show_to_visitor(views::samples_page(
      shell_for(site, request),
      {.list = *std::move(found), .place = place, .may_begin = may_draw_somewhere(site, request)}));
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

Response one_sample(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  return show_sample(site, request, *id, {}, {});
}

/// What was sent, with other boxes ticked or another page of them.
Fields ticked_anew(const Fields& sent, const std::vector<std::string>& ticked,
                   const std::string& ticks) {
  Fields anew;
  for (const auto& [name, value] : sent)
    if (name != "case" && name != "elsewhere" && name != "ticks") anew.add(name, value);
  for (const auto& one : ticked) anew.add("case", one);
  anew.add("ticks", ticks);
  return anew;
}

/// The form again at another page of its boxes: nothing is sent yet.
Response other_ticks(const Site& site, const Request& request, store::SampleId id) {
  return show_sample(
      site, request, id,
      ticked_anew(request.form, views::ticked_cases(request.form), request.form.text("to")), {});
}

Response send_case_list(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  if (request.form.find("to") != nullptr && may_somewhere(site, request, Action::SendCaseList))
    return other_ticks(site, request, *id);
  casework::CaseListTyped typed{.why = request.form.text("why")};
  for (const auto& one : views::ticked_cases(request.form))
    if (const auto known = domain::CaseId::parse(one)) typed.cases.push_back(*known);
  const auto sent = casework::send_case_list(site.people->database, site.people->gate,
                                             request.visitor->asker, *id, typed);
  return sent ? to_sample(*id, "sent") : sample_again(site, request, *id, sent.error());
}

/// With the first of each kind ticked, as many as were asked for. Invalid (where: "first-court")
/// for what is no number, and for more than there are.
Result<std::vector<std::string>> first_ticked(const Fields& sent,
                                              const casework::SamplePage& page) {
  auto ticked = views::ticked_cases(sent);
  for (std::size_t i = 0; i < domain::case_kind_count; ++i) {
    const auto kind = static_cast<domain::CaseKind>(i);
    const auto name = "first-" + std::string(code(kind));
    const auto typed = sent.text(name);
    if (typed.empty()) continue;
    std::vector<std::string> held;
    for (const auto& one : page.cases) {
      if (one.kind != kind) continue;
      const auto number = std::to_string(one.number);
      std::erase(ticked, number);
      if (one.is_held) held.push_back(number);
    }
    const auto wanted = parse_whole_number(typed);
    const auto there = std::ssize(held);
    if (!wanted || *wanted < 0 || *wanted > there)
      return invalid("Of the kind “" + std::string(domain::words(kind)) + "” the list has " +
                         counted(there, "case", "cases") + " that can be drawn: enter a number " +
                         "from 0 to " + std::to_string(there),
                     name);
    ticked.insert(ticked.end(), held.begin(), std::next(held.begin(), *wanted));
  }
  return ticked;
}

Response tick_first(const Site& site, const Request& request, store::SampleId id) {
  const auto found =
      casework::open_sample(site.people->database, site.people->gate, request.visitor->asker, id);
  if (!found) return refused(found.error(), request);
  const auto ticked = first_ticked(request.form, *found);
  const auto ticks = request.form.text("ticks");
  if (ticked) return show_sample(site, request, id, ticked_anew(request.form, *ticked, ticks), {});
  const auto wrong = wrong_of(ticked.error());
  return show_sample(site, request, id,
                     ticked_anew(request.form, views::ticked_cases(request.form), ticks),
                     wrong.value_or(views::Wrong{}));
}

Response notify_drawn(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  if (request.form.find("to") != nullptr && may_draw_somewhere(site, request))
    return request.form.text("to") == "first" ? tick_first(site, request, *id)
                                              : other_ticks(site, request, *id);
  const auto notified = [&]() -> Status {
    casework::Notification chosen;
    for (const auto& one : views::ticked_cases(request.form))
      chosen.numbers.push_back(parse_whole_number(one).value_or(0));  // No case has the number 0.
    for (const auto& one : request.form.all("inspector"))
      if (const auto person = domain::PersonId::parse(one)) chosen.inspectors.push_back(*person);
    if (may_draw_somewhere(site, request)) {
      NL_TRY(last_day, sample_day(request.form, "last_day"));
      chosen.last_day = last_day;
    }
    return casework::notify_sample(site.people->database, site.people->gate, request.visitor->asker,
                                   *id, chosen);
  }();
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
  const auto stage = found->listed.stage;
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
  add_sample_fieldwork_routes(router, site);
  router.get("/samples/:sample/end", on(ask_sample_end), signed_in);
  router.post("/samples/:sample/end", on(end_one), signed_in);
}

}  // namespace northlight::web
