#include <algorithm>

#include "casework/file_marks.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"

namespace northlight::web {
namespace {

constexpr FileFormPage marks_form{domain::Action::MarkFile, views::FilePart::Marks,
                                  views::marks_page};

Response marks(const FileRequest& on) { return show_form(on, marks_form, {}); }

Result<domain::PersonId> person_typed(const Fields& sent, const char* name) {
  const auto person = domain::PersonId::parse(sent.text(name));
  if (!person) return Error{ErrorCode::Invalid, "Choose somebody", name};
  return *person;
}

Result<std::vector<domain::PersonId>> people_ticked(const Fields& sent) {
  std::vector<domain::PersonId> people;
  for (const auto& one : sent.all("named")) {
    const auto person = domain::PersonId::parse(one);
    if (!person) return Error{ErrorCode::Invalid, "Choose people of the list", "named"};
    people.push_back(*person);
  }
  return people;
}

/// The use case speaks of a field by its own word; the page has several forms, each with its own.
Status told_at(Status outcome, std::string_view where, std::string_view field) {
  if (outcome || outcome.error().where != where) return outcome;
  auto error = std::move(outcome).error();
  error.where = field;
  return error;
}

Status with_person(const FileRequest& on, const char* name,
                   Status (*act)(accounts::Gate&, const accounts::Asker&, domain::FileId,
                                 domain::PersonId)) {
  NL_TRY(person, person_typed(on.request.form, name));
  return told_at(act(on.gate(), on.asker(), on.file, person), "named", name);
}

Status act_on_mark(const FileRequest& on) {
  auto& gate = on.gate();
  const auto& sent = on.request.form;
  const auto act = sent.text("act");
  if (act == "restrict") {
    NL_TRY(named, people_ticked(sent));
    return casework::restrict_file(gate, on.asker(), on.file, sent.text("reason"), named);
  }
  if (act == "lift-restriction") return casework::lift_restriction(gate, on.asker(), on.file);
  if (act == "name") return with_person(on, "person", casework::name_on_file);
  if (act == "unname") return with_person(on, "person", casework::unname_on_file);
  if (act == "lift-conflict") return with_person(on, "person", casework::lift_conflict);
  if (act == "declare") {
    NL_TRY(person, person_typed(sent, "whose"));
    return told_at(
        casework::declare_conflict(gate, on.asker(), on.file, person, sent.text("words")), "person",
        "whose");
  }
  if (act == "hold")
    return told_at(casework::hold_file(gate, on.asker(), on.file, sent.text("hold_reason")),
                   "reason", "hold_reason");
  if (act == "release")
    return told_at(casework::release_hold(gate, on.asker(), on.file, sent.text("release_reason")),
                   "reason", "release_reason");
  return Error{ErrorCode::Invalid, "Choose what to do with the file", "named"};
}

/// Whoever names others and not themself has shut the door behind them.
bool shuts_oneself_out(const FileRequest& on) {
  const auto& sent = on.request.form;
  const auto oneself = on.asker().person.text();
  const auto named = sent.all("named");
  if (sent.text("act") == "restrict") return std::ranges::find(named, oneself) == named.end();
  return sent.text("act") == "unname" && sent.text("person") == oneself;
}

Response change_marks(const FileRequest& on) {
  const auto outcome = act_on_mark(on);
  if (outcome && shuts_oneself_out(on))
    return show_to_visitor(views::restricted_page(
        on.shell(), on.file.of_victim ? views::Section::Victims : views::Section::Children));
  return answer_form(on, marks_form, outcome, paths::file_marks(on.file));
}

}  // namespace

void add_mark_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    router.get(file + "/marks", on_file(site, marks), options);
    router.post(file + "/marks", on_file(site, change_marks), options);
  }
}

}  // namespace northlight::web
