#include "casework/sample_fieldwork.hpp"

#include "web/pages/sample_requests.hpp"
#include "web/pages/show.hpp"
#include "web/paths.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

/// A page for whoever draws, while inspectors see the cases.
Response fieldwork_page(const Site& site, const Request& request, SampleView view) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  auto found =
      casework::open_sample(site.people->database, site.people->gate, request.visitor->asker, *id);
  if (!found) return refused(found.error(), request);
  if (!found->may_draw)
    return refused({ErrorCode::Forbidden, "Your role does not allow this."}, request);
  if (found->listed.stage != store::SampleStage::Notified)
    return Response::redirect(paths::sample(id->text()).text());
  return show_to_visitor(view(shell_for(site, request), {.page = *std::move(found),
                                                         .form_token = request.form_token,
                                                         .done = sample_done_words(request),
                                                         .asker = request.visitor->asker.person}));
}

Response ask_last_day(const Site& site, const Request& request) {
  return fieldwork_page(site, request, views::sample_last_day_page);
}

Response ask_readers(const Site& site, const Request& request) {
  return fieldwork_page(site, request, views::sample_readers_page);
}

Response move_last_day(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  const auto moved = [&]() -> Status {
    casework::LaterDay typed{.reason = request.form.text("reason")};
    if (may_somewhere(site, request, domain::Action::DrawSample)) {
      NL_TRY(last_day, sample_day(request.form, "last_day"));
      typed.last_day = last_day;
    }
    return casework::lengthen_sample(site.people->database, site.people->gate,
                                     request.visitor->asker, *id, typed);
  }();
  if (moved) return to_sample(*id, "moved");
  return sample_again(site, request, *id, moved.error(), views::sample_last_day_page);
}

Response add_reader(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  std::optional<domain::PersonId> person;
  if (const auto known = domain::PersonId::parse(request.form.text("inspector"))) person = *known;
  const auto added = casework::add_sample_reader(site.people->database, site.people->gate,
                                                 request.visitor->asker, *id, person);
  if (added) return to_sample(*id, "added", "/inspectors");
  return sample_again(site, request, *id, added.error(), views::sample_readers_page);
}

Response take_reader(const Site& site, const Request& request) {
  const auto id = request.parameters.id<store::SampleId>("sample");
  if (!id) return refused(id.error(), request);
  const auto person = request.parameters.id<domain::PersonId>("inspector");
  if (!person) return refused(person.error(), request);
  const auto taken = casework::take_sample_reader(site.people->database, site.people->gate,
                                                  request.visitor->asker, *id, *person);
  return taken ? to_sample(*id, "taken", "/inspectors") : refused(taken.error(), request);
}

}  // namespace

void add_sample_fieldwork_routes(Router& router, const Site& site) {
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  const auto on = [&site](Response (*answer)(const Site&, const Request&)) {
    return [&site, answer](const Request& request) { return answer(site, request); };
  };
  router.get("/samples/:sample/last-day", on(ask_last_day), signed_in);
  router.post("/samples/:sample/last-day", on(move_last_day), signed_in);
  router.get("/samples/:sample/inspectors", on(ask_readers), signed_in);
  router.post("/samples/:sample/inspectors", on(add_reader), signed_in);
  router.post("/samples/:sample/inspectors/:inspector/end", on(take_reader), signed_in);
}

}  // namespace northlight::web
