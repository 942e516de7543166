#include <algorithm>

#include "base/text.hpp"
#include "casework/sign_off.hpp"
#include "casework/uploads.hpp"
#include "platform/random.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/record_form_reading.hpp"
#include "web/pages/record_more_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/sent_files.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

using PageNumber = Id<struct PageNumberKind>;

Response show_record(const Site& site, const Request& request, domain::Action action,
                     const views::Wrong& wrong, int status = unprocessable) {
  const auto there = record_there(site, request, action);
  if (!there) return refused_there(there.error(), request);
  views::RecordModel model{.place = there->place,
                           .record = there->record,
                           .names = there->names,
                           .reader = request.visitor->asker.person,
                           .typed = request.form,
                           .wrong = wrong};
  const auto done = request.query().text("done");
  if (done == "saved") model.done = "Saved";
  if (done == "signed") model.done = "Signed";
  if (done == "countersigned") model.done = "Countersigned";
  if (done == "returned") model.done = "Sent back to its writer";
  if (done == "answered") model.done = "What was done is kept";
  return show_to_visitor(views::record_page(shell_for(site, request), model),
                         wrong.empty() ? 200 : status);
}

Response read(const Site& site, const Request& request) {
  return show_record(site, request, domain::Action::ReadFile, {});
}

/// Puts an answer at its place; nowhere, where the page has no such row.
void put_at(forms::Answers& answers, const forms::FieldPath& path, const forms::Answer& answer) {
  if (!path.row) {
    answers.fields.insert_or_assign(path.field, answer);
    return;
  }
  for (auto& row : answers.groups[path.field])
    if (row.id == *path.row && path.cell) row.answers.insert_or_assign(*path.cell, answer);
}

/// A text that could not be kept stands where it was typed, so that it can be shortened there.
void show_as_sent(const forms::Form& form, const Fields& sent, const std::string& where,
                  forms::Answers& answers) {
  const auto path = forms::FieldPath::parse(where);
  if (!path) return;
  const auto* field = views::field_at(form, *path);
  const auto* typed = sent.find(where);
  if (field == nullptr || typed == nullptr) return;
  if (field->kind == forms::FieldKind::Text || field->kind == forms::FieldKind::LongText)
    put_at(answers, *path, forms::Answer{plain_text(*typed)});
}

/// The draft as it stands, which has everything that was sent and could be kept. What was sent is
/// not shown in its place, but for what could not be kept: the page says that it has seen all that
/// the draft holds, so what others wrote meanwhile must stand on it, or the next saving would take
/// it out.
Response show_edit(const Site& site, const Request& request, const std::vector<Error>& errors,
                   const Fields& not_kept = {}) {
  const auto there = record_there(site, request, domain::Action::WriteRecord);
  if (!there) return refused_there(there.error(), request);
  auto answers = there->record.draft.answers;
  for (const auto& error : errors)
    show_as_sent(*there->record.form, not_kept, error.where, answers);
  const views::RecordEdit model{.place = there->place,
                                .record = there->record,
                                .names = there->names,
                                .answers = answers,
                                .page = platform::random_id<PageNumber>().text(),
                                .writer = request.visitor->asker.person,
                                .errors = errors};
  return show_to_visitor(views::record_edit_page(shell_for(site, request), model),
                         errors.empty() ? 200 : unprocessable);
}

Response edit(const Site& site, const Request& request) { return show_edit(site, request, {}); }

/// "Add another risk" and "Remove risk 2" are differences like any other.
void change_rows(const forms::Form& form, const Fields& sent, forms::Answers& answers) {
  const auto add = sent.text("add");
  const auto remove = sent.text("remove");
  for (const auto& section : form.sections)
    for (const auto& group : section.groups) {
      const auto& name = group.code.text();
      if (add == name)
        answers.groups[group.code].push_back({.id = platform::random_id<domain::RowId>()});
      if (!remove.starts_with(name + "/")) continue;
      auto& rows = answers.groups[group.code];
      std::erase_if(rows,
                    [&](const forms::Row& row) { return remove == name + "/" + row.id.text(); });
      if (rows.empty()) answers.groups.erase(group.code);
    }
}

/// What could not be read at all takes nothing out of the record.
void leave_as_it_stands(const forms::Answers& draft, const std::string& where,
                        forms::Answers& typed) {
  const auto path = forms::FieldPath::parse(where);
  if (!path) return;
  if (const auto* stands = forms::find(draft, *path)) put_at(typed, *path, *stands);
}

std::int64_t number_of(const Fields& sent, std::string_view name) {
  return parse_whole_number(sent.text(name)).value_or(0);
}

