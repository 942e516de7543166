#include "web/views/benchmark_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/error_summary.hpp"
#include "report/sample_says.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string number_list(const std::vector<std::int64_t>& numbers) {
  std::vector<std::string> words;
  for (const auto number : numbers) words.push_back(std::to_string(number));
  return list_in_words(words);
}

/// "21 of 36".
std::string placed_score_words(const report::Scored& scored) {
  if (!scored.score || !scored.maximum) return "not known";
  return std::to_string(*scored.score) + " of " + std::to_string(*scored.maximum);
}

Html choose(const BenchmarkModel& model) {
  Html out;
  out.open(
      "form",
      {{"method", "get"}, {"action", paths::benchmark(model.edition.code)}, {"class", "nl-stay"}});
  out.add_raw(
      R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="service">Service</label><select class="govuk-select" id="service" name="service">)");
  out += element("option", {{"value", ""}, {"selected", model.service.empty()}}, "None chosen");
  std::vector<const report::Scored*> all;
  for (const auto& one : model.benchmark->placed) all.push_back(&one.scored);
  std::ranges::sort(all, {}, [](const auto* one) -> const std::string& { return one->service; });
  for (const auto* one : all)
    out += element("option",
                   {{"value", one->service_slug}, {"selected", one->service_slug == model.service}},
                   one->service);
  out.add_raw(
      R"(</select></div><button type="submit" class="govuk-button" data-module="govuk-button">Show its place</button></form>)");
  return out;
}

Html what_is_compared(const BenchmarkModel& model) {
  const auto& made = *model.benchmark;
  std::string words =
      "What is compared: points for each standard that was rated (the score divided by the number "
      "of "
      "standards that count in it), because not every inspection rated as many standards.";
  if (made.maxima.size() > 1)
    words += " Here scores are out of " + number_list(made.maxima) + ".";
  else if (made.maxima.size() == 1)
    words += " Here every score is out of " + std::to_string(made.maxima.front()) + ".";
  words +=
      " Where a service was inspected more than once under these standards, its latest "
      "inspection counts.";
  return paragraph(words);
}

Html own_place(const BenchmarkModel& model, const report::Placed* own) {
  if (model.service.empty()) return {};
  if (own == nullptr) {
    if (model.benchmark->leaves_out(model.service))
      return element(
          "div", {{"class", "govuk-inset-text"}},
          "The score of this service’s inspection is not known from the source, so it has "
          "no place among the others. That does not make it low.");
    return {};
  }
  const auto& rank = own->rank;
  Html out;
  out.add_raw(R"(<div class="govuk-inset-text">)");
  out += element("p", {{"class", "govuk-body"}}, element("strong", {}, own->scored.service), " is ",
                 element("strong", {}, report::rank_in_words(rank)), " inspections, with ",
                 placed_score_words(own->scored), ": ", own->points_per_standard.decimal_text(2),
                 " points for each standard.");
  if (rank.best != rank.worst)
    out += paragraph(counted(rank.worst - rank.best + 1, "inspection has", "inspections have") +
                     " this same result, so the place is a range.");
  out.add_raw("</div>");
  return out;
}

Html standing_table(const BenchmarkModel& model, const report::Placed* own) {
  Html out;
  out.add_raw(
      R"(<table class="govuk-table nl-list nl-list--tight"><caption class="govuk-table__caption govuk-table__caption--m">All inspections under these standards, best first</caption><thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">Service</th><th scope="col" class="govuk-table__header">Place</th><th scope="col" class="govuk-table__header">Score</th><th scope="col" class="govuk-table__header">Points a standard</th><th scope="col" class="govuk-table__header">Overall rating</th></tr></thead><tbody class="govuk-table__body">)");
  for (const auto& one : model.benchmark->placed) {
    const auto& rank = one.rank;
    const auto place = rank.best == rank.worst
                           ? std::to_string(rank.best)
                           : std::to_string(rank.best) + " to " + std::to_string(rank.worst);
    out +=
        element("tr", {{"class", &one == own ? "govuk-table__row nl-changed" : "govuk-table__row"}},
                element("th", {{"scope", "row"}, {"class", "govuk-table__header"}},
                        link(paths::inspection(one.scored.inspection), one.scored.service)),
                element("td", {{"class", "govuk-table__cell"}, {"data-label", "Place"}}, place),
                element("td", {{"class", "govuk-table__cell"}, {"data-label", "Score"}},
                        placed_score_words(one.scored)),
                element("td", {{"class", "govuk-table__cell"}, {"data-label", "Points a standard"}},
                        one.points_per_standard.decimal_text(2)),
                element("td", {{"class", "govuk-table__cell"}, {"data-label", "Overall rating"}},
                        rating_tag(&model.edition, one.scored.overall)));
  }
  out.add_raw("</tbody></table>");
  if (!model.benchmark->left_out.empty()) {
    std::vector<std::string> names;
    for (const auto& one : model.benchmark->left_out) names.push_back(one.service);
    out += paragraph(
        "Not placed, because the source gives no usable score: " + list_in_words(names) + ".");
  }
  return out;
}

