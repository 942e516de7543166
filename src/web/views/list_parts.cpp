#include "base/text.hpp"

#include <algorithm>
#include "html/filter.hpp"
#include "html/pagination.hpp"
#include "web/views/list_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::vector<std::string> chosen_edition_titles(const ListFrame& frame) {
  std::vector<std::string> titles;
  for (const auto& code : frame.query.editions) {
    const auto* edition = find_edition(frame.editions, code);
    titles.push_back(edition == nullptr ? code : edition->title);
  }
  return titles;
}

/// One choice of a question: what is sent, what is read, and how many it would give.
struct Choice {
  std::string value;
  std::string text;
  std::int64_t count = 0;
  bool chosen = false;
};

// A question with its choices; one with many opens on demand, so that the list is not far below.
Html checkboxes(const char* legend, const std::string& name, const std::vector<Choice>& choices,
                bool folded) {
  if (choices.empty()) return {};
  Html boxes;
  boxes.add_raw(R"(<div class="govuk-checkboxes govuk-checkboxes--small">)");
  int number = 0;
  for (const auto& choice : choices) {
    const auto id = name + "-" + std::to_string(++number);
    boxes.add_raw(R"(<div class="govuk-checkboxes__item">)");
    boxes.open("input", {{"class", "govuk-checkboxes__input"},
                         {"id", id},
                         {"name", name},
                         {"type", "checkbox"},
                         {"value", choice.value},
                         {"checked", choice.chosen}});
    boxes += element("label", {{"class", "govuk-label govuk-checkboxes__label"}, {"for", id}},
                     choice.text, " (", std::to_string(choice.count), ")");
    boxes.add_raw("</div>");
  }
  boxes.add_raw("</div>");
  if (!folded)
    return element(
        "fieldset", {{"class", "govuk-fieldset govuk-form-group"}},
        element("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--s"}}, legend),
        boxes);
  const bool open = std::ranges::any_of(choices, &Choice::chosen);
  return element("details", {{"class", "govuk-details"}, {"open", open}},
                 element("summary", {{"class", "govuk-details__summary"}},
                         element("span", {{"class", "govuk-details__summary-text"}}, legend)),
                 element("fieldset", {{"class", "govuk-fieldset govuk-details__text"}},
                         element("legend", {{"class", "govuk-visually-hidden"}}, legend), boxes));
}

// The highest rating first, as people read them.
std::size_t place_on_scale(std::span<const framework::Edition> editions, std::string_view rating) {
  for (const auto& edition : editions)
    if (const auto found = edition.find_rating(rating)) return found->place;
  return 0;
}

template <typename IsChosen, typename Words>
std::vector<Choice> choices(const std::vector<store::Facet>& facets, IsChosen&& is_chosen,
                            Words&& words) {
  std::vector<Choice> all;
  for (const auto& facet : facets)
    if (facet.count > 0 || is_chosen(facet.answer))
      all.push_back({facet.answer, words(facet.answer), facet.count, is_chosen(facet.answer)});
  return all;
}

// What is chosen but has no facet (nothing left of it) must stay in the form, or it would be lost.
void keep(std::vector<Choice>& all, const std::string& value, const std::string& words) {
  if (std::ranges::find(all, value, &Choice::value) == all.end())
    all.push_back({value, words, 0, true});
}

// What is chosen, each with a link to the list without it.
std::optional<SelectedFilters> selected(ListOf list, const ListFrame& frame) {
  const auto& query = frame.query;
  if (!query.is_filtered()) return std::nullopt;
  SelectedFilters all{.heading = "Chosen",
                      .clear_text = "Clear all",
                      .clear_href = list_address(list, sorted_by({}, query.sort))};
  const auto add = [&](const char* heading, std::vector<SelectedFilter> items) {
    if (!items.empty()) all.categories.push_back({.heading = heading, .items = std::move(items)});
  };
  const auto without = [&](auto member, const auto& one) {
    auto less = on_page(query, 1);
    std::erase(less.*member, one);
    return list_address(list, less);
  };
  if (!query.text.empty()) {
    auto less = on_page(query, 1);
    less.text.clear();
    add("Name", {{query.text, list_address(list, less)}});
  }
  std::vector<SelectedFilter> items;
  for (const auto& one : query.ratings) items.push_back({one, without(&ListQuery::ratings, one)});
  add("Overall rating", std::move(items));
  items.clear();
  for (const auto one : query.years)
    items.push_back({std::to_string(one), without(&ListQuery::years, one)});
  add("Year", std::move(items));
  items.clear();
  for (const auto& one : query.editions) {
    const auto* edition = find_edition(frame.editions, one);
    items.push_back(
        {edition == nullptr ? one : edition->title, without(&ListQuery::editions, one)});
  }
  add("Inspection standards", std::move(items));
  if (query.joint) {
    auto less = on_page(query, 1);
    less.joint.reset();
    add("Joint inspection", {{*query.joint ? "Yes" : "No", list_address(list, less)}});
  }
  return all;
}

