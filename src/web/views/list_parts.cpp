#include "base/text.hpp"
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

Html checkboxes(const char* legend, const std::string& name, const std::vector<Choice>& choices) {
  if (choices.empty()) return {};
  Html out;
  out.add_raw(R"(<fieldset class="govuk-fieldset nl-filter__group">)");
  out += element("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--s"}}, legend);
  out.add_raw(R"(<div class="govuk-checkboxes govuk-checkboxes--small">)");
  int number = 0;
  for (const auto& choice : choices) {
    const auto id = name + "-" + std::to_string(++number);
    out.add_raw(R"(<div class="govuk-checkboxes__item">)");
    out.open("input", {{"class", "govuk-checkboxes__input"},
                       {"id", id},
                       {"name", name},
                       {"type", "checkbox"},
                       {"value", choice.value},
                       {"checked", choice.chosen}});
    out += element("label", {{"class", "govuk-label govuk-checkboxes__label"}, {"for", id}},
                   choice.text, " (", std::to_string(choice.count), ")");
    out.add_raw("</div>");
  }
  out.add_raw("</div></fieldset>");
  return out;
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

Html joint_choice(const ListFrame& frame) {
  Html out;
  out.add_raw(
      R"(<div class="govuk-form-group nl-filter__group"><label class="govuk-label govuk-label--s" for="joint">Joint inspection</label><select class="govuk-select" id="joint" name="joint">)");
  const auto option = [&](const char* value, const char* words, bool selected) {
    out += element("option", {{"value", value}, {"selected", selected}}, words);
  };
  option("", "All, also where it is not known", !frame.query.joint);
  option("yes", "With other inspectorates", frame.query.joint == true);
  option("no", "By the probation inspectorate alone", frame.query.joint == false);
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
  out.open("form", {{"method", "get"},
                    {"action", list_address(list, {})},
                    {"class", "nl-filter"},
                    {"role", "search"}});
  out.add_raw(
      R"(<div class="govuk-form-group nl-filter__group"><label class="govuk-label govuk-label--s" for="search">Name of the service</label>)");
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
  out += checkboxes("Overall rating", "rating", ratings);

  auto years = choices(
      frame.facets.years,
      [&](const auto& one) {
        return std::ranges::any_of(query.years,
                                   [&](auto year) { return std::to_string(year) == one; });
      },
      [](const auto& one) { return one; });
  for (const auto one : query.years) keep(years, std::to_string(one), std::to_string(one));
  out += checkboxes("Year of publication", "year", years);

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
  out += checkboxes("Inspection standards", "edition", editions);
  out += joint_choice(frame);

  if (!query.sort.empty())
    out.open("input", {{"type", "hidden"}, {"name", "sort"}, {"value", query.sort}});
  out.add_raw(
      R"(<div class="govuk-button-group"><button type="submit" class="govuk-button" data-module="govuk-button">Show results</button>)");
  if (query.is_filtered()) out += link(list_address(list, sorted_by({}, query.sort)), "Clear all");
  out.add_raw("</div></form>");
  return out;
}

Html list_count(ListOf list, const ListFrame& frame, std::int64_t total) {
  const auto choice = choice_in_words(frame.query, chosen_edition_titles(frame));
  const bool inspections = list == ListOf::Inspections;
  if (total == 0) {
    Html out;
    out += element("h2", {{"class", "govuk-heading-m"}},
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

Html sorting_heading(ListOf list, const ListQuery& query, std::string_view title,
                     std::string_view first, std::string_view second) {
  const bool by_first = query.sort == first;
  const bool by_second = !second.empty() && query.sort == second;
  std::optional<std::string> order;
  if (by_first || by_second) {
    // "newest" and "highest" run from high to low.
    const auto sort = by_first ? first : second;
    order = sort == "newest" || sort == "highest" ? "descending" : "ascending";
  }
  const auto next = by_first && !second.empty() ? second : first;
  return element("th",
                 {{"scope", "col"}, {"class", "govuk-table__header nl-sort"}, {"aria-sort", order}},
                 element("a",
                         {{"class", "govuk-link govuk-link--no-visited-state"},
                          {"href", list_address(list, sorted_by(query, next))}},
                         title, by_first || by_second ? (order == "ascending" ? " ▲" : " ▼") : ""));
}

Html list_pagination(ListOf list, const ListFrame& frame, std::int64_t total) {
  const auto pages = (total + frame.page_size - 1) / frame.page_size;
  return pagination_of_list(
      static_cast<int>(std::min<std::int64_t>(frame.query.page, pages)), static_cast<int>(pages),
      [&](int page) { return list_address(list, on_page(frame.query, page)); });
}

}  // namespace northlight::web::views
