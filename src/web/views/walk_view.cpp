#include "web/views/walk_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/inset_text.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/question_bar.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string number(std::int64_t value) { return std::to_string(value); }

std::string per_cent(Share share) { return number(share.printed().value) + "%"; }

Html step(int place, std::string_view title, const Html& content) {
  const auto id = "step-" + std::to_string(place);
  return element(
      "li", {{"class", "nl-walk__step"}, {"id", id}},
      element("h2", {{"class", "govuk-heading-m"}},
              element("span", {{"class", "nl-walk__number"}}, number(place)), " ", title),
      content);
}

Html rating(const WalkModel& model, const std::string& name) {
  return rating_tag(&model.edition, name);
}

std::string lower_first(std::string text) {
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
    text.front() = static_cast<char>(text.front() - 'A' + 'a');
  return text;
}

Html the_sample(const WalkModel& model) {
  const auto& walk = model.walk;
  Html out = paragraph(
      "Inspectors cannot read every file. They drew a sample, and judged the work "
      "done in each case of it. For " +
      lower_first(walk.domain_title) + " they judged " + counted(walk.cases, "case", "cases") +
      ".");
  std::vector<std::vector<Cell>> rows;
  for (const auto& sample : walk.samples)
    rows.push_back({{.text = sample_words(&model.edition, sample.what)},
                    {.text = number(sample.count), .numeric = true}});
  if (!rows.empty())
    out += table({.caption = "What inspectors looked at",
                  .caption_classes = "govuk-table__caption--s",
                  .head = {{.text = "Evidence"}, {.text = "Number", .numeric = true}},
                  .rows = rows});
  return out;
}

Html the_questions(const WalkModel& model) {
  const auto& walk = model.walk;
  Html out = paragraph(
      "Each standard about casework is judged by " +
      number_in_words(static_cast<long long>(walk.questions.size())) +
      " questions. For every case an inspector answers each question yes or no. Of " +
      lower_first(walk.standard_title) + " (standard " + walk.standard_id + ") they asked:");
  for (const auto& question : walk.questions) {
    const auto figure = "Yes in " + question.share.text() + " cases: " + per_cent(question.share);
    out += element("div", {{"class", "nl-asked"}},
                   element("p", {{"class", "govuk-body govuk-!-margin-bottom-1"}}, question.text),
                   question_bar(model.edition, question.share.printed(), &question.says),
                   element("p", {{"class", "govuk-body"}},
                           question.decides ? element("strong", {}, figure) : text(figure)));
  }
  return out + question_bar_key(model.edition);
}

Html the_lowest(const WalkModel& model) {
  const auto& walk = model.walk;
  const auto& decisive = walk.decisive();
  Html out = paragraph("The lowest of the answers decides, however good the others are.");
  if (walk.tied() > 1)
    out += paragraph("Here " + number_in_words(static_cast<long long>(walk.tied())) +
                     " questions share the lowest place: " + decisive.share.text() +
                     " cases each, which is " + per_cent(decisive.share) + ".");
  else
    out += paragraph("Here it is " + decisive.share.text() + " cases, which is " +
                     per_cent(decisive.share) + ".");
  std::vector<std::vector<Cell>> rows;
  for (const auto& band : walk.bands)
    rows.push_back({{.text = rating(model, band.rating)},
                    {.text = band.shares},
                    {.text = band.here ? text(per_cent(decisive.share) + " lies here") : Html()}});
  out += table({.caption = "What the lowest share of cases earns",
                .caption_classes = "govuk-table__caption--s",
                .head = {{.text = "Rating"}, {.text = "Share of cases"}, {.text = walk.service}},
                .rows = rows});
  out += paragraph(element("span", {}, "So " + lower_first(walk.standard_title) + " was rated ") +
                   rating(model, walk.standard_rating) + text("."));
  if (!walk.lowest_decides.text.empty())
    out += inset_text({.text = element("span", {}, "The rule: ", walk.lowest_decides.text, " ") +
                               element("span", {{"class", "govuk-hint"}},
                                       basis_words(model.edition, walk.lowest_decides.basis))});
  return out;
}

