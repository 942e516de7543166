#include "web/pages/sample_requests.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "casework/people.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/show.hpp"
#include "web/paths.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

struct SampleDone {
  std::string_view code;
  std::string_view words;
};
constexpr std::array all_sample_done{
    SampleDone{"begun", "The service is asked for the list of its cases"},
    SampleDone{"sent", "The list is sent"},
    SampleDone{"notified", "The sample is notified: the inspectors see its cases"},
    SampleDone{"moved", "The last day of the fieldwork is moved, and the service reads why"},
    SampleDone{"added", "They see the cases from now on"},
    SampleDone{"taken", "They do not see the cases by this sample any more"},
    SampleDone{"signed", "The evidence is signed, and all sight by this sample has ended"},
    SampleDone{"called-off", "The sample is called off"}};

constexpr long long last_page_thinkable = 100'000;

}  // namespace

std::string sample_done_words(const Request& request) {
  const auto code = request.query().text("done");
  const auto at = std::ranges::find(all_sample_done, code, &SampleDone::code);
  return at == all_sample_done.end() ? std::string() : std::string(at->words);
}

Response to_sample(store::SampleId id, std::string_view done, std::string_view rest) {
  return Response::redirect(
      html::with_query(paths::sample(id.text(), rest).text(), {{"done", std::string(done)}})
          .text());
}

PagePlace place_named(const Fields& named, std::string_view field) {
  const auto number = parse_whole_number(named.text(field));
  if (!number || *number < 1) return {};
  return {.number = static_cast<std::size_t>(std::min(*number, last_page_thinkable))};
}

bool may_somewhere(const Site& site, const Request& request, domain::Action action) {
  return !casework::organisations_where(site.people->policy, request.visitor->asker, action)
              .empty();
}

Result<std::optional<Date>> sample_day(const Fields& sent, const std::string& name) {
  const auto typed = typed_day(sent, name);
  if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return std::optional<Date>{};
  NL_TRY(day, day_of(typed, name));
  return std::optional(day);
}

Response show_sample(const Site& site, const Request& request, store::SampleId id, Fields typed,
                     views::Wrong wrong, SampleView view) {
  const casework::SamplePlaces places{.drawn = place_named(request.query(), "page"),
                                      .rest = place_named(request.query(), "others"),
                                      .ticks = place_named(typed, "ticks")};
  auto found = casework::open_sample(site.people->database, site.people->gate,
                                     request.visitor->asker, id, places);
  if (!found) return refused(found.error(), request);
  const int status = wrong.empty() ? 200 : unprocessable;
  return show_to_visitor(view(shell_for(site, request),
                              {.page = *std::move(found),
                               .typed = std::move(typed),
                               .wrong = std::move(wrong),
                               .form_token = request.form_token,
                               .done = status == 200 ? sample_done_words(request) : std::string(),
                               .asker = request.visitor->asker.person}),
                         status);
}

Response sample_again(const Site& site, const Request& request, store::SampleId id,
                      const Error& error, SampleView view) {
  const auto wrong = wrong_of(error);
  if (!wrong) return refused(error, request);
  return show_sample(site, request, id, request.form, *wrong, view);
}

}  // namespace northlight::web
