#include <algorithm>

#include "base/text.hpp"
#include "html/notification_banner.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/warning_text.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/retention_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string day_words(const std::optional<Date>& day, const char* none) {
  return day ? words(*day) : std::string(none);
}

std::string case_words(const store::RetentionCase& one) {
  const auto& facts = one.facts;
  auto text = std::string(domain::words(facts.kind)) + ", " + words(facts.opened_on) + " to " +
              (facts.closed_on ? words(*facts.closed_on) : std::string("today"));
  std::vector<std::string> outcomes;
  for (const auto& code : facts.outcomes) outcomes.push_back(domain::code_in_words(code));
  return text + (outcomes.empty() ? "" : ": " + list_in_words(outcomes));
}

Html lines(const std::vector<std::string>& all, const char* none) {
  if (all.empty()) return text(none);
  Html out;
  for (const auto& one : all) out += element("span", {{"class", "nl-block"}}, one);
  return out;
}

Html facts_of(const RetentionFileModel& model) {
  const auto& item = model.review.item;
  const auto& file = item.file;
  std::vector<std::string> cases;
  for (const auto& one : file.cases) cases.push_back(case_words(one));
  SummaryList facts;
  const auto add = [&](const char* key, Html value) {
    facts.rows.push_back({.key = key, .value = std::move(value)});
  };
  if (!file.victim) {
    add("Date of birth", text(day_words(file.born_on.reveal(), "Not known")));
    add("Age", text(age_words(file.born_on.reveal(), model.today)));
  }
  add("Cases", lines(cases, "None"));
  add("Last action", text(day_words(item.last_action, "Not known")));
  add("Look at it on", text(day_words(item.review_on, "No day")));
  add("Why", why_kept(model.policy, item));
  if (const auto& on = item.rule.reduce_on) add("A basic record is enough from", text(words(*on)));
  if (const auto& at = file.reduced)
    add("Reduced to a basic record on", text(words(platform::day_in_london(*at))));
  return summary_list(facts);
}

std::string decided_words(const RetentionFileModel& model, const store::RetentionDecision& one) {
  switch (one.kind) {
    case store::DecisionKind::Keep:
      return "Keep it until " + day_words(one.keep_until, "a day that is not known");
    case store::DecisionKind::Reduce:
    case store::DecisionKind::Erase:
      break;
  }
  const auto* const ground = model.policy.ground(one.ground);
  return std::string(one.kind == store::DecisionKind::Erase ? "Erase it"
                                                            : "Reduce it to a basic record") +
         (ground == nullptr ? "" : ". " + ground->title);
}

std::string_view settled_words(const store::RetentionDecision& one) {
  if (!one.settled) return one.kind == store::DecisionKind::Keep ? "In force" : "To be confirmed";
  switch (*one.settled) {
    case store::Settled::Done:
      return "Done";
    case store::Settled::Refused:
      return "Not confirmed";
    case store::Settled::Replaced:
      break;
  }
  return "Decided otherwise since";
}

Html history(const RetentionFileModel& model) {
  auto decisions = model.review.item.file.decisions;
  // What waits is shown above.
  std::erase_if(decisions, [](const store::RetentionDecision& one) {
    return !one.settled && one.kind != store::DecisionKind::Keep;
  });
  if (decisions.empty()) return {};
  Table rows{.caption = "What was decided before",
             .caption_classes = "govuk-table__caption--m",
             .head = {{.text = "When"}, {.text = "What"}, {.text = "Why"}, {.text = "Now"}},
             .first_cell_is_header = true,
             .classes = "nl-list"};
  const auto cell = [](const char* label, Html value) {
    return Cell{.text = std::move(value), .attributes = {{"data-label", label}}};
  };
  for (const auto& one : decisions) {
    Html now = text(settled_words(one));
    if (!one.settled_words.empty())
      now += element("span", {{"class", "nl-quiet nl-block"}}, one.settled_words);
    rows.rows.push_back(
        {{.text = text(words(platform::day_in_london(one.decided_at))) +
                  element("span", {{"class", "nl-quiet nl-block"}}, one.decided_by_name)},
         cell("What", text(decided_words(model, one))),
         cell("Why", text(one.reason)),
         cell("Now", now)});
  }
  return table(rows);
}

}  // namespace

Html retention_file_page(const Shell& shell, const RetentionFileModel& model) {
  const auto& file = model.review.item.file;
  Html main = wrong_summary(model.typed.wrong);
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += element("h1", {{"class", "govuk-heading-l"}},
                  element("span", {{"class", "govuk-caption-l"}}, "How long this file is kept"),
                  file.name.reveal());
  for (const auto& bar : casework::bars_of(file)) main += warning_text({.text = bar + "."});
  main += facts_of(model);
  if (!file.victim) main += facts_form(model);
  main += hold_form(model);
  if (const auto* const waiting = file.waiting())
    main += waiting_form(model, *waiting);
  else if (model.review.item.rule.state != domain::Retention::State::Open)
    main += decision_form(model);
  main += history(model);
  return page(shell,
              {.title = "How long a file is kept",
               .section = Section::Retention,
               .breadcrumbs = {{"Files to review", paths::retention()}},
               .has_errors = !model.typed.wrong.empty()},
              main);
}

}  // namespace northlight::web::views