Html the_points(const WalkModel& model) {
  const auto& walk = model.walk;
  Html out = paragraph("Each rating earns points, from 0 to " + number(walk.most_points) +
                       ". Every standard counts the same: none is more important than another.");
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : walk.standards)
    rows.push_back({{.text = one.id + " " + one.title},
                    {.text = rating(model, one.rating)},
                    {.text = or_unknown(one.points), .numeric = true}});
  rows.push_back(
      {{.text = "Score", .classes = "govuk-!-font-weight-bold"},
       {.text = "out of " + number(walk.score_maximum)},
       {.text = number(walk.score), .numeric = true, .classes = "govuk-!-font-weight-bold"}});
  out += table(
      {.caption = "Points of each standard",
       .caption_classes = "govuk-table__caption--s",
       .head = {{.text = "Standard"}, {.text = "Rating"}, {.text = "Points", .numeric = true}},
       .rows = rows});
  return out;
}

Html the_overall(const WalkModel& model) {
  const auto& walk = model.walk;
  std::vector<std::vector<Cell>> rows;
  for (const auto& range : walk.ranges)
    rows.push_back({{.text = rating(model, range.rating)},
                    {.text = number(range.from) + " to " + number(range.to)},
                    {.text = range.here ? text(number(walk.score) + " lies here") : Html()}});
  Html out = table({.caption = "What a score out of " + number(walk.score_maximum) + " earns",
                    .caption_classes = "govuk-table__caption--s",
                    .head = {{.text = "Overall rating"}, {.text = "Score"}, {.text = walk.service}},
                    .rows = rows});
  out += paragraph("This is the answer to the question. An " + walk.standard_rating +
                   " standard earns no points, but it does not hold the "
                   "others back: the points of the other " +
                   number(static_cast<std::int64_t>(walk.standards.size()) - 1) +
                   " standards add up to " + number(walk.score) + ", and " + number(walk.score) +
                   " of " + number(walk.score_maximum) + " is " + walk.overall + ".");
  return out;
}

Html one_departure(const WalkModel& model, const report::WalkDeparture& one) {
  Html out = element("p", {{"class", "govuk-body"}},
                     "Standard " + one.id + ", " + lower_first(one.title) +
                         ": in its lowest question " + one.lowest.text() + " cases met the mark, " +
                         per_cent(one.lowest) + ". The rule gives ",
                     rating(model, one.computed), ". The report says ",
                     rating(model, one.published), ". It does not give a reason.");
  if (!one.discretion.empty()) {
    out += paragraph(
        "A panel of inspectors may move a rating when it is close to an edge. Here it "
        "could have considered that, because:");
    Html list;
    for (const auto& reason : one.discretion) list += element("li", {}, reason);
    out += element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
    out += paragraph("Whether that is what happened is not known from the source.");
  }
  const bool same = one.overall_by_rule == model.walk.overall;
  out += paragraph("Had the rule been followed, the score would have been " +
                   number(one.score_by_rule) + " of " + number(model.walk.score_maximum) +
                   " and the overall rating " + (same ? "still " : "") + one.overall_by_rule + ".");
  return out;
}

Html the_departures(const WalkModel& model) {
  const auto& walk = model.walk;
  if (walk.departures.empty())
    return paragraph("Every rating that can be worked out from its counts is what the rule gives.");
  Html out = paragraph(
      walk.departures.size() == 1
          ? "Worked out again from the counts, every rating but one is what the rule gives."
          : "Worked out again from the counts, these ratings are not what the rule gives.");
  for (const auto& one : walk.departures) out += one_departure(model, one);
  return out;
}

Html left_out(const WalkModel& model) {
  Html out;
  for (const auto& one : model.walk.left_out)
    out += element("p", {{"class", "govuk-body"}}, "Standard " + one.id + ", ",
                   lower_first(one.title) + ", was rated ", rating(model, one.rating),
                   ". By the rules it stands by itself: it is not part of the score or of the "
                   "overall rating.");
  return out;
}

