#include <algorithm>

#include "accounts/access_watch.hpp"
#include "accounts/policy.hpp"
#include "casework/children.hpp"
#include "casework/records.hpp"
#include "casework/victims.hpp"
#include "store/people.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/child_file_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

/// Whether any of their roles answers requests for what is held in such files; with this file, the
/// gate says.
bool prepares(const Site& site, const Request& request, bool of_victim) {
  return std::ranges::any_of(request.visitor->asker.roles, [&](const accounts::RoleHeld& held) {
    const auto* const role = site.people->policy.find(held.role);
    return role != nullptr &&
           !role->on(domain::Action::PrepareSubjectAccess, of_victim).any().empty();
  });
}

Response open_file(const Site& site, const Request& request) {
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  const auto& asker = request.visitor->asker;
  const auto there = casework::open_overview(site.people->gate, asker, *file);
  if (!there) return refused(there.error(), request, *file);
  const auto titles = form_titles(site);
  return show_to_visitor(views::file_page(
      shell_for(site, request), {.place = place_of(request, there->file, views::FilePart::Overview),
                                 .file = there->file,
                                 .victim_name = there->victim_name,
                                 .records = there->records,
                                 .form_titles = titles,
                                 .names = there->people,
                                 .teams = there->teams,
                                 .today = site.today(),
                                 .at = asker.at,
                                 .unread = there->unread,
                                 .answers_requests = prepares(site, request, file->of_victim)}));
}

Response show_new(const Site& site, const Request& request, const std::string& chosen,
                  const std::string& error) {
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  auto place = place_of(site, request, *file, domain::Action::WriteRecord);
  if (!place) return refused(place.error(), request, *file);
  views::NewRecordModel model{*std::move(place), {}, chosen, error};
  const auto kept_in = file->of_victim ? forms::KeptIn::VictimsFile : forms::KeptIn::ChildsFile;
  for (const auto& form : site.forms->all())
    if (form.kept_in == kept_in && site.forms->in_force(form.code, site.today()) == &form)
      model.forms.push_back({form.code.text(), form.title, form.summary});
  std::ranges::sort(model.forms, {}, &views::FormChoice::title);
  return show_to_visitor(views::new_record_page(shell_for(site, request), model),
                         error.empty() ? 200 : unprocessable);
}

Response new_record(const Site& site, const Request& request) {
  return show_new(site, request, request.query().text("form"), {});
}

/// Of a form that a file has once, the one that is there already.
std::optional<domain::RecordId> the_only(const Site& site, const Request& request,
                                         domain::FileId file, const forms::FormCode& form) {
  const auto there = casework::open_overview(site.people->gate, request.visitor->asker, file);
  if (!there) return std::nullopt;
  const auto found = std::ranges::find(there->records, form, &store::RecordHead::form);
  return found == there->records.end() ? std::nullopt : std::optional(found->id);
}

Response begin_file(const Site& site, const Request& request) {
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  const forms::FormCode code(request.form.text("form"));
  if (code.text().empty()) return show_new(site, request, {}, "Choose what you want to write");
  const auto record = casework::begin_record(site.people->gate, archive_of(site),
                                             request.visitor->asker, *file, code);
  if (!record && record.error().code == ErrorCode::Conflict) {
    if (const auto only = the_only(site, request, *file, code))
      return Response::redirect(paths::record(*file, *only).text());
    return show_new(site, request, request.form.text("form"), record.error().message);
  }
  if (!record) return refused(record.error(), request, *file);
  return Response::redirect(paths::record_edit(*file, *record).text());
}

Response show_reason(const Site& site, const Request& request, std::string typed,
                     std::string error) {
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  const auto& sent = request.method == Method::Post ? request.form : request.query();
  const bool wrong = !error.empty();
  return show_to_visitor(
      views::reason_page(shell_for(site, request), {.file = *file,
                                                    .form_token = request.form_token,
                                                    .next = safe_next(sent.text("next"), ""),
                                                    .typed = std::move(typed),
                                                    .error = std::move(error)}),
      wrong ? unprocessable : 200);
}

Response reason(const Site& site, const Request& request) {
  return show_reason(site, request, {}, {});
}

Response give_reason(const Site& site, const Request& request) {
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  const auto typed = request.form.text("reason");
  const auto given =
      accounts::give_reason(site.people->database, site.people->policy, request.visitor->asker,
                            *file, typed, site.people->watch->reason);
  if (!given && given.error().code == ErrorCode::Invalid)
    return show_reason(site, request, typed, given.error().message);
  if (!given) return refused(given.error(), request);
  const auto next = safe_next(request.form.text("next"), "");
  if (!next.empty()) return Response::redirect(next);
  const auto of_victim = casework::is_of_victim(site.people->gate, request.visitor->asker, *file);
  if (!of_victim) return refused(of_victim.error(), request, *file);
  return Response::redirect(paths::file({*file, *of_victim}).text());
}

}  // namespace

void add_child_file_routes(Router& router, const Site& site) {
  RouteOptions options{.audience = Audience::SignedIn};
  const auto bound = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    router.get(file, bound(open_file), options);
    router.get(file + "/records/new", bound(new_record), options);
    router.post(file + "/records/new", bound(begin_file), options);
  }
  router.get("/files/:file/reason", bound(reason), options);
  router.post("/files/:file/reason", bound(give_reason), options);
}

}  // namespace northlight::web
