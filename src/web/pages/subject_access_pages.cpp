#include "web/pages/subject_access_pages.hpp"

#include "accounts/policy.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/pages/subject_request.hpp"
#include "web/subject_access_paths.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t most_listed = 200;

Response list_requests(const Site& site, const Request& request) {
  const SubjectDesk desk(site, request);
  const auto rows = casework::list_subject_requests(desk.gate(), desk.asker(), most_listed);
  if (!rows) return refused(rows.error(), request);
  return show_to_visitor(
      views::subject_requests_page(desk.shell(), {.rows = *rows, .today = desk.today()}));
}

Response show_new(const Site& site, const Request& request, views::Wrong wrong) {
  const SubjectDesk desk(site, request);
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  const auto subject = casework::subject_of(desk.gate(), desk.asker(), *file);
  if (!subject) return refused(subject.error(), request, *file);
  const bool faulty = !wrong.empty();
  return show_to_visitor(views::new_subject_request_page(
                             desk.shell(), {.file = *file,
                                            .subject = *subject,
                                            .form_token = request.form_token,
                                            .asked_by = request.form.text("asked_by"),
                                            .received = typed_day(request.form, "received_on"),
                                            .wrong = std::move(wrong)}),
                         faulty ? unprocessable : 200);
}

Response new_request(const Site& site, const Request& request) {
  return show_new(site, request, {});
}

Response begin_request(const Site& site, const Request& request) {
  const auto file = file_request(request);
  if (!file) return refused(file.error(), request);
  const auto who = domain::parse_requester(request.form.text("asked_by"));
  if (!who) return show_new(site, request, {"asked_by", "Choose who asks"});
  const auto received = day_of(typed_day(request.form, "received_on"), "received_on");
  if (!received) return show_new(site, request, {received.error().where, received.error().message});
  const SubjectDesk desk(site, request);
  const auto id = casework::begin_subject_request(desk.gate(), desk.desk(), desk.asker(), *file,
                                                  {*who, *received});
  if (!id) {
    const auto wrong = wrong_of(id.error());
    return wrong ? show_new(site, request, *wrong) : refused(id.error(), request, *file);
  }
  return Response::redirect(paths::subject_request(*file, *id).text());
}

Response show_request(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto review = casework::open_review(desk.gate(), desk.desk(), desk.asker(), at.file, at.id);
  if (!review) return refused(review.error(), request, at.file);
  const bool not_given = review->request.open() && request.query().text("done") == "not-given";
  return show_to_visitor(views::subject_request_page(
      desk.shell(), desk.frame(at.file, *review),
      not_given
          ? "It was not given out, because something has changed. What is to be done stands here."
          : ""));
}

Response show_request_details(const SubjectDesk& desk, const SubjectPlace& at,
                              const Request& request, views::Wrong wrong) {
  const auto review = casework::open_review(desk.gate(), desk.desk(), desk.asker(), at.file, at.id);
  if (!review) return refused(review.error(), request, at.file);
  if (!review->request.open())
    return Response::redirect(paths::subject_request(at.file, at.id).text());
  const auto frame = desk.frame(at.file, *review);
  const auto& form = request.form;
  const auto& kept = review->request;
  views::SubjectDetailsModel model{.frame = frame,
                                   .asked_by = form.text("asked_by"),
                                   .received = typed_day(form, "received_on"),
                                   .identity_on = typed_day(form, "identity_on"),
                                   .identity_words = form.text("identity_words"),
                                   .basis = form.text("basis"),
                                   .basis_words = form.text("basis_words"),
                                   .extended = form.text("extended"),
                                   .closed_how = form.text("closed_how"),
                                   .closed_words = form.text("closed_words"),
                                   .wrong = std::move(wrong)};
  if (model.asked_by.empty()) model.asked_by = code(kept.asked_by);
  if (form.text("what") != "correct") model.received = views::TypedDay::of(kept.received_on);
  if (model.identity_on.year.empty() && kept.identity_on)
    model.identity_on = views::TypedDay::of(*kept.identity_on);
  if (model.basis.empty() && kept.basis) model.basis = code(*kept.basis);
  views::fill_kept_words(model);
  return show_to_visitor(views::subject_details_page(desk.shell(), model),
                         model.wrong.empty() ? 200 : unprocessable);
}