Html what_it_can_say(const WalkModel& model) {
  const auto& walk = model.walk;
  const auto& share = walk.decisive().share;
  Html out = paragraph(share.text() +
                       " is a small sample. Two things can be asked of it, and they "
                       "have different answers.");
  const auto& says = walk.sample_says;
  Html list;
  list += element(
      "li", {}, element("strong", {}, "That year’s eligible cases. "),
      says.of_that_year.empty() ? says.why_not_that_year : "Between " + says.of_that_year + ".");
  list += element("li", {}, element("strong", {}, "Practice in general. "),
                  "As if drawn from many like cases, between " + says.of_practice() +
                      " of the work would have met the question. The figure of " + per_cent(share) +
                      " is the middle of a wide range.");
  out += element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
  if (walk.after_one_more && walk.one_more_share) {
    const bool same = *walk.after_one_more == walk.standard_rating;
    out += paragraph("Had one more case met one of the lowest questions (" +
                     walk.one_more_share->text() + "), the rating would " +
                     (same ? "still have been " : "have been ") + *walk.after_one_more +
                     (same && walk.tied() > 1
                          ? ", because the other question in the lowest place would still decide."
                          : "."));
  }
  out += paragraph(
      "So a rating tells what inspectors found in these cases. It does not tell that "
      "a service with a figure a little higher is better.");
  return out;
}

Html where_next(const WalkModel& model) {
  Html list;
  list += element(
      "li", {},
      link(paths::inspection(model.inspection), "The whole inspection of " + model.walk.service));
  list += element("li", {},
                  link(paths::inspection_rating(model.inspection),
                       "Every step of every rating, with the rule beside it"));
  list += element(
      "li", {},
      link(paths::inspection_what_if(model.inspection), "Change any figure and see what follows"));
  list += element(
      "li", {},
      link(paths::standard(model.edition.code, framework::StandardCode{model.walk.standard_id}),
           "The standard in full"));
  list += element("li", {}, link(paths::method(), "How we count"));
  return section_heading("next", "Where to go next") +
         element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
}

}  // namespace

std::string walk_title(const report::Walk& walk) {
  return "How was " + walk.service + " " + walk.overall + " with " + walk.standard_rating + " " +
         lower_first(walk.standard_title) + "?";
}

html::Html walk_page(const Shell& shell, const WalkModel& model) {
  const auto& walk = model.walk;
  Html steps;
  int place = 0;
  steps += step(++place, "A sample of cases", the_sample(model));
  steps += step(++place, "The questions asked of every case", the_questions(model));
  steps += step(++place, "The lowest answer decides", the_lowest(model));
  steps += step(++place, "Ratings become points", the_points(model));
  steps += step(++place, "Points become the overall rating", the_overall(model));
  steps += step(++place,
                walk.departures.size() == 1 ? "One rating departs from the rule"
                                            : "Ratings held against the rule",
                the_departures(model));
  if (!walk.left_out.empty()) steps += step(++place, "What stands apart", left_out(model));
  steps += step(++place, "What a sample of " + number(walk.cases) + " can and cannot say",
                what_it_can_say(model));

  Html main;
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += element("span", {{"class", "govuk-caption-xl"}},
                  "A walk through one inspection" +
                      (walk.published.empty() ? std::string() : ", " + walk.published));
  main += element("h1", {{"class", "govuk-heading-xl"}}, walk_title(walk));
  main += element("p", {{"class", "govuk-body-l"}},
                  walk.service_full_name + " was rated " + walk.overall + " overall, with " +
                      number(walk.score) + " of " + number(walk.score_maximum) +
                      " points, although its " + lower_first(walk.standard_title) + " (" +
                      lower_first(walk.domain_title) + ") was rated " + walk.standard_rating +
                      ". This is how.");
  main += element("ol", {{"class", "govuk-list nl-walk"}}, steps);
  main += where_next(model);
  main.add_raw("</div></div>");
  return page(shell,
              {.title = walk_title(walk),
               .breadcrumbs = {{walk.service, paths::inspection(model.inspection)}},
               .description = "From " + number(walk.cases) +
                              " cases to an overall rating, step by "
                              "step, with the real figures."},
              main);
}

}  // namespace northlight::web::views
