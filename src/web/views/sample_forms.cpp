#include "web/views/sample_parts.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/inset_text.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::CaseOnPage;

/// What is ticked on other pages of the form goes along with it.
Html ticked_elsewhere(const std::vector<std::string>& ticked,
                      const std::vector<std::string>& here) {
  std::string elsewhere;
  for (const auto& one : ticked)
    if (std::ranges::find(here, one) == here.end())
      elsewhere += (elsewhere.empty() ? "" : ",") + one;
  return hidden_field("elsewhere", elsewhere);
}

/// The way to the other pages of a form, which sends what is ticked with it.
Html tick_pages(const SampleModel& model, std::size_t rows) {
  const auto& place = model.page.places.ticks;
  const auto shown = place.shown(rows);
  const auto pages = place.pages(rows);
  Html out = hidden_field("ticks", std::to_string(shown));
  if (pages < 2) return out;
  out += paragraph("Page " + std::to_string(shown) + " of " + std::to_string(pages) +
                   ". What you tick stays ticked from page to page.");
  Html ways;
  const auto way = [&](const char* words, std::size_t to) {
    ways += button({.text = words,
                    .name = "to",
                    .value = std::to_string(to),
                    .classes = "govuk-button--secondary"});
  };
  if (shown > 1) way("Previous page of cases", shown - 1);
  if (shown < pages) way("Next page of cases", shown + 1);
  return out + element("div", {{"class", "govuk-button-group"}}, ways);
}

std::vector<std::string> all_of(const SampleModel& model) {
  std::vector<std::string> all;
  for (const auto& one : model.page.all_fitting) all.push_back(one.text());
  return all;
}

std::string fitting_name(const store::FittingCase& one) {
  return shown_name(one.given_names, one.family_name, one.known_as);
}

std::vector<domain::CaseKind> kinds_on_list(const casework::SamplePage& page) {
  std::set<domain::CaseKind> kinds;
  for (const auto& one : page.cases) kinds.insert(one.kind);
  return {kinds.begin(), kinds.end()};
}

/// For whoever does not tick each case: so many of each kind.
Html first_of_each_kind(const SampleModel& model) {
  Html out = element("h3", {{"class", "govuk-heading-s"}}, "Tick the first of each kind");
  out += paragraph(
      "The numbers were given at random, so that the first of each kind are as fair a draw as any "
      "others. Say how many, or leave a kind empty and tick its cases yourself.");
  for (const auto kind : kinds_on_list(model.page)) {
    const auto name = "first-" + std::string(code(kind));
    const auto held = std::ranges::count_if(
        model.page.cases, [&](const CaseOnPage& one) { return one.kind == kind && one.is_held; });
    out += input({.name = name,
                  .label = {.text = domain::words(kind)},
                  .error = wrong_with(model.wrong, name),
                  .value = model.typed.text(name),
                  .id = name,
                  .inputmode = "numeric",
                  .autocomplete = "off",
                  .spellcheck = false,
                  .suffix = {.text = "of " + std::to_string(held)},
                  .classes = "govuk-input--width-4"});
  }
  return out + button({.text = "Tick them",
                       .name = "to",
                       .value = "first",
                       .classes = "govuk-button--secondary"});
}

Html number_boxes(const SampleModel& model, const std::vector<std::string>& ticked,
                  std::span<const CaseOnPage> cases, bool first) {
  const auto kind = cases.front().kind;
  Checkboxes boxes{
      .name = "case",
      .fieldset = {.legend = {.text = domain::words(kind), .classes = "govuk-fieldset__legend--s"}},
      .error = first ? wrong_with(model.wrong, "case") : ErrorMessage{},
      .values = ticked,
      .id_prefix = first ? std::string("case") : "case-" + std::string(code(kind)),
      .classes = "govuk-checkboxes--small nl-columns"};
  for (const auto& one : cases)
    boxes.items.push_back({.text = "Case " + std::to_string(one.number) +
                                   (one.is_held ? "" : " (the file is no longer held)"),
                           .value = std::to_string(one.number)});
  return checkboxes(boxes);
}

/// The cases of one page, kind by kind.
Html numbers_to_tick(const SampleModel& model) {
  auto cases = model.page.cases;
  std::ranges::stable_sort(cases, {}, &CaseOnPage::kind);
  auto left = model.page.places.ticks.of(std::span<const CaseOnPage>(cases));
  const auto ticked = ticked_cases(model.typed);
  std::vector<std::string> here;
  for (const auto& one : left) here.push_back(std::to_string(one.number));
  Html out = ticked_elsewhere(ticked, here);
  for (bool first = true; !left.empty(); first = false) {
    const auto kind = left.front().kind;
    const auto end = std::ranges::find_if(left, [&](const auto& one) { return one.kind != kind; });
    const auto of_kind = static_cast<std::size_t>(end - left.begin());
    out += number_boxes(model, ticked, left.first(of_kind), first);
    left = left.subspan(of_kind);
  }
  return out + tick_pages(model, cases.size());
}

