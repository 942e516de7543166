#include "web/pages/file_requests.hpp"

#include "web/pages/show.hpp"

namespace northlight::web {

std::function<Response(const Request&)> on_file(const Site& site,
                                                Response (*handler)(const FileRequest&)) {
  return [&site, handler](const Request& request) {
    const auto file = file_request(request);
    if (!file) return refused(file.error(), request);
    return handler({site, request, *file});
  };
}

std::function<Response(const Request&)> on_case(const Site& site,
                                                Response (*handler)(const FileRequest&)) {
  return [&site, handler](const Request& request) {
    const auto file = file_request(request);
    const auto child_case = request.parameters.id<domain::CaseId>("case");
    if (!file || !child_case) return Response::problem(404);
    return handler({site, request, *file, *child_case});
  };
}

Response show_form(const FileRequest& on, const FileFormPage& page, const Fields& typed,
                   const views::Wrong& wrong) {
  const auto desk = casework::open_desk(on.gate(), on.asker(), on.file, page.action);
  if (!desk) return on.refuse(desk.error());
  if (on.child_case && views::case_in(desk->file, on.child_case) == nullptr)
    return Response::problem(404);
  std::vector<domain::PersonId> people = desk->named;
  for (const auto& one : desk->conflicts) people.push_back(one.person);
  for (const auto& one : desk->file.allocations)
    if (one.person) people.push_back(*one.person);
  const auto names = names_of(on.site, people);
  if (!names) return on.refuse(names.error());
  views::FileForm form{.place = place_of(on.request, desk->file, page.part),
                       .desk = *desk,
                       .names = *names,
                       .typed = typed,
                       .wrong = wrong,
                       .at = on.asker().at};
  form.child_case = on.child_case;
  return show_to_visitor(page.view(on.shell(), form), wrong.empty() ? 200 : unprocessable);
}

Response answer_form(const FileRequest& on, const FileFormPage& page, const Status& outcome,
                     const html::Url& next) {
  if (outcome) return Response::redirect(next.text());
  const auto wrong = wrong_of(outcome.error());
  if (!wrong) return on.refuse(outcome.error());
  return show_form(on, page, on.request.form, *wrong);
}

Result<casework::Worker> worker_typed(const Fields& sent) {
  const auto team = domain::TeamId::parse(sent.text("team"));
  if (!team) return Error{ErrorCode::Invalid, "Choose a team", "team"};
  casework::Worker worker{.team = *team};
  if (const auto person = sent.text("person"); !person.empty()) {
    const auto id = domain::PersonId::parse(person);
    if (!id) return Error{ErrorCode::Invalid, "Choose somebody of the list", "person"};
    worker.person = *id;
  }
  return worker;
}

Result<casework::NewChild> child_typed(const Fields& sent) {
  casework::NewChild child{.family_name = sent.text("family_name"),
                           .given_names = sent.text("given_names"),
                           .known_as = sent.text("known_as")};
  const auto born = typed_day(sent, "born_on");
  if (born.day.empty() && born.month.empty() && born.year.empty()) return child;
  NL_TRY(day, day_of(born, "born_on"));
  child.born_on = day;
  return child;
}

Result<casework::NewCase> case_typed(const Fields& sent) {
  const auto kind = domain::parse_case_kind(sent.text("kind"));
  if (!kind) return Error{ErrorCode::Invalid, "Choose why the service works with them", "kind"};
  NL_TRY(made, victim_case_typed(sent));
  made.kind = *kind;
  return std::move(made);
}

Result<casework::NewCase> victim_case_typed(const Fields& sent) {
  NL_TRY(opened, day_of(typed_day(sent, "opened_on"), "opened_on"));
  NL_TRY(worker, worker_typed(sent));
  return casework::NewCase{.kind = domain::CaseKind::Victim, .opened_on = opened, .worker = worker};
}

}  // namespace northlight::web
