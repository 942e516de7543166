#include "rating/print.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/wording.hpp"

namespace northlight::rating {

using framework::Edition;

namespace {

Json codes(const std::vector<framework::LensCode>& lenses) {
  auto list = Json::array();
  for (const auto& lens : lenses) list.add(lens.text());
  return list;
}

Json question_json(const Edition& edition, const QuestionRating& question) {
  return Json::object({{"lens", question.lens.text()},
                       {"yes", question.share.met()},
                       {"of", question.share.judged()},
                       {"percent", question.share.printed().value},
                       {"band", edition.name(question.band)}});
}

Json decision_json(const Edition& edition, const std::optional<Decision>& decision) {
  if (!decision) return nullptr;
  return Json::object({{"rating", edition.name(decision->rating)},
                       {"by", decision->by},
                       {"on", iso(decision->on)},
                       {"reason", decision->reason}});
}

Json discretion_json(const Edition& edition, const Discretion& discretion) {
  auto because = Json::array();
  for (const auto& reason : discretion.because) because.add(reason.sentence);
  return Json::object({{"may_be_considered", discretion.may_be_considered()},
                       {"because", std::move(because)},
                       {"decision", decision_json(edition, discretion.decision)}});
}

std::optional<std::string> name_of(const Edition& edition,
                                   const std::optional<framework::Rating>& rating) {
  if (!rating) return std::nullopt;
  return std::string(edition.name(*rating));
}

Json standard_json(const Edition& edition, const framework::Standard& standard,
                   const StandardRating* rated) {
  const StandardRating none;
  const auto& shown = rated ? *rated : none;
  auto questions = Json::array();
  for (const auto& question : shown.questions) questions.add(question_json(edition, question));
  const auto rating = rated ? std::optional{shown.rating} : std::nullopt;
  return Json::object({{"id", standard.code.text()},
                       {"rating", name_of(edition, rating)},
                       {"computed_rating", name_of(edition, shown.computed)},
                       {"decided_by", codes(shown.decided_by)},
                       {"key_questions", std::move(questions)},
                       {"discretion", discretion_json(edition, shown.discretion)}});
}

/// Breaks a paragraph into lines of at most 88 letters, indented.
std::string wrapped(std::string_view text, std::string_view first_indent, std::string_view indent) {
  constexpr std::size_t width = 88;
  std::string lines;
  std::string line{first_indent};
  bool empty = true;
  for (const auto word : split_words(text)) {
    if (!empty && line.size() + 1 + word.size() > width) {
      lines += line + "\n";
      line = indent;
      empty = true;
    }
    if (!empty) line += ' ';
    line += word;
    empty = false;
  }
  return lines + line + "\n";
}

/// The steps, each with its rule the first time that it is applied.
void print_steps(const Edition& edition, const std::vector<TraceStep>& steps,
                 std::vector<std::string>& rules, std::string& out) {
  for (const auto& step : steps) {
    auto sentence = step.sentence;
    if (!step.rule.empty()) {
      const auto rule = fmt::format("{} ({})", step.rule, words_of(edition, step.basis));
      auto known = std::ranges::find(rules, rule);
      if (known == rules.end()) known = rules.insert(rules.end(), rule);
      sentence += fmt::format(" [rule {}]", known - rules.begin() + 1);
    }
    out += wrapped(sentence, "  - ", "    ");
  }
}

std::string heading(const Edition& edition, const framework::Standard& standard,
                    const StandardRating& rated) {
  auto line =
      fmt::format("{} {}: {}", standard.code.text(), standard.title, edition.name(rated.rating));
  if (rated.departs_from_rule())
    line += fmt::format(" (the rule gives {})", edition.name(required(rated.computed)));
  return line;
}

}  // namespace

std::string words_of(const Edition& edition, const framework::Basis& basis) {
  std::vector<std::string> titles;
  for (const auto& code : basis.sources) {
    const auto* source = edition.find(code);
    if (!source) continue;
    titles.push_back(source->published.empty()
                         ? source->title
                         : fmt::format("{}, {}", source->title, source->published));
  }
  auto text = fmt::format("{}: {}", framework::name_of(basis.status), join(titles, "; "));
  if (!basis.note.empty()) text += ". " + basis.note;
  return text;
}

Json to_json(const Edition& edition, const InspectionRating& rated) {
  auto standards = Json::array();
  for (const auto& standard : edition.standards)
    standards.add(standard_json(edition, standard, rated.find(standard.code)));
  std::optional<std::int64_t> score;
  std::optional<std::int64_t> maximum;
  if (rated.standards_counted > 0 && rated.score_from != ScoreFrom::NotKnown) {
    score = rated.score;
    maximum = rated.score_maximum;
  }
  return Json::object({{"edition", rated.edition.text()},
                       {"standards", std::move(standards)},
                       {"score", score},
                       {"score_maximum", maximum},
                       {"overall_rating", name_of(edition, rated.overall)}});
}

std::string to_text(const Edition& edition, const InspectionRating& rated) {
  std::string out = fmt::format("Rated under {} ({})\n\n", edition.title, edition.code.text());
  out += rated.overall ? fmt::format("Overall: {}. Score: {} of {}.\n",
                                     edition.name(*rated.overall), rated.score, rated.score_maximum)
                       : std::string("There is no overall rating.\n");
  for (const auto& notice : rated.notices) out += wrapped(notice, "Note: ", "  ");

  std::vector<std::string> rules;
  for (const auto& domain : edition.domains) {
    const auto standards = framework::standards_of(edition, domain.code);
    if (standards.empty()) continue;
    out += fmt::format("\n{}\n", domain.number.empty()
                                     ? domain.title
                                     : fmt::format("{}. {}", domain.number, domain.title));
    for (const auto* standard : standards) {
      if (const auto* one = rated.find(standard->code)) {
        out += "\n" + heading(edition, *standard, *one) + "\n";
        print_steps(edition, one->trace, rules, out);
        if (one->discretion.decision)
          out += wrapped("Decided by " + one->discretion.decision->by + ".", "  - ", "    ");
        continue;
      }
      for (const auto& entry : rated.not_rated)
        if (entry.standard == standard->code)
          out += fmt::format("\n{} {}: not rated\n", standard->code.text(), standard->title) +
                 wrapped(entry.why, "  - ", "    ");
    }
  }
  if (!rated.trace.empty()) {
    out += "\nScore and overall rating\n";
    print_steps(edition, rated.trace, rules, out);
  }
  if (!rules.empty()) out += "\nThe rules that were applied\n";
  for (std::size_t i = 0; i < rules.size(); ++i)
    out += wrapped(rules[i], fmt::format("  {}. ", i + 1), "     ");
  return out;
}

}  // namespace northlight::rating
