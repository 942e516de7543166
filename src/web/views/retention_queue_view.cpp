#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "html/notification_banner.hpp"
#include "html/pagination.hpp"
#include "html/sub_navigation.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/retention_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::ReviewState;

constexpr std::array<std::pair<ReviewState, std::string_view>, 6> codes{
    {{ReviewState::Now, "now"},
     {ReviewState::Waiting, "waiting"},
     {ReviewState::Soon, "soon"},
     {ReviewState::Held, "held"},
     {ReviewState::NoPeriod, "no-period"},
     {ReviewState::NotKnown, "missing"}}};

std::string title_of(const domain::RetentionPolicy& policy, ReviewState due) {
  switch (due) {
    case ReviewState::Now:
      return "To decide";
    case ReviewState::Waiting:
      return "To be confirmed";
    case ReviewState::Soon:
      return "Within " + std::to_string(policy.review.months_ahead) + " months";
    case ReviewState::Held:
      return "On legal hold";
    case ReviewState::NoPeriod:
      return "No period set";
    case ReviewState::NotKnown:
      return "Facts missing";
    case ReviewState::Later:
      break;
  }
  return "";
}

std::string_view none_words(ReviewState due) {
  switch (due) {
    case ReviewState::Now:
      return "No file that you may review is due today.";
    case ReviewState::Waiting:
      return "Nothing waits for a second person.";
    case ReviewState::Soon:
      return "No more files fall due so soon.";
    case ReviewState::Held:
      return "No file that is due is on a legal hold.";
    case ReviewState::NoPeriod:
      return "Every file has a period.";
    case ReviewState::NotKnown:
      return "No file lacks a fact that its rule asks for.";
    case ReviewState::Later:
      break;
  }
  return "";
}

Html review_day(const casework::ReviewItem& item, Date today) {
  if (!item.review_on) return element("span", {{"class", "nl-quiet"}}, "No day");
  Html day = text(words(*item.review_on));
  if (item.file.kept_until() == item.review_on)
    day += element("span", {{"class", "nl-quiet nl-block"}}, "Kept until then by a decision");
  else if (*item.review_on <= today)
    day += element("span", {{"class", "nl-quiet nl-block"}},
                   counted(days_between(*item.review_on, today), "day", "days") + " ago");
  return day;
}

std::vector<Cell> row(const RetentionQueueModel& model, const casework::ReviewItem& item) {
  const auto& file = item.file;
  Html who = element("a", {{"class", "govuk-link"}, {"href", paths::retention_of(file.file)}},
                     file.name.reveal());
  if (file.held)
    who += element("span", {{"class", "nl-block"}},
                   tag({.text = "Legal hold", .classes = "govuk-tag--grey"}));
  if (file.victim) who += element("span", {{"class", "nl-quiet nl-block"}}, "A victim’s file");
  return {{.text = who},
          cell("Age", text(file.victim ? "–" : age_words(file.born_on.reveal(), model.today))),
          cell("Last action",
               text(item.last_action ? words(*item.last_action) : std::string("Not known"))),
          cell("Look at it on", review_day(item, model.today)),
          cell("Why", why_kept(model.policy, item))};
}

Html kinds_of(const RetentionQueueModel& model) {
  SubNavigation navigation{.label = "Files to review"};
  for (const auto& [due, code] : codes)
    navigation.items.push_back(
        {.text = title_of(model.policy, due) + " (" +
                 std::to_string(model.queue.counts.at(static_cast<std::size_t>(due))) + ")",
         .href = paths::retention({{"show", std::string(code)}}),
         .active = model.page.due == due});
  return sub_navigation(navigation);
}

}  // namespace

std::string_view code(ReviewState due) {
  const auto at = std::ranges::find(codes, due, [](const auto& each) { return each.first; });
  return at == codes.end() ? std::string_view() : at->second;
}

std::optional<ReviewState> parse_due(std::string_view text) {
  const auto at = std::ranges::find(codes, text, [](const auto& each) { return each.second; });
  if (at == codes.end()) return std::nullopt;
  return at->first;
}

Html why_kept(const domain::RetentionPolicy& policy, const casework::ReviewItem& item) {
  Html why;
  for (const auto& sentence : item.rule.because)
    why += element("span", {{"class", "nl-block"}}, sentence + ".");
  const bool unchecked = std::ranges::any_of(policy.rules, [&](const auto& rule) {
    return rule.status == "unverified" &&
           std::ranges::find(item.rule.decided_by, rule.code) != item.rule.decided_by.end();
  });
  if (unchecked)
    why += element("span", {{"class", "nl-quiet nl-block"}},
                   "Nobody of this service has checked this rule yet.");
  return why;
}

Html retention_queue_page(const Shell& shell, const RetentionQueueModel& model) {
  Html main;
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += element("h1", {{"class", "govuk-heading-l"}}, "Files to review");
  main += element("p", {{"class", "govuk-body"}},
                  "No file goes by itself. When its time is over somebody looks at it, and it is "
                  "erased, reduced to a basic record, or kept for a reason.");
  main += kinds_of(model);
  if (model.queue.items.empty()) {
    main += paragraph(none_words(model.page.due));
  } else {
    Table files{.caption = title_of(model.policy, model.page.due),
                .caption_classes = "govuk-table__caption--m",
                .head = {{.text = "File"},
                         {.text = "Age"},
                         {.text = "Last action"},
                         {.text = "Look at it on"},
                         {.text = "Why"}},
                .first_cell_is_header = true,
                .classes = "nl-list"};
    for (const auto& item : model.queue.items) files.rows.push_back(row(model, item));
    main += table(files);
    const auto pages = (model.queue.count + model.page.size - 1) / model.page.size;
    main += pagination_of_list(
        static_cast<int>(model.page.number), static_cast<int>(pages), [&](int number) {
          return paths::retention(
              {{"show", std::string(code(model.page.due))}, {"page", std::to_string(number)}});
        });
  }
  return page(shell, {.title = "Files to review", .section = Section::Retention}, main);
}

}  // namespace northlight::web::views
