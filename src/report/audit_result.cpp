#include "report/audit_result.hpp"

#include <algorithm>

#include "base/text.hpp"
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

/// What the questions of one domain share.
struct AuditDomain {
  std::string title{};
  std::int64_t judged = 0;
  std::optional<std::int64_t> eligible{};
};

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

// What one question's sample says, with the eligible cases where they can be used.
SampleSays says_of(const AuditDomain& domain, Share share) {
  if (!domain.eligible) {
    auto says = sample_says(share, std::nullopt);
    says.why_not_that_year.clear();
    return says;
  }
  if (share.judged() == domain.judged) return sample_says(share, domain.eligible);
  auto says = sample_says(share, std::nullopt);
  says.why_not_that_year =
      "cannot be said, because the question was judged in " + std::to_string(share.judged()) +
      " of " + counted(domain.judged, "case", "cases") + ", and to how many of the " +
      std::to_string(*domain.eligible) + " eligible cases it applies is not known.";
  return says;
}

AuditDomain domain_of(const fw::Edition& edition, const rating::Evidence& evidence,
                      const EligibleCases& eligible, const fw::Standard* standard) {
  AuditDomain out;
  if (!standard) return out;
  if (const auto* domain = edition.find(standard->domain)) out.title = domain->title;
  out.judged = most_judged(edition, evidence, standard->domain);
  if (const auto found = eligible.find(standard->domain.text()); found != eligible.end())
    out.eligible = found->second;
  return out;
}

Result<AuditStandard> standard_of(const fw::Edition& edition, const rating::Evidence& evidence,
                                  const EligibleCases& eligible,
                                  const rating::StandardRating& one) {
  AuditStandard out{.id = one.standard.text(),
                    .title = {},
                    .domain = {},
                    .rating = std::string(edition.name(one.rating)),
                    .counts_in_score = one.counts_in_score};
  const auto* standard = edition.find(one.standard);
  const auto domain = domain_of(edition, evidence, eligible, standard);
  if (standard) out.title = standard->title;
  out.domain = domain.title;
  for (const auto& question : one.questions) {
    const auto* words = standard ? fw::find_question(*standard, question.lens) : nullptr;
    const auto* lens = edition.find(question.lens);
    AuditQuestion made{.text = words ? words->text : std::string(),
                       .lens = lens ? lens->name : question.lens.text(),
                       .share = question.share,
                       .not_applicable = question.not_applicable,
                       .band = std::string(edition.name(question.band)),
                       .decides = question.decides,
                       .says = says_of(domain, question.share)};
    NL_CHECK(add_one_more(made, edition, evidence, one.standard, question.lens));
    out.questions.push_back(std::move(made));
  }
  for (const auto& reason : one.discretion.because) out.discretion.push_back(reason.sentence);
  out.trace = explained(edition, one.trace);
  return out;
}

}  // namespace

std::int64_t most_judged(const framework::Edition& edition, const rating::Evidence& evidence,
                         const framework::DomainCode& domain) {
  std::int64_t most = 0;
  for (const auto& count : evidence.counts)
    if (const auto* standard = edition.find(count.standard); standard && standard->domain == domain)
      most = std::max(most, count.of);
  return most;
}

Result<AuditResult> audit_result(const framework::Edition& edition,
                                 const rating::Evidence& evidence, const EligibleCases& eligible) {
  NL_TRY(rated, rating::rate(edition, evidence));
  AuditResult out{.edition = edition.code.text(), .edition_title = edition.title};
  out.score = rated.score;
  out.score_maximum = rated.score_maximum;
  if (rated.overall) out.overall = std::string(edition.name(*rated.overall));
  for (const auto& one : rated.standards) {
    NL_TRY(standard, standard_of(edition, evidence, eligible, one));
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