/// Takes in the files that came with the page. What is refused is told at its field, and the rest
/// of the page is kept all the same.
void take_files(const Site& site, const Request& request, const RecordRequest& at,
                const forms::Form& form, TypedRecord& typed) {
  for (const auto& sent : request.files) {
    const auto path = forms::FieldPath::parse(sent.field);
    const auto* field = path ? views::field_at(form, *path) : nullptr;
    if (field == nullptr || field->kind != forms::FieldKind::Upload) continue;
    if (sent.is_cut) {
      typed.errors.push_back({ErrorCode::Invalid, too_large_to_take_in, sent.field});
      continue;
    }
    auto kept =
        casework::add_upload(site.people->gate, site.people->uploads, request.visitor->asker,
                             at.file, at.record, sent.name, sent.bytes);
    if (!kept) {
      typed.errors.push_back({ErrorCode::Invalid, kept.error().message, sent.field});
      continue;
    }
    auto* answers = &typed.answers.fields;
    if (const auto& in_row = path->row)
      for (auto& row : typed.answers.groups[path->field])
        if (row.id == *in_row) answers = &row.answers;
    answers->insert_or_assign(field->code, forms::Answer{*std::move(kept)});
  }
}

Response save(const Site& site, const Request& request) {
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  const auto& asker = request.visitor->asker;
  auto& gate = site.people->gate;
  const auto opened = casework::open_record(gate, at->archive, asker, at->file, at->record,
                                            domain::Action::WriteRecord);
  if (!opened) return refused(opened.error(), request, at->file);
  auto typed = read_record_form(*opened->form, request.form);
  for (const auto& error : typed.errors)
    leave_as_it_stands(opened->draft.answers, error.where, typed.answers);
  const bool only_rows = !request.form.text("add").empty() || !request.form.text("remove").empty();
  take_files(site, request, *at, *opened->form, typed);
  change_rows(*opened->form, request.form, typed.answers);

  // What was typed is kept first, whatever becomes of saving.
  const auto seen = number_of(request.form, "seen");
  const auto kept = casework::keep_page(gate, at->archive, asker, at->file, at->record, seen,
                                        request.form.text("page"), typed.answers);
  if (!kept) return refused(kept.error(), request, at->file);
  const bool clashed = std::ranges::any_of(
      kept->mine, [](const auto& line) { return line.standing == store::DraftStanding::Clash; });
  if (clashed) return Response::redirect(paths::record_clashes(at->file, at->record).text());
  if (!typed.errors.empty()) return show_edit(site, request, typed.errors, request.form);
  if (only_rows)
    return Response::redirect(std::string(paths::record_edit(at->file, at->record).text()) +
                              "#groups");

  const bool sign = request.form.text("do") == "sign";
  const auto recorded =
      sign ? casework::sign_record(gate, at->archive, asker, at->file, at->record, seen)
           : casework::save_record(gate, at->archive, asker, at->file, at->record, seen);
  if (!recorded) return refused(recorded.error(), request, at->file);
  if (!recorded->done()) return show_edit(site, request, recorded->problems);
  return Response::redirect(html::with_query(paths::record(at->file, at->record).text(),
                                             {{"done", sign ? "signed" : "saved"}})
                                .text());
}

Response sign_off(const Site& site, const Request& request) {
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  std::vector<casework::Ask> asks;
  if (const auto what = request.form.text("ask"); !what.empty()) asks.push_back({.what = what});
  const bool back = request.form.text("do") == "return";
  const auto done =
      back ? casework::return_record(site.people->gate, at->archive, request.visitor->asker,
                                     at->file, at->record, number_of(request.form, "version"),
                                     request.form.text("words"), asks)
           : casework::countersign_record(site.people->gate, at->archive, request.visitor->asker,
                                          at->file, at->record, number_of(request.form, "version"),
                                          request.form.text("words"), asks);
  if (!done) {
    if (done.error().code == ErrorCode::Conflict)  // What they wrote goes on standing there.
      return show_record(site, request, domain::Action::Countersign,
                         {"words", done.error().message}, conflicting);
    if (done.error().code != ErrorCode::Invalid) return refused(done.error(), request, at->file);
    const bool of_ask = done.error().where.starts_with("asks");
    return show_record(site, request, domain::Action::Countersign,
                       {of_ask ? "ask" : "words", done.error().message});
  }
  return Response::redirect(html::with_query(paths::record(at->file, at->record).text(),
                                             {{"done", back ? "returned" : "countersigned"}})
                                .text());
}

}  // namespace

void add_record_routes(Router& router, const Site& site) {
  RouteOptions options{.audience = Audience::SignedIn};
  const auto bound = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    const auto record = file + "/records/:record";
    router.get(record, bound(read), options);
    router.get(record + "/edit", bound(edit), options);
    router.post(record + "/edit", bound(save), with_documents());
    router.post(record + "/sign-off", bound(sign_off), options);
  }
  add_record_draft_routes(router, site);
  add_record_history_routes(router, site);
  add_asked_routes(router, site);
}

}  // namespace northlight::web
