#include "report/audit_result.hpp"

#include "rating/print.hpp"
#include "rating/rate.hpp"
#include "rating/what_if.hpp"

namespace northlight::report {
namespace {

namespace fw = northlight::framework;

std::vector<ExplainedStep> explained(const fw::Edition& edition,
                                     const std::vector<rating::TraceStep>& trace) {
  std::vector<ExplainedStep> out;
  for (const auto& step : trace)
    out.push_back({step.sentence, step.rule,
                   step.rule.empty() ? std::string() : rating::words_of(edition, step.basis)});
  return out;
}

Status add_one_more(AuditQuestion& question, const fw::Edition& edition,
                    const rating::Evidence& evidence, const fw::StandardCode& standard,
                    const fw::LensCode& lens) {
  if (question.share.met() == question.share.judged()) return done();
  rating::Change change{.standard = standard, .lens = lens};
  change.yes = question.share.met() + 1;
  change.of = question.share.judged();
  NL_TRY(share, Share::of(change.yes, change.of));
  NL_TRY(tried, rating::what_if(edition, evidence, {change}));
  question.one_more = share;
  question.one_more_changes = std::move(tried.differences);
  return done();
}

Result<AuditStandard> standard_of(const fw::Edition& edition, const rating::Evidence& evidence,
                                  const rating::StandardRating& one) {
  AuditStandard out{.id = one.standard.text(),
                    .title = {},
                    .domain = {},
                    .rating = std::string(edition.name(one.rating)),
                    .counts_in_score = one.counts_in_score};
  const auto* standard = edition.find(one.standard);
  if (standard) {
    out.title = standard->title;
    if (const auto* domain = edition.find(standard->domain)) out.domain = domain->title;
  }
  for (const auto& question : one.questions) {
    const auto* words = standard ? fw::find_question(*standard, question.lens) : nullptr;
    const auto* lens = edition.find(question.lens);
    AuditQuestion made{.text = words ? words->text : std::string(),
                       .lens = lens ? lens->name : question.lens.text(),
                       .share = question.share,
                       .not_applicable = question.not_applicable,
                       .band = std::string(edition.name(question.band)),
                       .decides = question.decides,
                       .says = sample_says(question.share, std::nullopt)};
    NL_CHECK(add_one_more(made, edition, evidence, one.standard, question.lens));
    out.questions.push_back(std::move(made));
  }
  for (const auto& reason : one.discretion.because) out.discretion.push_back(reason.sentence);
  out.trace = explained(edition, one.trace);
  return out;
}

}  // namespace

Result<AuditResult> audit_result(const framework::Edition& edition,
                                 const rating::Evidence& evidence) {
  NL_TRY(rated, rating::rate(edition, evidence));
  AuditResult out{.edition = edition.code.text(), .edition_title = edition.title};
  out.score = rated.score;
  out.score_maximum = rated.score_maximum;
  if (rated.overall) out.overall = std::string(edition.name(*rated.overall));
  for (const auto& one : rated.standards) {
    NL_TRY(standard, standard_of(edition, evidence, one));
    out.standards.push_back(std::move(standard));
  }
  for (const auto& one : rated.not_rated) {
    const auto* standard = edition.find(one.standard);
    out.not_rated.push_back(
        {one.standard.text(), standard ? standard->title : std::string(), one.why});
  }
  out.trace = explained(edition, rated.trace);
  out.notices = rated.notices;
  return out;
}

}  // namespace northlight::report