Html joint_choice(const ListFrame& frame) {
  Html out;
  out.add_raw(
      R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="joint">Joint inspection</label><select class="govuk-select nl-wide" id="joint" name="joint">)");
  const auto option = [&](const char* value, const char* words, bool selected) {
    out += element("option", {{"value", value}, {"selected", selected}}, words);
  };
  option("", "Either, or not known", !frame.query.joint);
  option("yes", "Joint", frame.query.joint == true);
  option("no", "Not joint", frame.query.joint == false);
  out.add_raw("</select></div>");
  return out;
}

}  // namespace

const framework::Edition* find_edition(std::span<const framework::Edition> editions,
                                       const std::optional<std::string>& code) {
  if (code)
    for (const auto& edition : editions)
      if (edition.code.text() == *code) return &edition;
  return nullptr;
}

Html score_words(const std::optional<std::int64_t>& score,
                 const std::optional<std::int64_t>& maximum) {
  if (!score) return unknown();
  return text(std::to_string(*score) + (maximum ? " of " + std::to_string(*maximum) : ""));
}

Html filter_form(ListOf list, const ListFrame& frame) {
  const auto& query = frame.query;
  Html out;
  out.add_raw(
      R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="search">Name of the service</label>)");
  out.open("input", {{"class", "govuk-input"},
                     {"id", "search"},
                     {"name", "search"},
                     {"type", "search"},
                     {"maxlength", 100},
                     {"value", query.text}});
  out.add_raw("</div>");

  auto ratings = choices(
      frame.facets.ratings,
      [&](const auto& one) { return std::ranges::find(query.ratings, one) != query.ratings.end(); },
      [](const auto& one) { return one; });
  for (const auto& one : query.ratings) keep(ratings, one, one);
  std::ranges::stable_sort(ratings, std::greater<>{}, [&](const Choice& one) {
    return place_on_scale(frame.editions, one.value);
  });
  out += checkboxes("Overall rating", "rating", ratings, false);

  auto years = choices(
      frame.facets.years,
      [&](const auto& one) {
        return std::ranges::any_of(query.years,
                                   [&](auto year) { return std::to_string(year) == one; });
      },
      [](const auto& one) { return one; });
  for (const auto one : query.years) keep(years, std::to_string(one), std::to_string(one));
  out += checkboxes("Year of publication", "year", years, true);

  const auto edition_title = [&](const std::string& code) {
    const auto* edition = find_edition(frame.editions, code);
    return edition == nullptr ? code : edition->title;
  };
  auto editions = choices(
      frame.facets.editions,
      [&](const auto& one) {
        return std::ranges::find(query.editions, one) != query.editions.end();
      },
      edition_title);
  for (const auto& one : query.editions) keep(editions, one, edition_title(one));
  out += checkboxes("Inspection standards", "edition", editions, true);
  out += joint_choice(frame);

  if (!query.sort.empty())
    out.open("input", {{"type", "hidden"}, {"name", "sort"}, {"value", query.sort}});
  return element("form",
                 {{"method", "get"}, {"action", list_address(list, {})}, {"role", "search"}},
                 html::filter({.heading = "Search and filter",
                               .selected = selected(list, frame),
                               .options = out,
                               .submit_text = "Show results"}));
}

Html list_count(ListOf list, const ListFrame& frame, std::int64_t total) {
  const auto choice = choice_in_words(frame.query, chosen_edition_titles(frame));
  const bool inspections = list == ListOf::Inspections;
  if (total == 0) {
    Html out;
    out += element("h2", {{"class", "govuk-heading-m"}, {"id", "results"}},
                   inspections ? "No inspections found" : "No services found");
    out += paragraph(choice.empty() ? "Nothing has been entered into this library yet."
                                    : "Nothing here is " + choice + ".");
    if (!choice.empty()) {
      out.add_raw(R"(<p class="govuk-body">You can:</p><ul class="govuk-list govuk-list--bullet">)"
                  "<li>check the spelling, or type only the first part of the name</li>"
                  "<li>choose fewer ratings, years or standards</li><li>");
      out += link(list_address(list, {}), inspections ? "see all inspections" : "see all services");
      out.add_raw("</li></ul>");
    }
    return out;
  }
  auto words = inspections ? counted(total, "inspection", "inspections")
                           : counted(total, "service", "services");
  if (!choice.empty()) words += ", " + choice;
  Html out = element("h2", {{"class", "govuk-heading-m"}, {"id", "results"}}, words);
  const auto first = (frame.query.page - 1) * frame.page_size + 1;
  const auto last = std::min(total, frame.query.page * frame.page_size);
  if (first > total)
    out += element("p", {{"class", "govuk-body"}}, "There is nothing on this page of the list. ",
                   link(list_address(list, on_page(frame.query, 1)), "Go to its first page"), ".");
  else if (total > frame.page_size)
    out += element("p", {{"class", "govuk-body"}}, "Showing ", std::to_string(first), " to ",
                   std::to_string(last), ".");
  return out;
}

Html list_pagination(ListOf list, const ListFrame& frame, std::int64_t total) {
  const auto pages = (total + frame.page_size - 1) / frame.page_size;
  return pagination_of_list(
      static_cast<int>(std::min<std::int64_t>(frame.query.page, pages)), static_cast<int>(pages),
      [&](int page) { return list_address(list, on_page(frame.query, page)); });
}

}  // namespace northlight::web::views
