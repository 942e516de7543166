#include <algorithm>

#include "casework/sign_off.hpp"
#include "web/child_paths.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/record_more_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

Response show_asked(const Site& site, const Request& request, const std::string& error) {
  const auto there = record_there(site, request, domain::Action::WriteRecord);
  if (!there) return refused_there(there.error(), request);
  const auto asked = std::ranges::find(there->record.asked, request.parameters.text("asked"),
                                       [](const store::AskedAction& one) { return one.id.text(); });
  if (asked == there->record.asked.end()) return Response::problem(404);
  if (!asked->open())
    return Response::redirect(paths::record(there->at.file, there->at.record).text());
  return show_to_visitor(
      views::asked_page(shell_for(site, request), {.place = there->place,
                                                   .record = there->record,
                                                   .asked = *asked,
                                                   .names = there->names,
                                                   .typed = request.form.text("words"),
                                                   .error = error}),
      error.empty() ? 200 : unprocessable);
}

Response asked(const Site& site, const Request& request) { return show_asked(site, request, {}); }

Response answer(const Site& site, const Request& request) {
  const auto at = record_request(site, request);
  const auto id = IdBits::parse(request.parameters.text("asked"));
  if (!at || !id) return show_asked(site, request, {});
  const auto words = request.form.text("words");
  const auto kept = casework::answer_ask(site.people->gate, request.visitor->asker, at->file,
                                         at->record, *id, words);
  if (kept)
    return Response::redirect(
        html::with_query(paths::record(at->file, at->record).text(), {{"done", "answered"}})
            .text());
  if (const auto wrong = wrong_of(kept.error())) return show_asked(site, request, wrong->message);
  // Somebody was quicker: the record shows what they said.
  if (kept.error().code == ErrorCode::Conflict)
    return Response::redirect(paths::record(at->file, at->record).text());
  return refused(kept.error(), request, at->file);
}

}  // namespace

void add_asked_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    const auto pattern = file + "/records/:record/asked/:asked";
    router.get(
        pattern, [&site](const Request& request) { return asked(site, request); }, options);
    router.post(
        pattern, [&site](const Request& request) { return answer(site, request); }, options);
  }
}

}  // namespace northlight::web
