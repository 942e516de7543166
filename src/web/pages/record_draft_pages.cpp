#include <algorithm>

#include "accounts/sessions.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "web/child_paths.hpp"
#include "web/pages/record_form_reading.hpp"
#include "web/pages/record_more_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

Response said(const Json& json) { return Response::json(json).with("Cache-Control", "no-store"); }

std::string_view standing_code(store::DraftStanding standing) {
  switch (standing) {
    case store::DraftStanding::Made:
      return "made";
    case store::DraftStanding::Already:
      return "already";
    case store::DraftStanding::Clash:
      break;
  }
  return "clash";
}

Result<Json> kept_json(const Site& site, const Request& request, const casework::Kept& kept) {
  std::vector<domain::PersonId> people;
  for (const auto& line : kept.others) people.push_back(line.by);
  NL_TRY(names, names_of(site, people));
  Json mine = Json::array();
  for (const auto& line : kept.mine)
    mine.add(Json::object({{"standing", standing_code(line.standing)}, {"seq", Json(line.seq)}}));
  Json others = Json::array();
  for (const auto& line : kept.others) {
    // One's own typing in another window is no news by another person.
    const auto text = forms::change_text(line.change);
    others.add(Json::object(
        {{"seq", Json(line.seq)},
         {"field", text.field},
         {"value", text.value},
         {"by", line.by == request.visitor->asker.person ? std::string("You, in another window,")
                                                         : views::name_of(names, line.by)},
         {"at", views::clock_words(line.at)}}));
  }
  return Json::object({{"seq", Json(kept.seq)},
                       {"at", views::clock_words(site.people->clock.now())},
                       {"mine", std::move(mine)},
                       {"others", std::move(others)}});
}

/// A page says whose it is. Where somebody else has signed in since in the same browser, nothing is
/// done by it: what was written on it would stand under the other's name, and what it hears would
/// be read by them under the writer's.
bool is_of_another(const Request& request, const Fields& sent) {
  const auto writer = sent.text("writer");
  return !writer.empty() && writer != request.visitor->asker.person.text();
}

Response keep(const Site& site, const Request& request) {
  if (is_of_another(request, request.form)) return Response::problem(403);
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  const auto changes = read_sent_changes(request.form.text("changes"));
  if (!changes) {
    const auto there = record_there(site, request, domain::Action::WriteRecord);
    return there ? Response::problem(changes.error()) : refused_there(there.error(), request);
  }
  const auto kept = casework::autosave(
      site.people->gate, at->archive, request.visitor->asker, at->file, at->record,
      parse_whole_number(request.form.text("seen")).value_or(0), *changes);
  if (!kept) return refused(kept.error(), request, at->file);
  auto json = kept_json(site, request, *kept);
  return json ? said(*json) : refused(json.error(), request);
}

/// Asked every ten seconds by an open page: no content while nobody else has typed.
Response heard(const Site& site, const Request& request) {
  if (is_of_another(request, request.query())) return Response::problem(403);
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  const auto kept = casework::changes_since(
      site.people->gate, at->archive, request.visitor->asker, at->file, at->record,
      parse_whole_number(request.query().text("seen")).value_or(0));
  if (!kept) return refused(kept.error(), request, at->file);
  const auto& typed = *kept;
  if (!typed) return Response::text("", 204).with("Cache-Control", "no-store");
  auto json = kept_json(site, request, *typed);
  return json ? said(*json) : refused(json.error(), request);
}

/// The key by which this session's browser seals what it cannot send yet; or, by its id, one of an
/// earlier session of theirs that ran out.
Response key(const Site& site, const Request& request) {
  auto& sessions = site.people->sessions;
  const auto& visitor = *request.visitor;
  if (is_of_another(request, request.form)) return Response::problem(403);
  const auto shown = [](const accounts::DraftKeyShown& key) {
    return said(Json::object({{"id", key.id.text()}, {"key", key.key}}));
  };
  if (const auto named = request.form.text("id"); !named.empty()) {
    const auto id = store::DraftKeyId::parse(named);
    if (!id) return Response::problem(404);
    const auto taken =
        sessions.take_up_draft_key(visitor.asker.person, visitor.session, *id, visitor.asker.at);
    if (!taken) return Response::problem(taken.error());
    const auto& taken_up = *taken;
    return taken_up ? shown(*taken_up) : Response::problem(404);
  }
  const auto own = sessions.draft_key(visitor.asker.person, visitor.session, visitor.asker.at);
  return own ? shown(*own) : Response::problem(own.error());
}

Response show_clashes(const Site& site, const Request& request, const std::string& error) {
  const auto there = record_there(site, request, domain::Action::WriteRecord);
  if (!there) return refused_there(there.error(), request);
  return show_to_visitor(
      views::clashes_page(
          shell_for(site, request),
          {.place = there->place, .record = there->record, .names = there->names, .error = error}),
      error.empty() ? 200 : unprocessable);
}

Response clashes(const Site& site, const Request& request) {
  return show_clashes(site, request, {});
}

Response settle(const Site& site, const Request& request) {
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  const auto& asker = request.visitor->asker;
  const auto record = casework::open_record(site.people->gate, at->archive, asker, at->file,
                                            at->record, domain::Action::WriteRecord);
  if (!record) return refused(record.error(), request, at->file);
  const auto seq = parse_whole_number(request.form.text("clash")).value_or(0);
  const auto how = request.form.text("how");
  const auto clash = std::ranges::find(record->clashes, seq, &store::DraftChange::seq);
  if (clash == record->clashes.end())
    return Response::redirect(paths::record_clashes(at->file, at->record).text());
  if (request.form.text("seq") != std::to_string(record->draft.seq))
    return show_clashes(site, request, "Somebody has written since. Look again, and choose");
  if (how != "theirs" && how != "aside" && how != "another")
    return show_clashes(site, request, "Choose which text stands");
  std::optional<forms::Answer> stands;
  if (const auto* now = forms::find(record->draft.answers, clash->change.at)) stands = *now;
  std::optional<forms::Answer> another;
  if (how == "another") {
    const auto text = plain_text(request.form.text("another"));
    if (text.empty()) return show_clashes(site, request, "Write the text of both");
    another = forms::Answer{text};
  }
  const auto settled =
      casework::settle_clash(site.people->gate, at->archive, asker, at->file, at->record,
                             {seq,
                              how == "theirs"  ? casework::Settle::KeepTheirs
                              : how == "aside" ? casework::Settle::TakeAside
                                               : casework::Settle::WriteAnother,
                              stands, another});
  if (!settled && settled.error().code == ErrorCode::Conflict)
    return show_clashes(site, request, settled.error().message);
  if (!settled) return refused(settled.error(), request, at->file);
  const bool more = record->clashes.size() > 1;
  return Response::redirect(more ? paths::record_clashes(at->file, at->record).text()
                                 : paths::record_edit(at->file, at->record).text());
}

}  // namespace

void add_record_draft_routes(Router& router, const Site& site) {
  RouteOptions options{.audience = Audience::SignedIn};
  const auto bound = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    const auto record = file + "/records/:record";
    router.get(record + "/draft", bound(heard), options);
    router.post(record + "/draft", bound(keep), options);
    router.get(record + "/clashes", bound(clashes), options);
    router.post(record + "/clashes", bound(settle), options);
  }
  router.post(paths::draft_key().text(), bound(key), options);
}

}  // namespace northlight::web