// An edition whose ratings have no known points gives no order, and the reader a way on.
Html cannot_compare(const BenchmarkModel& model) {
  Html out = paragraph(
      "These inspections cannot be put in order, because a score is needed and none can be worked "
      "out:");
  Html reasons;
  for (const auto* gap : model.edition.not_known_about(framework::Part::Points))
    reasons += element("li", {}, element("strong", {}, "Not known: ", gap->what), " ", gap->why);
  if (!reasons.empty()) out += element("ul", {{"class", "govuk-list govuk-list--bullet"}}, reasons);
  out += paragraph("That says nothing of how good they were.");
  return out +
         element("p", {{"class", "govuk-body"}},
                 link(paths::standards(model.edition.code), "What is known of these standards"));
}

Html body(const BenchmarkModel& model) {
  const auto* own = model.service.empty() ? nullptr : model.benchmark->find(model.service);
  Html out = choose(model);
  out += own_place(model, own);
  if (model.benchmark->placed.empty())
    return out + paragraph("No inspection under these standards has a score that is known.");
  out += benchmark_strip(model.edition, *model.benchmark, own);
  out += what_is_compared(model);
  if (model.inspection != nullptr) out += benchmark_intervals(*model.inspection);
  out += standing_table(model, own);
  return out;
}

}  // namespace

Html benchmark_intervals(const InspectionModel& inspection) {
  Html out = section_heading("ranges", "How sure can one be?");
  if (!inspection.has_counts())
    return out +
           paragraph(
               "The counts behind this service’s ratings are not known from the source, so no "
               "range can be given.");
  out += paragraph(
      "A place is worked out from a few dozen cases. For each standard of this service, the lowest "
      "figure and the range of practice that would fit it, as if from many like cases:");
  out.add_raw(
      R"(<table class="govuk-table nl-list"><caption class="govuk-visually-hidden">Lowest figures and their ranges</caption><thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">Standard</th><th scope="col" class="govuk-table__header">Lowest figure</th><th scope="col" class="govuk-table__header">Range for practice in general</th></tr></thead><tbody class="govuk-table__body">)");
  for (const auto& standard : inspection.edition->standards) {
    const auto* rated = inspection.find_rated(standard.code);
    const auto* result = inspection.find(standard.code);
    if (rated == nullptr || result == nullptr || rated->decided_by.empty()) continue;
    for (const auto& question : result->key_questions) {
      if (question.lens != rated->decided_by.front().text() || !question.share) continue;
      out +=
          element("tr", {{"class", "govuk-table__row"}},
                  element("th", {{"scope", "row"}, {"class", "govuk-table__header"}},
                          standard.code.text(), " ", standard.title),
                  element("td", {{"class", "govuk-table__cell"}, {"data-label", "Lowest figure"}},
                          figure_words(question)),
                  element("td", {{"class", "govuk-table__cell"}, {"data-label", "Range"}},
                          report::sample_says(*question.share, std::nullopt).of_practice()));
    }
  }
  out.add_raw("</tbody></table>");
  return out;
}

Html benchmark_page(const Shell& shell, const BenchmarkModel& model) {
  Html main;
  if (!model.errors.empty()) {
    ErrorSummary summary;
    for (const auto& error : model.errors)
      summary.errors.push_back({.text = error, .href = Url("#service")});
    main += error_summary(summary);
  }
  main += element("span", {{"class", "govuk-caption-xl"}}, model.edition.title);
  main += element("h1", {{"class", "govuk-heading-xl"}}, "Where a service lies among others");
  main += model.benchmark == nullptr ? cannot_compare(model) : body(model);
  return page(shell,
              {.title = "Where a service lies among others – " + model.edition.title,
               .section = Section::Compare,
               .breadcrumbs = {{"Compare", paths::compare()}},
               .has_errors = !model.errors.empty()},
              main);
}

}  // namespace northlight::web::views
