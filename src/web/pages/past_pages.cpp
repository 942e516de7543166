#include "casework/stood_file.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"
#include "web/views/past_view.hpp"

namespace northlight::web {
namespace {

using casework::KnownWhen;

KnownWhen known_when(const FileRequest& on) {
  return on.request.query().text("view") == "today" ? KnownWhen::Today : KnownWhen::Then;
}

/// The form alone, with what is wrong with the day.
Response ask_day(const FileRequest& on, views::TypedDay typed, const views::Wrong& wrong) {
  const auto file = casework::open_file(on.gate(), on.asker(), on.file);
  if (!file) return on.refuse(file.error());
  return show_to_visitor(
      views::past_page(on.shell(), {.place = place_of(on.request, *file, views::FilePart::Past),
                                    .typed = std::move(typed),
                                    .known = known_when(on),
                                    .wrong = wrong,
                                    .today = on.today(),
                                    .policy = on.site.people->policy}),
      wrong.empty() ? 200 : unprocessable);
}

Response past(const FileRequest& on) {
  const auto& query = on.request.query();
  if (query.find("day-day") == nullptr) return ask_day(on, views::TypedDay::of(on.today()), {});
  auto typed = typed_day(query, "day");
  const auto day = day_of(typed, "day");
  if (!day) return ask_day(on, std::move(typed), {"day", day.error().message});
  const auto stood = casework::file_as_it_stood(on.gate(), archive_of(on.site), on.asker(), on.file,
                                                *day, known_when(on));
  if (!stood) {
    const auto wrong = wrong_of(stood.error());
    return wrong ? ask_day(on, std::move(typed), *wrong) : on.refuse(stood.error());
  }
  return show_to_visitor(views::past_page(
      on.shell(), {.place = place_of(on.request, stood->file, views::FilePart::Past),
                   .typed = std::move(typed),
                   .known = stood->known,
                   .today = on.today(),
                   .stood = &*stood,
                   .policy = on.site.people->policy}));
}

}  // namespace

void add_past_routes(Router& router, const Site& site) {
  for (const auto* const address : {"/children/:file/as-it-stood", "/victims/:file/as-it-stood"})
    router.get(address, on_file(site, past), {.audience = Audience::SignedIn});
}

}  // namespace northlight::web