/// What was ticked when the form was sent, for whoever looks it over.
Html ticked_so_far(const SampleModel& model) {
  const auto ticked = ticked_cases(model.typed);
  if (ticked.empty()) return {};
  auto cases = model.page.cases;
  std::erase_if(cases, [&](const CaseOnPage& one) {
    return std::ranges::find(ticked, std::to_string(one.number)) == ticked.end();
  });
  return inset_text(
      {.text = element("p", {{"class", "govuk-body"}}, "Ticked when you last sent this page:") +
               drawn_words(model.page, cases)});
}

Html team_boxes(const SampleModel& model) {
  Checkboxes team{.name = "inspector",
                  .fieldset = {.legend = {.text = "Who sees these cases?",
                                          .classes = "govuk-fieldset__legend--s"}},
                  .hint = {.text = "Only those who judge them. You can add others later. Who is "
                                   "away can be covered for."},
                  .error = wrong_with(model.wrong, "inspector"),
                  .values = model.typed.all("inspector"),
                  .classes = "govuk-checkboxes--small"};
  for (const auto& one : model.page.team) {
    Checkbox box{.text = one.name + ", " + lower(one.role), .value = one.person.text()};
    if (model.typed.empty()) box.checked = one.person == model.asker;
    team.items.push_back(std::move(box));
  }
  return checkboxes(team);
}

}  // namespace

std::vector<std::string> ticked_cases(const Fields& typed) {
  auto ticked = typed.all("case");
  const auto elsewhere = typed.text("elsewhere");
  for (const auto one : split(elsewhere, ','))
    if (!one.empty()) ticked.emplace_back(one);
  return ticked;
}

Html drawn_words(const casework::SamplePage& page, const std::vector<CaseOnPage>& counted_cases) {
  std::set<domain::CaseKind> kinds(page.listed.sample.kinds.begin(),
                                   page.listed.sample.kinds.end());
  for (const auto& one : page.cases) kinds.insert(one.kind);
  Html rows;
  for (const auto kind : kinds) {
    const auto of_kind = [&](const CaseOnPage& one) { return one.kind == kind; };
    const auto drawn = std::ranges::count_if(counted_cases, of_kind);
    const auto all = std::ranges::count_if(page.cases, of_kind);
    auto says = std::string(domain::words(kind)) + ": ";
    if (all == 0)
      says += "none on the list";
    else
      says += std::to_string(drawn) + " of " + std::to_string(all) +
              (drawn == all && all > 1 ? ", which is all" : "");
    rows += element("li", {}, says);
  }
  return element("ul", {{"class", "govuk-list"}}, rows);
}

Html list_form(const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html form = small_heading("The list of cases");
  form += paragraph(
      "These are all cases that fit, of the files that you may see. The inspectorate is shown how "
      "many there are, and of each a number, given at random, and its kind: no name, no day. When "
      "it has drawn the sample and notified it, its inspectors read the files that were drawn.");
  if (model.page.fitting.empty())
    form += inset_text({.text = "No case of your service fits. Send the empty list to say so."});
  form += post_form(paths::sample(sample.id.text(), "/list"), model.form_token);
  if (!model.page.fitting.empty()) {
    const auto ticked = model.typed.empty() ? all_of(model) : ticked_cases(model.typed);
    std::vector<std::string> here;
    for (const auto& one : model.page.fitting) here.push_back(one.id.text());
    form += ticked_elsewhere(ticked, here);
    Checkboxes boxes{
        .name = "case",
        .fieldset = {.legend = {.text = "Cases that go on the list",
                                .classes = "govuk-fieldset__legend--s"}},
        .hint = {.text = "A sample is only as fair as its list: leave a case out for a "
                         "reason that you can give."},
        .error = wrong_with(model.wrong, "case"),
        .values = ticked,
        .classes = "govuk-checkboxes--small"};
    for (const auto& one : model.page.fitting)
      boxes.items.push_back({.text = fitting_name(one) + ", " + lower(domain::words(one.kind)) +
                                     ", begun on " + words(one.opened_on),
                             .value = one.id.text()});
    form += checkboxes(boxes);
    form += tick_pages(model, model.page.all_fitting.size());
    form += lines_box(model.typed, model.wrong, "why", "Why are others left out?",
                      "The inspectorate reads it. Write no name. Leave it empty if none is.");
  }
  form += button({.text = "Send the list"});
  form.close("form");
  return form;
}

Html draw_form(const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html form = small_heading("Draw the sample");
  if (model.page.cases.empty())
    return form + paragraph("No case of the service fits. You can call this sample off.");
  form += paragraph("Nobody of the inspectorate sees anything of a child by this sample yet.");
  form += ticked_so_far(model);
  form += post_form(paths::sample(sample.id.text(), "/notification"), model.form_token);
  form += first_of_each_kind(model);
  form += element("h3", {{"class", "govuk-heading-s"}}, "Cases of the sample");
  form += numbers_to_tick(model);
  form += team_boxes(model);
  form += day_field("last_day", "Last day of the fieldwork",
                    "Sight ends with that day by itself. It can be " +
                        words(model.page.latest_last_day) +
                        " at the latest, and you can move it later.",
                    typed_day(model.typed, "last_day"), model.wrong);
  form += warning_text({.text = "From the notification on they read the whole files of these "
                                "children, and each look is on the log of the service."});
  form += button({.text = "Notify the sample", .prevent_double_click = true});
  form.close("form");
  return form;
}

}  // namespace northlight::web::views
