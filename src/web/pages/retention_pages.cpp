#include "web/pages/retention_pages.hpp"

#include "base/text.hpp"
#include "casework/file_marks.hpp"
#include "casework/retention.hpp"
#include "store/erasure_rest.hpp"
#include "web/child_paths.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/retention_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

using casework::Decided;

constexpr std::size_t files_a_page = 25;

struct Done {
  std::string_view code;
  std::string_view words;
};
constexpr std::array all_done{
    Done{"gone", "The file is erased"},
    Done{
        "gone-but-log",
        "The file is erased, and nobody finds it any more. Somebody was reading at that moment, so "
        "traces of it stay on the server’s disk for some minutes; they are removed by themselves"},
    Done{"reduced", "The file is reduced to a basic record"},
    Done{"reduced-but-log",
         "The file is reduced to a basic record. Somebody was reading at that moment, so traces of "
         "what it held stay on the server’s disk for some minutes; they are removed by themselves"},
    Done{"waiting", "Another person has to confirm this now"},
    Done{"kept", "The file is kept until that day"},
    Done{"refused", "The file stays"},
    Done{"facts", "The facts are saved"},
    Done{"held", "The file is under a legal hold"},
    Done{"lifted", "The legal hold is lifted"},
};

std::string done_words(const Request& request) {
  const auto code = request.query().text("done");
  for (const auto& each : all_done)
    if (each.code == code) return std::string(each.words);
  return {};
}

Response queue(const Site& site, const Request& request) {
  casework::ReviewPage page{.size = files_a_page};
  const auto& query = request.query();
  if (const auto due = views::parse_due(query.text("show"))) page.due = *due;
  if (const auto number = parse_whole_number(query.text("page")); number && *number > 0)
    page.number = static_cast<std::size_t>(*number);
  const auto& asker = request.visitor->asker;
  const auto& policy = *site.people->retention;
  auto found = casework::review_queue(site.people->gate, policy, asker, page);
  if (!found) return refused(found.error(), request);
  return show_to_visitor(
      views::retention_queue_page(shell_for(site, request), {.policy = policy,
                                                             .queue = *std::move(found),
                                                             .page = page,
                                                             .today = site.today(),
                                                             .done = done_words(request)}));
}

Response show_file(const Site& site, const Request& request, domain::FileId file,
                   views::RetentionTyped typed) {
  const auto& asker = request.visitor->asker;
  const auto& policy = *site.people->retention;
  auto review = casework::open_review(site.people->gate, policy, asker, file);
  if (!review) return refused(review.error(), request, file);
  const int status = typed.wrong.empty() ? 200 : unprocessable;
  return show_to_visitor(
      views::retention_file_page(shell_for(site, request),
                                 {.policy = policy,
                                  .review = *std::move(review),
                                  .today = site.today(),
                                  .asker = asker.person,
                                  .form_token = request.form_token,
                                  .can_erase = site.people->erasures != nullptr,
                                  .done = typed.wrong.empty() ? done_words(request) : "",
                                  .typed = std::move(typed)}),
      status);
}

Response file(const Site& site, const Request& request) {
  const auto of = file_request(request);
  if (!of) return refused(of.error(), request);
  return show_file(site, request, *of, {});
}

/// The page again with what was wrong at its field, or what else was refused.
Response again(const Site& site, const Request& request, domain::FileId of, const Error& error,
               views::RetentionTyped typed) {
  const auto wrong = wrong_of(error);
  if (!wrong) return refused(error, request, of);
  typed.wrong = *wrong;
  return show_file(site, request, of, std::move(typed));
}

Response to_file(domain::FileId of, std::string_view done) {
  return Response::redirect(
      html::with_query(paths::retention_of(of).text(), {{"done", std::string(done)}}).text());
}

/// What an erasure leaves to do outside the database is done before it is answered for.
Response answered(const Site& site, const Request& request, domain::FileId of, Decided decided) {
  if (decided == Decided::Kept) return to_file(of, "kept");
  if (decided == Decided::Waiting) return to_file(of, "waiting");
  const auto finished = site.people->erasures->finish(request.visitor->asker.at);
  if (!finished) return Response::problem(finished.error());
  const std::string but = *finished == store::Finished::LogWaits ? "-but-log" : "";
  if (decided == Decided::Reduced) return to_file(of, "reduced" + but);
  return Response::redirect(paths::retention({{"done", "gone" + but}}).text());
}

