#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"
#include "web/views/past_view.hpp"

namespace northlight::web {
namespace {

using Stood = std::vector<casework::StoodRecord>;

Result<Stood> stood(const FileRequest& on, views::PastView view, Date day) {
  const auto archive = archive_of(on.site);
  return view == views::PastView::KnownThen
             ? casework::file_as_it_stood(on.gate(), archive, on.asker(), on.file, day)
             : casework::file_up_to(on.gate(), archive, on.asker(), on.file, day);
}

Response past(const FileRequest& on) {
  const auto file = casework::open_child(on.gate(), on.asker(), on.file);
  if (!file) return on.refuse(file.error());
  const auto& query = on.request.query();
  const auto asked = query.find("day-day") != nullptr;
  views::PastModel model{.place = place_of(on.request, *file, views::FilePart::Past),
                         .typed = asked ? typed_day(query, "day") : views::TypedDay::of(on.today()),
                         .view = query.text("view") == "today" ? views::PastView::KnownToday
                                                               : views::PastView::KnownThen};
  const auto day = asked ? day_of(model.typed, "day") : Result<Date>(on.today());
  if (!day) {
    model.wrong = {"day", day.error().message};
  } else if (asked) {
    auto records = stood(on, model.view, *day);
    if (!records) return on.refuse(records.error());
    std::vector<domain::PersonId> people;
    for (const auto& one : *records) people.push_back(one.version.head.recorded_by);
    const auto found = names_of(on.site, people);
    if (!found) return on.refuse(found.error());
    model.names = *found;
    model.records = *std::move(records);
    model.lived_at = store::address_on(
        file->addresses, *day, model.view == views::PastView::KnownThen ? *day : on.today());
    model.day = *day;
  }
  return show_to_visitor(views::past_page(on.shell(), model),
                         model.wrong.empty() ? 200 : unprocessable);
}

}  // namespace

void add_past_routes(Router& router, const Site& site) {
  router.get("/children/:file/as-it-stood", on_file(site, past), {.audience = Audience::SignedIn});
}

}  // namespace northlight::web
