#include "accounts/sign_in.hpp"
#include "casework/links.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/links_view.hpp"

namespace northlight::web {
namespace {

Response show_links(const FileRequest& on, const Fields& typed, const views::Wrong& wrong) {
  const auto desk = casework::open_links(on.gate(), on.site.people->keys, on.asker(), on.file);
  if (!desk) return on.refuse(desk.error());
  return show_to_visitor(
      views::links_page(on.shell(),
                        {.place = place_of(on.request, desk->desk.file, views::FilePart::Links),
                         .links = desk->links,
                         .longest_days = on.gate().policy().link_days(),
                         .today = platform::day_in_london(on.asker().at),
                         .typed = typed,
                         .wrong = wrong}),
      wrong.empty() ? 200 : unprocessable);
}

Response links(const FileRequest& on) { return show_links(on, {}, {}); }

/// The link's address is shown this once, to whoever made it.
Result<Response> give(const FileRequest& on) {
  const auto& sent = on.request.form;
  const auto relation = domain::parse_relation(sent.text("relation"));
  if (!relation) return Error{ErrorCode::Invalid, "Choose whose link it is", "relation"};
  NL_TRY(last_day, day_of(typed_day(sent, "last_day"), "last_day"));
  NL_TRY(hash, on.site.people->sign_in.hash_of_words(sent.text("agreed")));
  NL_TRY(given, casework::give_link(on.gate(), on.site.people->keys, on.asker(), on.file,
                                    {.relation = *relation,
                                     .last_day = last_day,
                                     .words_hash = hash,
                                     .words = sent.text("agreed"),
                                     .whose = sent.text("whose")}));
  NL_TRY(desk, casework::open_links(on.gate(), on.site.people->keys, on.asker(), on.file));
  return show_to_visitor(views::given_link_page(
      on.shell(), place_of(on.request, desk.desk.file, views::FilePart::Links),
      {.address = address_to_hand_on(on.site, on.request, paths::mine_link(given.link)),
       .relation = *relation,
       .last_day = last_day,
       .ended_before = given.ended_before}));
}

Result<Response> act_on_link(const FileRequest& on) {
  const auto& sent = on.request.form;
  if (sent.text("act") != "end") return give(on);
  NL_TRY(person, domain::PersonId::parse(sent.text("link")));
  NL_CHECK(casework::end_link(on.gate(), on.asker(), on.file, person));
  return Response::redirect(paths::child_links(on.file).text());
}

Response change_link(const FileRequest& on) {
  auto answer = act_on_link(on);
  if (answer) return *std::move(answer);
  const auto wrong = wrong_of(answer.error());
  return wrong ? show_links(on, on.request.form, *wrong) : on.refuse(answer.error());
}

}  // namespace

void add_link_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  router.get("/children/:file/links", on_file(site, links), options);
  router.post("/children/:file/links", on_file(site, change_link), options);
}

}  // namespace northlight::web
