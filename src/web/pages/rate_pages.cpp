#include "base/text.hpp"
#include "rating/judgements.hpp"
#include "rating/print.hpp"
#include "rating/rate.hpp"
#include "rating/read_judgements.hpp"
#include "report/audit_result.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/names_in_csv.hpp"
#include "web/pages/rate_form_reading.hpp"
#include "web/pages/rating_editions.hpp"
#include "web/pages/uploaded_report.hpp"
#include "web/paths.hpp"
#include "web/views/rate_view.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t largest_audit = std::size_t{8} * 1024 * 1024;

/// The edition that was asked for, or the latest that can rate; null when there is none at all.
const framework::Edition* edition_of(const Site& site, const std::string& code) {
  if (const auto* chosen = site.find_edition(code)) return chosen;
  return latest_rating_edition(site);
}

/// An edition was asked for that is not there: the latest is shown, and nothing is rated by it.
void refuse_unknown_edition(const Site& site, const std::string& code, views::RateModel& model) {
  if (code.empty() || site.find_edition(code)) return;
  std::vector<std::string> codes;
  for (const auto& edition : site.editions) codes.push_back(edition.code.text());
  model.form.errors.push_back(
      {"edition",
       "There are no inspection standards of the name that was asked for. The editions "
       "are " +
           list_in_words(codes) + ": choose one of them"});
}

views::RateModel model_of(const Site& site, const framework::Edition& edition) {
  views::RateModel model{.edition = edition, .editions = site.editions};
  if (!can_rate(edition)) {
    model.why_not = edition.title + " cannot rate an audit here: not enough of its rules is known.";
    for (const auto& gap : edition.not_known) model.why_not += " " + gap.what;
  }
  return model;
}

/// The text of a CSV that was sent or pasted; empty when there was none.
std::string csv_of(const Request& request) {
  if (const auto* file = chosen_file(request, "csv")) return file->bytes;
  return request.form.text("csv-text");
}

/// Counts the answers of a CSV; says what is wrong with it, and warns of names, in the model.
std::vector<rating::QuestionCount> counts_of(const std::string& csv, views::RateModel& model) {
  if (const auto column = personal_column(csv)) {
    model.csv_errors.push_back("The column \"" + *column +
                               "\" seems to say who a child is. Take it out of the file: the "
                               "columns are case, domain, standard, lens and answer.");
    return {};
  }
  const auto judgements = rating::parse_judgements(model.edition, csv, "Line");
  if (!judgements) {
    for (const auto line : split(judgements.error().message, '\n'))
      if (!trim(line).empty()) model.csv_errors.emplace_back(trim(line));
    return {};
  }
  if (const auto names = names_among(judgements->cases); names > 0)
    model.csv_warnings.push_back(
        counted(static_cast<long long>(names), "case label looks", "case labels look") +
        " like a person’s name. Labels are not kept and not shown, but use numbers in future.");
  return rating::tally(model.edition, *judgements);
}

Response shown(const Site& site, const views::RateModel& model) {
  const bool wrong = !model.form.errors.empty() || !model.csv_errors.empty();
  return Response::html(views::rate_page(site.shell, model).take(), wrong ? 422 : 200);
}

Response json_of(const framework::Edition& edition, const rating::Evidence& evidence) {
  const auto rated = rating::rate(edition, evidence);
  if (!rated) return Response::problem(rated.error());
  return Response::json(rating::to_json(edition, *rated))
      .with("Content-Disposition", "attachment; filename=\"audit-ratings.json\"");
}

/// The id of the first field of the form, for an error that belongs to no field of its own.
std::string first_field(const views::RateForm& form) {
  for (const auto& domain : form.domains)
    for (const auto& standard : domain.standards) {
      if (!standard.by_cases) return views::rating_field(standard.standard);
      if (!standard.questions.empty())
        return views::yes_field(standard.standard, standard.questions.front().lens);
    }
  return {};
}

Response rated(const Request& request, const Site& site) {
  const auto* edition = edition_of(site, request.form.text("edition"));
  if (!edition) return Response::problem(404, "No edition of the standards is installed.");
  auto model = model_of(site, *edition);
  if (!model.why_not.empty()) return shown(site, model);
  auto fields = request.form;
  const auto csv = csv_of(request);
  if (!csv.empty()) fields = with_counts(fields, counts_of(csv, model));
  auto read = read_rate_form(*edition, fields);
  model.form = std::move(read.form);
  refuse_unknown_edition(site, request.form.text("edition"), model);
  if (!model.form.errors.empty() || !model.csv_errors.empty()) return shown(site, model);

  auto result = report::audit_result(*edition, read.evidence, read.eligible);
  if (!result) {
    model.form.errors = still_to_fill_in(model.form);
    if (model.form.errors.empty())
      model.form.errors.push_back({first_field(model.form), result.error().message});
    return shown(site, model);
  }
  if (request.form.text("format") == "json") return json_of(*edition, read.evidence);
  model.result = *std::move(result);
  return shown(site, model);
}

}  // namespace

void add_rate_routes(Router& router, const Site& site) {
  router.get(paths::rate().text(), [&site](const Request& request) {
    const auto* edition = edition_of(site, request.query().text("edition"));
    if (!edition) return Response::problem(404, "No edition of the standards is installed.");
    auto model = model_of(site, *edition);
    model.form = views::empty_rate_form(*edition);
    refuse_unknown_edition(site, request.query().text("edition"), model);
    return shown(site, model);
  });
  router.post(paths::rate().text(),
              [&site](const Request& request) { return rated(request, site); },
              {.body_limit = largest_audit,
               .too_large = "The file of judgements can be up to " +
                            std::to_string(largest_audit / (1024UL * 1024)) +
                            " MB. Nothing of what you sent was kept. Save only the columns case, "
                            "domain, standard, lens and answer as a CSV file; or enter the counts "
                            "in the form."});
}

}  // namespace northlight::web
