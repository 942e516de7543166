#include "web/views/what_if_view.hpp"

#include <algorithm>

#include "html/error_summary.hpp"
#include "web/paths.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string typed_or(const WhatIfModel& model, const std::string& field,
                     const std::optional<std::int64_t>& otherwise) {
  if (const auto* typed = model.typed(field)) return *typed;
  return otherwise ? std::to_string(*otherwise) : std::string();
}

const report::FieldError* error_of(const WhatIfModel& model, const std::string& field) {
  for (const auto& error : model.errors)
    if (error.field == field) return &error;
  return nullptr;
}

Html number_field(const WhatIfModel& model, const std::string& field, const std::string& label,
                  const std::string& value) {
  const bool is_wrong = error_of(model, field) != nullptr;
  Html out = element("label", {{"class", "govuk-visually-hidden"}, {"for", field}}, label);
  out.open("input", {{"class", is_wrong ? "govuk-input govuk-input--width-4 govuk-input--error"
                                        : "govuk-input govuk-input--width-4"},
                     {"id", field},
                     {"name", field},
                     {"type", "text"},
                     {"inputmode", "numeric"},
                     {"value", value},
                     {"aria-describedby",
                      is_wrong ? std::optional<std::string>(field + "-error") : std::nullopt}});
  return out;
}

Html error_message(const WhatIfModel& model, const std::string& field) {
  const auto* error = error_of(model, field);
  if (error == nullptr) return {};
  return element("p", {{"class", "govuk-error-message"}, {"id", field + "-error"}},
                 raw(R"(<span class="govuk-visually-hidden">Error:</span> )"), error->message);
}

Html count_row(const WhatIfModel& model, const framework::Standard& standard,
               const framework::KeyQuestion& question) {
  if (!question.lens) return {};
  const auto& lens = *question.lens;
  const auto* count = report::find_count(model.evidence, standard.code, lens);
  const auto yes = report::yes_field(standard.code, lens);
  const auto of = report::of_field(standard.code, lens);
  const auto name = lens_name(*model.inspection.edition, lens);
  const auto known = [&](std::int64_t rating::QuestionCount::*part) {
    return count == nullptr ? std::nullopt : std::optional<std::int64_t>(count->*part);
  };
  const auto errors = error_message(model, yes) + error_message(model, of);
  return element(
      "div",
      {{"class", errors.empty() ? "govuk-form-group nl-count"
                                : "govuk-form-group nl-count govuk-form-group--error"}},
      element("p", {{"class", "govuk-body nl-count__name"}}, name), errors,
      element("div", {{"class", "nl-count__fields"}},
              number_field(model, yes, standard.title + ", " + name + ": cases judged yes",
                           typed_or(model, yes, known(&rating::QuestionCount::yes))),
              raw("<span>of</span>"),
              number_field(model, of, standard.title + ", " + name + ": cases judged",
                           typed_or(model, of, known(&rating::QuestionCount::of)))));
}

// A changed count sets aside what was published for its standard.
bool has_changed_count(const WhatIfModel& model, const framework::Standard& standard) {
  return std::ranges::any_of(standard.questions, [&](const framework::KeyQuestion& question) {
    if (!question.lens) return false;
    const auto* count = report::find_count(model.evidence, standard.code, *question.lens);
    const auto differs = [&](const std::string& field, std::int64_t rating::QuestionCount::*part) {
      const auto* typed = model.typed(field);
      return typed != nullptr && *typed != (count == nullptr ? "" : std::to_string(count->*part));
    };
    return differs(report::yes_field(standard.code, *question.lens), &rating::QuestionCount::yes) ||
           differs(report::of_field(standard.code, *question.lens), &rating::QuestionCount::of);
  });
}

