#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"

namespace northlight::web {
namespace {

using domain::Action;

constexpr FileFormPage details_form{Action::WriteRecord, views::FilePart::Overview,
                                    views::child_details_page};
constexpr FileFormPage new_case_form{Action::Allocate, views::FilePart::Work, views::new_case_page};
constexpr FileFormPage allocation_form{Action::Allocate, views::FilePart::Work,
                                       views::allocation_page};
constexpr FileFormPage closing_form{Action::Allocate, views::FilePart::Work, views::closing_page};

void add_day(Fields& fields, const std::string& name, const std::optional<Date>& day) {
  if (!day) return;
  const auto typed = views::TypedDay::of(*day);
  fields.add(name + "-day", typed.day);
  fields.add(name + "-month", typed.month);
  fields.add(name + "-year", typed.year);
}

Response details(const FileRequest& on) {
  // What stands there is put in by the view that may look at it.
  return show_form(on, details_form, {});
}

Result<casework::NewAddress> address_typed(const Fields& sent) {
  casework::NewAddress address{.house = sent.text("house"),
                               .street = sent.text("street"),
                               .postcode = sent.text("postcode")};
  const auto from = typed_day(sent, "lives_from");
  if (from.day.empty() && from.month.empty() && from.year.empty()) return address;
  NL_TRY(day, day_of(from, "lives_from"));
  address.from = day;
  return address;
}

Status corrected(const FileRequest& on) {
  NL_TRY(child, child_typed(on.request.form));
  NL_TRY(address, address_typed(on.request.form));
  return casework::correct_child(on.gate(), on.asker(), on.file, child, address);
}

Response correct(const FileRequest& on) {
  return answer_form(on, details_form, corrected(on), paths::child(on.file));
}

Response cases(const FileRequest& on) {
  const auto file = casework::open_file(on.gate(), on.asker(), on.file);
  if (!file) return on.refuse(file.error());
  std::vector<domain::PersonId> people;
  for (const auto& one : file->allocations)
    if (one.person) people.push_back(*one.person);
  const auto names = names_of(on.site, people);
  if (!names) return on.refuse(names.error());
  const auto teams = teams_in(on.site, *file);
  if (!teams) return on.refuse(teams.error());
  return show_to_visitor(
      views::cases_page(on.shell(), {.place = place_of(on.request, *file, views::FilePart::Work),
                                     .file = *file,
                                     .names = *names,
                                     .teams = *teams,
                                     .at = on.asker().at}));
}

Response new_case(const FileRequest& on) {
  Fields typed;
  add_day(typed, "opened_on", on.today());
  return show_form(on, new_case_form, typed);
}

Response open_case(const FileRequest& on) {
  const auto typed =
      on.file.of_victim ? victim_case_typed(on.request.form) : case_typed(on.request.form);
  Status outcome = done();
  if (!typed) {
    outcome = typed.error();
  } else if (const auto made = casework::open_case(on.gate(), on.asker(), on.file, *typed); !made) {
    outcome = made.error();
  }
  return answer_form(on, new_case_form, outcome, paths::file_cases(on.file));
}

Response allocation(const FileRequest& on) {
  Fields typed;
  typed.add("part", "lead");
  add_day(typed, "from", on.today());
  return show_form(on, allocation_form, typed);
}

/// Back to the cases; to the list, which says so, for whoever works with the child no longer.
html::Url after_working(const FileAddress& file, bool still_reads) {
  if (still_reads) return paths::file_cases(file);
  const paths::Query given_away{{"done", "given-away"}};
  return file.of_victim ? paths::victims(given_away) : paths::children(given_away);
}

Result<casework::Worker> allocated(const Fields& sent) {
  const auto part = domain::parse_work_part(sent.text("part"));
  if (!part) return Error{ErrorCode::Invalid, "Choose what their part is", "part"};
  NL_TRY(worker, worker_typed(sent));
  worker.part = *part;
  NL_TRY(from, day_of(typed_day(sent, "from"), "from"));
  worker.from = from;
  return worker;
}

Response allocate(const FileRequest& on) {
  const auto worker = allocated(on.request.form);
  const auto outcome =
      worker ? casework::allocate(on.gate(), on.asker(), on.file, *on.child_case, *worker)
             : Result<bool>(worker.error());
  return answer_form(on, allocation_form, outcome ? done() : Status(outcome.error()),
                     after_working(on.file, outcome && *outcome));
}

Response end_allocation(const FileRequest& on) {
  const auto id = on.request.parameters.id<domain::AllocationId>("allocation");
  if (!id) return on.refuse(id.error());
  const auto ended = casework::end_allocation(on.gate(), on.asker(), on.file, *id);
  if (!ended) return on.refuse(ended.error());
  return Response::redirect(after_working(on.file, *ended).text());
}

Response stage(const FileRequest& on) {
  const auto stage = domain::parse_case_stage(on.request.form.text("stage"));
  if (!stage) {  // Said to whoever may set it, and to nobody else.
    const auto file = casework::open_file(on.gate(), on.asker(), on.file, Action::WriteRecord);
    if (!file) return on.refuse(file.error());
    return Response::problem(422, "Choose how far the work has come.");
  }
  const auto set = casework::set_stage(on.gate(), on.asker(), on.file, *on.child_case, *stage);
  if (!set) return on.refuse(set.error());
  return Response::redirect(paths::file_cases(on.file).text());
}

Response closing(const FileRequest& on) {
  Fields typed;
  add_day(typed, "closed_on", on.today());
  return show_form(on, closing_form, typed);
}

Response close(const FileRequest& on) {
  const auto day = day_of(typed_day(on.request.form, "closed_on"), "closed_on");
  const Status outcome =
      day ? casework::close_case(on.gate(), on.asker(), on.file, *on.child_case, *day)
          : Status(day.error());
  return answer_form(on, closing_form, outcome, paths::file_cases(on.file));
}

}  // namespace

void add_case_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  router.get("/children/:file/details", on_file(site, details), options);
  router.post("/children/:file/details", on_file(site, correct), options);
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    router.get(file + "/cases", on_file(site, cases), options);
    router.get(file + "/cases/new", on_file(site, new_case), options);
    router.post(file + "/cases/new", on_file(site, open_case), options);
    router.get(file + "/cases/:case/allocation", on_case(site, allocation), options);
    router.post(file + "/cases/:case/allocation", on_case(site, allocate), options);
    router.post(file + "/allocations/:allocation/end", on_file(site, end_allocation), options);
    router.post(file + "/cases/:case/stage", on_case(site, stage), options);
    router.get(file + "/cases/:case/closing", on_case(site, closing), options);
    router.post(file + "/cases/:case/closing", on_case(site, close), options);
  }
}

}  // namespace northlight::web
