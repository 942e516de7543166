#include <algorithm>

#include "casework/links.hpp"
#include "casework/sent_in.hpp"
#include "platform/random.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/sent_files.hpp"
#include "web/pages/show.hpp"
#include "web/views/sent_in_view.hpp"

namespace northlight::web {
namespace {

using FormNumber = Id<struct FormNumberKind>;

/// What is shared with a panel is read on the page where it sends its note, and is a look of its
/// own; those who read the file have it there.
Result<std::vector<store::SharedRow>> shared_with(const FileRequest& on,
                                                  const accounts::Actions& may) {
  if (!may.has(domain::Action::ReadShared) || may.has(domain::Action::ReadFile))
    return std::vector<store::SharedRow>{};
  return casework::shared_with(on.gate(), on.asker(), on.file);
}

Response show_sent_in(const FileRequest& on, const Fields& typed, const views::Wrong& wrong) {
  const auto desk = casework::open_sending(on.gate(), on.site.people->keys, on.asker(), on.file);
  if (!desk) return on.refuse(desk.error());
  auto shared = shared_with(on, desk->may);
  if (!shared) return on.refuse(shared.error());
  auto once = typed.text("once");
  if (once.empty()) once = platform::random_id<FormNumber>().text();
  return show_to_visitor(
      views::send_in_page(on.shell(), {.desk = *desk,
                                       .shared = *std::move(shared),
                                       .form_token = on.request.form_token,
                                       .once = std::move(once),
                                       .typed = typed,
                                       .wrong = wrong,
                                       .had_document = !on.request.files.empty(),
                                       .was_kept = on.request.form.find("kept_form") != nullptr,
                                       .was_sent = on.request.query().text("done") == "sent"}),
      wrong.empty() ? 200 : unprocessable);
}

Response send_page(const FileRequest& on) { return show_sent_in(on, {}, {}); }

casework::ToSend to_send(const Request& request) {
  casework::ToSend sent{.kind = domain::parse_sent_in_kind(request.form.text("kind")),
                        .words = request.form.text("words"),
                        .once = request.form.text("once")};
  for (const auto& file : request.files)
    if (file.field == "document") sent.document = casework::TypedDocument{file.name, file.bytes};
  return sent;
}

/// What came too late comes again without its document: it is shown once more before it is sent.
bool is_kept(const Request& request) {
  return request.form.find("kept_form") != nullptr && request.files.empty();
}

/// The gate is asked first, then the form is read.
Response send(const FileRequest& on) {
  if (is_kept(on.request)) return show_sent_in(on, on.request.form, {});
  if (std::ranges::any_of(on.request.files, &UploadedFile::is_cut))
    return show_sent_in(on, on.request.form, {"document", too_large_to_take_in});
  const auto& people = *on.site.people;
  const auto sent = casework::send_in(on.gate(), people.keys, people.uploads, on.asker(), on.file,
                                      to_send(on.request));
  if (sent)
    return Response::redirect(
        html::with_query(paths::child_send_in(on.file).text(), {{"done", "sent"}}).text());
  const auto wrong = wrong_of(sent.error());
  return wrong ? show_sent_in(on, on.request.form, *wrong) : on.refuse(sent.error());
}

Response list(const FileRequest& on) {
  const auto opened = casework::open_sent_in(on.gate(), on.site.people->keys, on.asker(), on.file);
  if (!opened) return on.refuse(opened.error());
  return show_to_visitor(views::sent_in_page(
      on.shell(), {.place = place_of(on.request, opened->file, views::FilePart::SentIn),
                   .all = opened->all,
                   .policy = on.site.people->policy}));
}

Response mark_read(const FileRequest& on) {
  std::vector<store::SentInId> read;
  for (const auto& text : on.request.form.all("sent"))
    if (const auto id = store::SentInId::parse(text)) read.push_back(*id);
  const auto marked = casework::mark_sent_in_read(on.gate(), on.asker(), on.file, read);
  if (!marked) return on.refuse(marked.error());
  return Response::redirect(paths::child_sent_in(on.file).text());
}

}  // namespace

void add_sent_in_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  router.get("/children/:file/sent-in", on_file(site, list), options);
  router.post("/children/:file/sent-in", on_file(site, mark_read), options);
  router.get("/children/:file/sent-in/new", on_file(site, send_page), options);
  router.post("/children/:file/sent-in/new", on_file(site, send), with_documents());
}

}  // namespace northlight::web
