#include "cli/edition_text.hpp"

#include "base/text.hpp"

namespace northlight::cli {
namespace {

using namespace framework;

/// " (unverified)", " (computed)"; nothing for what is published.
std::string doubt(const Basis& basis) {
  if (basis.status == FactStatus::Published) return {};
  return " (" + std::string(name_of(basis.status)) + ")";
}

std::string rule_line(std::string_view name, const std::optional<Rule>& rule) {
  if (!rule) return {};
  return "  " + std::string(name) + ": " + rule->text + doubt(rule->basis) + '\n';
}

std::string heading(const Edition& edition) {
  std::string text = edition.title + " (" + edition.code.text() + ")\n";
  if (!edition.summary.empty()) text += edition.summary + '\n';
  if (edition.fieldwork_from)
    text += "Fieldwork from " + words(*edition.fieldwork_from) +
            (edition.fieldwork_until ? " until " + words(*edition.fieldwork_until) : "") + ".\n";
  return text;
}

std::string rules(const Edition& edition) {
  std::string text = "\nHow a rating is reached\n";
  text += rule_line("Lowest question", edition.lowest_decides);
  if (edition.bands) {
    for (const auto& band : edition.bands->bands) {
      const bool highest = band.rating == edition.highest();
      text += "  " + std::string(edition.name(band.rating)) + ": from " +
              std::to_string(band.from.value) + "% " + (highest ? "to " : "to below ") +
              std::to_string(band.below.value) + "%" +
              (band.wording.empty() ? "" : ", \"" + band.wording + "\"") + '\n';
    }
    text += rule_line("Bands", edition.bands->rule);
    text += rule_line("Rounding", edition.bands->rounding);
  }
  text += rule_line("Panel", edition.panel_rule);
  text += rule_line("Score", edition.score_rule);
  if (edition.overall) text += rule_line("Overall", edition.overall->rule);
  if (edition.discretion) text += rule_line("Discretion", edition.discretion->rule);
  text += rule_line("Not rated", edition.unrated_rule);
  if (edition.sample) text += rule_line("Sample", edition.sample->rule);
  if (edition.case_window) text += rule_line("Case window", edition.case_window->rule);
  return text;
}

std::string standard_text(const Standard& standard) {
  std::string text = "  " + standard.code.text() + "  " + standard.title + doubt(standard.basis) +
                     (standard.counts_in_score ? "" : ", not in the score") + '\n';
  if (!standard.statement.empty()) text += "      " + standard.statement + '\n';
  for (const auto& question : standard.questions) {
    text += "      - " + (question.lens ? question.lens->text() + ": " : std::string{}) +
            question.text + doubt(question.basis) + '\n';
    for (const auto& prompt : question.prompts)
      text += "          " + prompt.code.text() + "  " + prompt.text + doubt(prompt.basis) + '\n';
  }
  return text;
}

}  // namespace

std::string edition_text(const Edition& edition) {
  std::string text = heading(edition) + rules(edition);
  for (const auto& domain : edition.domains) {
    text += '\n' + (domain.number.empty() ? std::string{} : "Domain " + domain.number + ": ") +
            domain.title + " (" + domain.code.text() + ")" + doubt(domain.basis) + '\n';
    for (const auto* standard : standards_of(edition, domain.code))
      text += standard_text(*standard);
  }
  if (!edition.not_known.empty()) text += "\nNot known\n";
  for (const auto& unknown : edition.not_known)
    text += "  " + unknown.what + ": " + unknown.why + '\n';
  return text;
}

}  // namespace northlight::cli