Response decide(const Site& site, const Request& request) {
  const auto of = file_request(request);
  if (!of) return refused(of.error(), request);
  const auto& form = request.form;
  views::RetentionTyped typed{.kind = form.text("kind"),
                              .ground = form.text("ground"),
                              .reason = form.text("reason"),
                              .keep_until = typed_day(form, "keep_until")};
  const auto decided = [&]() -> Result<Decided> {
    const auto kind = store::parse_decision_kind(typed.kind);
    if (!kind) return Error{ErrorCode::Invalid, "Choose what becomes of the file", "kind"};
    casework::NewDecision decision{.kind = *kind, .ground = typed.ground, .reason = typed.reason};
    if (*kind != store::DecisionKind::Keep && site.people->erasures == nullptr)
      return Error{ErrorCode::Invalid, "Nothing can be erased here yet", "kind"};
    if (*kind == store::DecisionKind::Keep) {
      NL_TRY(day, day_of(typed.keep_until, "keep_until"));
      decision.keep_until = day;
    }
    return casework::decide_retention(site.people->gate, *site.people->retention,
                                      request.visitor->asker, *of, decision);
  }();
  if (!decided) return again(site, request, *of, decided.error(), std::move(typed));
  return answered(site, request, *of, *decided);
}

Response confirm(const Site& site, const Request& request) {
  const auto of = file_request(request);
  if (!of) return refused(of.error(), request);
  // A form that says nothing whole names no decision: whoever may not confirm is told so first.
  const auto answer = request.form.text("answer");
  std::optional<store::RetentionDecisionId> id;
  if (answer == "confirm" || answer == "refuse")
    if (const auto named = store::RetentionDecisionId::parse(request.form.text("decision")))
      id = *named;
  auto& gate = site.people->gate;
  const auto& asker = request.visitor->asker;
  if (answer == "refuse" && id) {
    views::RetentionTyped typed{.refuse_words = request.form.text("words")};
    const auto refused_so = casework::refuse_retention(gate, asker, *of, *id, typed.refuse_words);
    if (refused_so) return to_file(*of, "refused");
    auto error = refused_so.error();
    if (error.where == "reason") error.where = "words";
    return again(site, request, *of, error, std::move(typed));
  }
  if (site.people->erasures == nullptr) return Response::problem(404);
  const auto decided = casework::confirm_retention(gate, *site.people->retention, asker, *of, id);
  if (!decided) return again(site, request, *of, decided.error(), {});
  return answered(site, request, *of, *decided);
}

Response facts(const Site& site, const Request& request) {
  const auto of = file_request(request);
  if (!of) return refused(of.error(), request);
  casework::RetentionFactsTyped typed;
  constexpr std::string_view prefix = "outcome-";
  for (const auto& [name, value] : request.form) {
    if (name == "features") typed.features.push_back(value);
    if (!name.starts_with(prefix)) continue;
    if (const auto id = domain::CaseId::parse(std::string_view(name).substr(prefix.size())))
      typed.outcomes.emplace_back(*id, value);
  }
  const auto saved = casework::record_retention_facts(site.people->gate, *site.people->retention,
                                                      request.visitor->asker, *of, typed);
  if (!saved) return again(site, request, *of, saved.error(), {});
  return to_file(*of, "facts");
}

Response hold(const Site& site, const Request& request) {
  const auto of = file_request(request);
  if (!of) return refused(of.error(), request);
  views::RetentionTyped typed{.hold_reason = request.form.text("hold_reason")};
  const bool put = request.form.text("answer") != "lift";
  const auto marked =
      put ? casework::hold_file(site.people->gate, request.visitor->asker, *of, typed.hold_reason)
          : casework::release_hold(site.people->gate, request.visitor->asker, *of,
                                   typed.hold_reason);
  if (marked) return to_file(*of, put ? "held" : "lifted");
  auto error = marked.error();
  if (error.where == "reason" || error.code == ErrorCode::Conflict) error.where = "hold_reason";
  return again(site, request, *of, error, std::move(typed));
}

}  // namespace

void add_retention_routes(Router& router, const Site& site) {
  if (site.people == nullptr || site.people->retention == nullptr) return;
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  const auto on = [&site](Response (*answer)(const Site&, const Request&)) {
    return [&site, answer](const Request& request) { return answer(site, request); };
  };
  router.get("/retention", on(queue), signed_in);
  router.get("/retention/:file", on(file), signed_in);
  router.post("/retention/:file/decision", on(decide), signed_in);
  router.post("/retention/:file/confirmation", on(confirm), signed_in);
  router.post("/retention/:file/facts", on(facts), signed_in);
  router.post("/retention/:file/hold", on(hold), signed_in);
}

}  // namespace northlight::web
