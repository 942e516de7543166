#include "web/views/rate_form.hpp"

#include <algorithm>

#include "html/error_message.hpp"
#include "html/input.hpp"
#include "html/select.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::optional<RateStandardField> field_of(const framework::Standard& standard) {
  if (standard.rated_by == framework::RatedBy::NotKnown) return std::nullopt;
  RateStandardField out{.standard = standard.code,
                        .title = standard.title,
                        .by_cases = standard.rated_by == framework::RatedBy::WeakestQuestion,
                        .counts_in_score = standard.counts_in_score};
  if (out.by_cases)
    for (const auto& question : standard.questions)
      if (question.lens) out.questions.push_back({*question.lens, question.text});
  return out;
}

// A box for a count. Its label names the whole question for those who cannot see the row.
Html count_box(const std::string& id, const std::string& value, const std::string& label,
               bool has_error) {
  Html out;
  out += element("label", {{"class", "govuk-visually-hidden"}, {"for", id}}, label);
  out.open("input", {{"class", has_error ? "govuk-input govuk-input--width-3 govuk-input--error"
                                         : "govuk-input govuk-input--width-3"},
                     {"id", id},
                     {"name", id},
                     {"type", "text"},
                     {"inputmode", "numeric"},
                     {"autocomplete", "off"},
                     {"spellcheck", "false"},
                     {"value", value},
                     {"aria-describedby",
                      has_error ? std::optional<std::string>(id + "-error") : std::nullopt}});
  return out;
}

Html error_at(const RateForm& form, const std::string& id) {
  const auto* error = form.error_of(id);
  if (!error) return {};
  return error_message({.text = error->message, .id = id + "-error"});
}

Html question_row(const RateForm& form, const RateStandardField& standard,
                  const RateQuestionField& question) {
  const auto yes = yes_field(standard.standard, question.lens);
  const auto of = of_field(standard.standard, question.lens);
  const auto named = standard.standard.text() + " " + question.text;
  return element(
      "div",
      {{"class", form.error_of(yes) || form.error_of(of)
                     ? "nl-audit-count govuk-form-group govuk-form-group--error"
                     : "nl-audit-count govuk-form-group"}},
      element("p", {{"class", "govuk-body govuk-!-margin-bottom-1"}}, question.text),
      error_at(form, yes), error_at(form, of),
      element(
          "p", {{"class", "govuk-body nl-audit-count__boxes"}}, "Yes in ",
          count_box(yes, question.yes, named + " Cases judged yes", form.error_of(yes) != nullptr),
          " of ", count_box(of, question.of, named + " Cases judged", form.error_of(of) != nullptr),
          " cases"));
}

Html counted_standard(const RateForm& form, const RateStandardField& standard) {
  Html rows;
  for (const auto& question : standard.questions) rows += question_row(form, standard, question);
  return element("fieldset", {{"class", "govuk-fieldset nl-audit-standard"}},
                 element("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--s"}},
                         standard.standard.text() + " " + standard.title),
                 rows);
}

// Optional: with it the result also speaks of this year's own cases.
Html eligible_cases(const RateForm& form, const RateDomainField& domain) {
  const auto id = eligible_field(domain.domain);
  Input field{
      .name = id,
      .label = {.text = domain.title + ": how many cases were eligible this year? (optional)"},
      .hint = {.text = "Every case that could have been picked, whether or not it was. "
                       "Then we can also say what your sample shows of this year’s cases."},
      .value = domain.eligible,
      .inputmode = "numeric",
      .autocomplete = "off",
      .spellcheck = false,
      .classes = "govuk-input--width-5"};
  if (const auto* error = form.error_of(id)) field.error.text = error->message;
  return input(field);
}

Html whole_standard(const framework::Edition& edition, const RateForm& form,
                    const RateStandardField& standard) {
  const auto id = rating_field(standard.standard);
  std::vector<SelectItem> items{{.text = "Not rated", .value = ""}};
  for (const auto& name : framework::level_names(edition)) items.push_back({.text = name});
  Select field{.name = id,
               .label = {.text = standard.standard.text() + " " + standard.title,
                         .classes = "govuk-label--s"},
               .items = items,
               .value = standard.rating};
  if (!standard.counts_in_score) field.hint.text = "Stands by itself: not part of the score";
  if (const auto* error = form.error_of(id)) field.error.text = error->message;
  return select(field);
}

}  // namespace

bool is_counted(const RateDomainField& domain) {
  return std::ranges::any_of(domain.standards, &RateStandardField::by_cases);
}

const FieldError* RateForm::error_of(std::string_view field) const {
  const auto found = std::ranges::find(errors, field, &FieldError::field);
  return found == errors.end() ? nullptr : &*found;
}

std::string yes_field(const framework::StandardCode& standard, const framework::LensCode& lens) {
  return "yes-" + standard.text() + "-" + lens.text();
}
std::string of_field(const framework::StandardCode& standard, const framework::LensCode& lens) {
  return "of-" + standard.text() + "-" + lens.text();
}
std::string rating_field(const framework::StandardCode& standard) {
  return "rating-" + standard.text();
}

std::string eligible_field(const framework::DomainCode& domain) {
  return "eligible-" + domain.text();
}

RateForm empty_rate_form(const framework::Edition& edition) {
  RateForm form;
  for (const auto& domain : edition.domains) {
    RateDomainField fields{.domain = domain.code, .title = domain.title};
    for (const auto* standard : framework::standards_of(edition, domain.code))
      if (auto field = field_of(*standard)) fields.standards.push_back(*std::move(field));
    if (!fields.standards.empty()) form.domains.push_back(std::move(fields));
  }
  return form;
}

html::Html rate_fields(const framework::Edition& edition, const RateForm& form) {
  Html out;
  for (const auto& domain : form.domains) {
    out += element("h3", {{"class", "govuk-heading-m"}}, domain.title);
    if (is_counted(domain)) out += eligible_cases(form, domain);
    for (const auto& standard : domain.standards)
      out += standard.by_cases ? counted_standard(form, standard)
                               : whole_standard(edition, form, standard);
  }
  return out;
}

}  // namespace northlight::web::views
