#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"
#include "web/views/sharing_view.hpp"

namespace northlight::web {
namespace {

Response show_sharing(const FileRequest& on, const Fields& typed, const views::Wrong& wrong) {
  const auto desk = casework::open_sharing(on.gate(), on.site.people->keys, on.asker(), on.file);
  if (!desk) return on.refuse(desk.error());
  std::vector<domain::PersonId> people;
  for (const auto& one : desk->invitations) people.push_back(one.person);
  for (const auto& one : desk->agreements) people.push_back(one.recorded_by);
  for (const auto& one : desk->shared)
    if (one.person) people.push_back(*one.person);
  const auto names = names_of(on.site, people);
  if (!names) return on.refuse(names.error());
  return show_to_visitor(
      views::sharing_page(on.shell(),
                          {.place = place_of(on.request, desk->desk.file, views::FilePart::Sharing),
                           .desk = *desk,
                           .names = *names,
                           .typed = typed,
                           .wrong = wrong,
                           .at = on.asker().at}),
      wrong.empty() ? 200 : unprocessable);
}

Response sharing(const FileRequest& on) { return show_sharing(on, {}, {}); }

Status share(const FileRequest& on) {
  const auto& sent = on.request.form;
  // "themself", or the relation and for whom of those: "parent.<id>".
  const auto chosen = sent.text("relation");
  const auto dot = chosen.find('.');
  const auto relation = domain::parse_relation(chosen.substr(0, dot));
  if (!relation) return Error{ErrorCode::Invalid, "Choose with whom you share it", "relation"};
  const auto ground = store::parse_sharing_ground(sent.text("ground"));
  if (!ground) return Error{ErrorCode::Invalid, "Choose why it may be shared", "ground"};
  casework::NewShare share{.relation = *relation,
                           .ground = *ground,
                           .words = sent.text("words"),
                           .agreed_words = sent.text("agreed_words")};
  if (dot != std::string::npos)
    if (auto person = domain::PersonId::parse(chosen.substr(dot + 1))) share.person = *person;
  if (*ground == store::SharingGround::AgreedByChild) {
    NL_TRY(agreed_on, day_of(typed_day(sent, "agreed_on"), "agreed_on"));
    share.agreed_on = agreed_on;
  }
  NL_TRY(made, casework::share(on.gate(), on.asker(), on.file, share));
  static_cast<void>(made);
  return done();
}

/// The person and the organisation for which they are asked: "<id>.<id>", as the list sends them;
/// or the address of somebody who is not on it.
Status invite(const FileRequest& on) {
  const auto& sent = on.request.form;
  casework::NewInvitation invitation{.asked = sent.text("asked"), .address = sent.text("address")};
  const auto chosen = sent.text("person");
  if (const auto dot = chosen.find('.'); dot != std::string::npos) {
    if (auto person = domain::PersonId::parse(chosen.substr(0, dot))) invitation.person = *person;
    if (auto there = domain::OrganisationId::parse(chosen.substr(dot + 1)))
      invitation.organisation = *there;
  }
  NL_TRY(last_day, day_of(typed_day(sent, "until"), "until"));
  invitation.until = platform::start_of_day_in_london(add_days(last_day, 1));
  NL_TRY(made, casework::invite(on.gate(), on.site.people->keys, on.asker(), on.file, invitation));
  static_cast<void>(made);
  return done();
}

Status act_on_sharing(const FileRequest& on) {
  const auto& sent = on.request.form;
  const auto act = sent.text("act");
  if (act == "share") return share(on);
  if (act == "invite") return invite(on);
  if (act == "end-invitation")
    return casework::end_invitation(on.gate(), on.asker(), on.file, sent.text("invitation"));
  if (act == "stop") {
    NL_TRY(id, store::SharedId::parse(sent.text("shared")));
    return casework::stop_sharing(on.gate(), on.asker(), on.file, id);
  }
  return Error{ErrorCode::Invalid, "Choose what to share", "relation"};
}

Response change_sharing(const FileRequest& on) {
  const auto outcome = act_on_sharing(on);
  if (outcome) return Response::redirect(paths::child_sharing(on.file).text());
  const auto wrong = wrong_of(outcome.error());
  if (!wrong) return on.refuse(outcome.error());
  return show_sharing(on, on.request.form, *wrong);
}

}  // namespace

void add_sharing_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  router.get("/children/:file/sharing", on_file(site, sharing), options);
  router.post("/children/:file/sharing", on_file(site, change_sharing), options);
}

}  // namespace northlight::web
