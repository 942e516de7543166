#include <algorithm>

#include "base/text.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/printed_copies.hpp"
#include "web/pages/saved_document.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/pages/subject_access_pages.hpp"
#include "web/pages/subject_request.hpp"
#include "web/subject_access_paths.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t largest_review = 2UL * 1024 * 1024;

Response back(const SubjectPlace& at) {
  return Response::redirect(paths::subject_request(at.file, at.id).text());
}

Response show_part(const SubjectDesk& desk, const SubjectPlace& at, const Request& request,
                   const casework::PartReview* sent, views::Wrong wrong) {
  const auto review = casework::open_review(desk.gate(), desk.desk(), desk.asker(), at.file, at.id);
  if (!review) return refused(review.error(), request, at.file);
  const auto& parts = review->holding.parts;
  const auto part =
      std::ranges::find(parts, request.parameters.text("part"), &domain::HeldPart::code);
  if (part == parts.end()) return review->request.open() ? Response::problem(404) : back(at);
  const auto frame = desk.frame(at.file, *review);
  const bool faulty = !wrong.empty();
  return show_to_visitor(views::subject_part_page(
                             desk.shell(), {.frame = frame,
                                            .part = static_cast<std::size_t>(part - parts.begin()),
                                            .sent = sent,
                                            .wrong = std::move(wrong)}),
                         faulty ? unprocessable : 200);
}

Response part(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  return show_part(desk, at, request, nullptr, {});
}

casework::PartReview part_in(const Request& request) {
  casework::PartReview sent{.part = request.parameters.text("part"),
                            .hash = request.form.text("hash")};
  for (const auto& [name, value] : request.form) {
    if (name.starts_with("hiding-")) {
      const auto key = name.substr(7);
      sent.decisions.push_back(
          {key,
           value == "lifted" ? store::HidingDecision::Lifted : store::HidingDecision::Confirmed,
           request.form.text("reason-" + key)});
    } else if (name.starts_with("add-") && !trim(value).empty()) {
      sent.additions.push_back({name.substr(4), value});
    } else if (name == "off") {
      sent.taken_off.push_back(value);
    }
  }
  const auto done = request.form.all("done");
  sent.confirm_rest = std::ranges::find(done, "rest") != done.end();
  sent.read = std::ranges::find(done, "read") != done.end();
  return sent;
}

Response save_part(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto sent = part_in(request);
  const auto kept =
      casework::review_part(desk.gate(), desk.desk(), desk.asker(), at.file, at.id, sent);
  if (kept && !sent.additions.empty())  // To be seen where they stand.
    return Response::redirect(paths::subject_part(at.file, at.id, sent.part).text());
  if (kept) return back(at);
  const auto& error = kept.error();
  if (error.code == ErrorCode::Invalid || error.code == ErrorCode::Conflict)
    return show_part(desk, at, request, &sent, {error.where, error.message});
  return refused(error, request, at.file);
}

Response preview(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto ready =
      casework::preview_answer(desk.gate(), desk.desk(), desk.asker(), at.file, at.id);
  if (!ready && ready.error().code == ErrorCode::Conflict) return back(at);
  if (!ready) return refused(ready.error(), request, at.file);
  const auto frame = desk.frame(at.file, ready->review);
  return show_to_visitor(views::subject_preview_page(desk.shell(), frame, ready->given));
}

Response show_release(const SubjectDesk& desk, const SubjectPlace& at, const Request& request,
                      std::string problem) {
  const auto ready =
      casework::ready_to_give(desk.gate(), desk.desk(), desk.asker(), at.file, at.id);
  if (!ready && ready.error().code == ErrorCode::Conflict) return back(at);
  if (!ready) return refused(ready.error(), request, at.file);
  const auto frame = desk.frame(at.file, ready->review);
  const bool faulty = !problem.empty();
  return show_to_visitor(
      views::subject_release_page(desk.shell(), {.frame = frame,
                                                 .prints_pdf = copies_here() == Copies::All,
                                                 .documents = ready->documents,
                                                 .problem = std::move(problem)}),
      faulty ? unprocessable : 200);
}

Response release(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  return show_release(desk, at, request, {});
}

Response release_copy(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto ready =
      casework::ready_to_give(desk.gate(), desk.desk(), desk.asker(), at.file, at.id);
  if (!ready && ready.error().code == ErrorCode::Conflict)
    return Response::redirect(
        html::with_query(paths::subject_request(at.file, at.id).text(), {{"done", "not-given"}})
            .text());
  if (!ready) return refused(ready.error(), request, at.file);
  const auto copies = printed_copies(*ready, desk.desk().policy, desk.today(), copies_here());
  if (!copies) return show_release(desk, at, request, copies.error().message);
  const auto given = casework::give_answer(desk.gate(), desk.desk(), desk.asker(), at.file, at.id,
                                           ready->fingerprint, *copies);
  if (!given && given.error().code == ErrorCode::Conflict)
    return show_release(desk, at, request, given.error().message);
  if (!given) return refused(given.error(), request, at.file);
  return back(at);
}

struct Format {
  std::string_view code;
  std::string_view type;
};
constexpr std::array<Format, 3> formats{{{"html", "text/html; charset=utf-8"},
                                         {"pdf", "application/pdf"},
                                         {"json", "application/json"}}};

Response copy(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto& wanted = request.parameters.text("format");
  const auto bytes =
      casework::open_copy(desk.gate(), desk.desk(), desk.asker(), at.file, at.id, wanted);
  if (!bytes) return refused(bytes.error(), request, at.file);
  const auto format = std::ranges::find(formats, wanted, &Format::code);
  if (format == formats.end()) return Response::problem(404);
  return Response::bytes(views::copy_bytes(*bytes), format->type)
      .with("Content-Disposition", "attachment; filename=\"what-is-held." + wanted + "\"")
      .with("Cache-Control", "no-store");
}

/// Saved under the beginning of its fingerprint, which stands in the answer.
Response document(const SubjectDesk& desk, const SubjectPlace& at, const Request& request) {
  const auto hash = request.parameters.text("hash");
  const auto sent = casework::open_document(desk.gate(), desk.desk(), desk.uploads(), desk.asker(),
                                            at.file, at.id, hash);
  if (!sent) return refused(sent.error(), request, at.file);
  return saved(*sent, "document-" + std::string(hash.substr(0, 8)));
}

}  // namespace

void add_subject_review_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  RouteOptions large = options;
  large.body_limit = largest_review;
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    const auto one = file + "/subject-access/:request";
    router.get(one + "/parts/:part", subject_handler(site, part), options);
    router.post(one + "/parts/:part", subject_handler(site, save_part), large);
    router.get(one + "/preview", subject_handler(site, preview), options);
    router.get(one + "/release", subject_handler(site, release), options);
    router.post(one + "/release", subject_handler(site, release_copy), options);
    router.get(one + "/copies/:format", subject_handler(site, copy), options);
    router.get(one + "/documents/:hash", subject_handler(site, document), options);
  }
}

}  // namespace northlight::web