Response request_details(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  return show_request_details(desk, at, request, {});
}

Status keep_details(const SubjectDesk& desk, const SubjectPlace& at, const Fields& form) {
  const auto what = form.text("what");
  if (what == "basis") {
    const auto basis = domain::parse_answer_basis(form.text("basis"));
    if (!basis) return Error{ErrorCode::Invalid, "Choose on what ground", "basis"};
    return casework::note_basis(desk.gate(), desk.desk(), desk.asker(), at.file, at.id, *basis,
                                form.text("basis_words"));
  }
  if (what == "correct") {
    const auto who = domain::parse_requester(form.text("asked_by"));
    if (!who) return Error{ErrorCode::Invalid, "Choose who asks", "asked_by"};
    NL_TRY(received, day_of(typed_day(form, "received_on"), "received_on"));
    return casework::correct_request(desk.gate(), desk.desk(), desk.asker(), at.file, at.id,
                                     {*who, received});
  }
  if (what == "longer")
    return casework::extend_request(desk.gate(), desk.desk(), desk.asker(), at.file, at.id,
                                    form.text("extended"));
  NL_TRY(day, day_of(typed_day(form, "identity_on"), "identity_on"));
  return casework::note_identity(desk.gate(), desk.desk(), desk.asker(), at.file, at.id, day,
                                 form.text("identity_words"));
}

Response kept_or_again(const SubjectDesk& desk, const SubjectPlace& at, const Request& request,
                       const Status& kept) {
  if (!kept) {
    const auto wrong = wrong_of(kept.error());
    return wrong ? show_request_details(desk, at, request, *wrong)
                 : refused(kept.error(), request, at.file);
  }
  return Response::redirect(paths::subject_request(at.file, at.id).text());
}

Response save_details(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  return kept_or_again(desk, at, request, keep_details(desk, at, request.form));
}

Response end(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto how = domain::parse_request_end(request.form.text("closed_how"));
  return kept_or_again(desk, at, request,
                       casework::close_request(desk.gate(), desk.desk(), desk.asker(), at.file,
                                               at.id, how, request.form.text("closed_words")));
}

}  // namespace

bool SubjectDesk::may_release() const {
  for (const auto& held : asker().roles) {
    const auto* const role = site_.people->policy.find(held.role);
    if (role != nullptr && role->anywhere().has(domain::Action::ReleaseSubjectAccess)) return true;
  }
  return false;
}

views::SubjectFrame SubjectDesk::frame(const FileAddress& file,
                                       const casework::SubjectReview& review) const {
  return {.file = file,
          .review = review,
          .policy = *site_.subject_access,
          .form_token = request_.form_token,
          .today = today(),
          .may_release = may_release(),
          .prepared_by_them = review.prepared_by.contains(asker().person)};
}

Result<SubjectPlace> subject_place(const Request& request) {
  NL_TRY(file, file_request(request));
  NL_TRY(id, request.parameters.id<store::SubjectRequestId>("request"));
  return SubjectPlace{file, id};
}

Handler subject_handler(const Site& site, SubjectHandler handler) {
  return [&site, handler = std::move(handler)](const Request& request) {
    const auto at = subject_place(request);
    if (!at) return refused(at.error(), request);
    return handler(SubjectDesk(site, request), *at, request);
  };
}

void add_subject_access_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  const auto bound = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  router.get("/subject-access", bound(list_requests), options);
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    router.get(file + "/subject-access/new", bound(new_request), options);
    router.post(file + "/subject-access/new", bound(begin_request), options);
    const auto one = file + "/subject-access/:request";
    router.get(one, subject_handler(site, show_request), options);
    router.get(one + "/details", subject_handler(site, request_details), options);
    router.post(one + "/details", subject_handler(site, save_details), options);
    router.post(one + "/end", subject_handler(site, end), options);
  }
  add_subject_review_routes(router, site);
}

}  // namespace northlight::web