Html rating_select(const WhatIfModel& model, const framework::Standard& standard) {
  const auto& edition = *model.inspection.edition;
  const auto field = report::rating_field(standard.code);
  const auto* stated = report::find_stated(model.evidence, standard.code);
  const auto* typed = model.typed(field);
  const std::string chosen = typed == nullptr ? std::string() : *typed;
  const bool by_cases = standard.rated_by == framework::RatedBy::WeakestQuestion;
  Html out;
  out.add_raw(R"(<div class="govuk-form-group">)");
  out += element("label", {{"class", "govuk-label"}, {"for", field}}, "Rating");
  out += error_message(model, field);
  out.open("select", {{"class", "govuk-select"}, {"id", field}, {"name", field}});
  const auto option = [&](std::string_view value, const std::string& words) {
    out += element("option", {{"value", value}, {"selected", chosen == value}}, words);
  };
  if (by_cases && has_changed_count(model, standard))
    option("", "What the rule gives for the changed counts");
  else if (stated != nullptr)
    option("", "As published: " + std::string(edition.name(stated->rating)));
  else
    option("", by_cases ? "As the counts give" : "Not known");
  if (by_cases && stated != nullptr)
    option(report::as_the_rule_gives, "What the rule gives for the counts");
  for (auto level = edition.scale.rbegin(); level != edition.scale.rend(); ++level)
    option(level->code, level->name);
  if (stated != nullptr) option(report::not_rated, "Not rated");
  out.add_raw("</select></div>");
  return out;
}

Html standard_fields(const WhatIfModel& model, const framework::Standard& standard) {
  Html out;
  out.add_raw(R"(<fieldset class="govuk-fieldset nl-what-if">)");
  out += element("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--s"}},
                 standard.code.text() + " " + standard.title);
  if (standard.rated_by == framework::RatedBy::WeakestQuestion)
    for (const auto& question : standard.questions)
      if (question.lens) out += count_row(model, standard, question);
  out += rating_select(model, standard);
  out.add_raw("</fieldset>");
  return out;
}

Html errors_first(const WhatIfModel& model) {
  if (model.errors.empty()) return {};
  ErrorSummary summary;
  for (const auto& error : model.errors)
    summary.errors.push_back(
        {.text = error.message, .href = error.field.empty() ? Url() : Url("#" + error.field)});
  return error_summary(summary);
}

std::string partly_known(const rating::InspectionRating& rated) {
  return rated.score_from == rating::ScoreFrom::Published
             ? "Only some of the ratings are known from the source. The points of a change to one "
               "of them are added to the published score, and the rest is taken as published."
             : "Only some of the ratings are known from the source, and no score that fits them, "
               "so no overall rating is given here.";
}

Html form(const WhatIfModel& model) {
  Html out;
  out.open("form", {{"method", "get"},
                    {"action", paths::inspection_what_if(model.inspection.id)},
                    {"novalidate", true}});
  for (const auto& domain : model.inspection.edition->domains) {
    out += section_heading("domain-" + domain.code.text(), domain.title);
    out.add_raw(R"(<div class="nl-what-if-grid">)");
    for (const auto* standard : framework::standards_of(*model.inspection.edition, domain.code))
      out += standard_fields(model, *standard);
    out.add_raw("</div>");
  }
  out.add_raw(
      R"(<div class="govuk-button-group nl-stay"><button type="submit" class="govuk-button" data-module="govuk-button">Show what follows</button>)");
  out += link(paths::inspection_what_if(model.inspection.id), "Start again");
  out.add_raw("</div></form>");
  return out;
}

}  // namespace

Html what_if_page(const Shell& shell, const WhatIfModel& model) {
  Html main = errors_first(model);
  main += element("span", {{"class", "govuk-caption-xl"}}, inspection_name(model.inspection.facts));
  main += element("h1", {{"class", "govuk-heading-xl"}},
                  "What if a count or a rating had been different?");
  if (model.inspection.rated == nullptr) {
    main +=
        paragraph("This cannot be tried out here. " + std::string(model.inspection.why_not_rated));
  } else {
    if (model.result != nullptr) main += what_follows(model.inspection, *model.result);
    main += paragraph(
        "Change any number or rating and choose “Show what follows”. Changing a count sets aside "
        "what was published for that standard, and the rule is applied instead. Nothing is kept.");
    if (model.inspection.rated->score_from != rating::ScoreFrom::Ratings)
      main +=
          element("div", {{"class", "govuk-inset-text"}}, partly_known(*model.inspection.rated));
    main += form(model);
  }
  return page(shell,
              {.title = "What if – " + inspection_name(model.inspection.facts),
               .section = Section::Inspections,
               .breadcrumbs = inspection_crumbs(model.inspection, true),
               .has_errors = !model.errors.empty()},
              main);
}

}  // namespace northlight::web::views
