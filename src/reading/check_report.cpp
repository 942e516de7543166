#include "reading/check_report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/text.hpp"
#include "rating/rate.hpp"
#include "reading/check_rating_rule.hpp"
#include "reading/check_whole.hpp"
#include "reading/check_words.hpp"
#include "reading/key_questions.hpp"
#include "reading/ratings_table.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

namespace {

using domain::Severity;
using framework::Edition;
using framework::Rating;

void check_percentages(const domain::PublishedInspection& inspection, Checked& into) {
  for (const auto& standard : inspection.standards)
    for (const auto& question : standard.key_questions) {
      if (!question.percent) continue;
      const auto cases = question.share ? question.share->judged() : standard.cases.value_or(0);
      if (cases < 1) continue;
      const auto add = [&](std::string message) {
        into.findings.push_back({"percent-impossible", Severity::Error, standard.id,
                                 question.line ? question.line : standard.line,
                                 std::move(message)});
      };
      const auto printed = std::to_string(question.percent->value) + "%";
      if (!is_possible(*question.percent, cases)) {
        add(printed + " is no share of " + std::to_string(cases) +
            " cases: no whole number of them gives it.");
      } else if (question.share) {
        // The counts stand beside the percentage: they have to agree.
        const auto apart =
            question.share->met() * 200 - question.percent->value * 2 * question.share->judged();
        if (apart < -question.share->judged() || apart > question.share->judged())
          add(printed + " stands beside " + question.share->text() + ", which is " +
              question.share->percent_text() + "%.");
      }
    }
}

/// The ratings of the standards that count.
struct Counted {
  std::int64_t sum = 0;
  std::int64_t rated = 0;
  std::int64_t standards = 0;  ///< That the edition counts.
};

std::optional<Counted> count_points(const domain::PublishedInspection& inspection,
                                    const Edition& edition) {
  Counted counted;
  for (const auto& standard : edition.standards) {
    if (!standard.counts_in_score) continue;
    ++counted.standards;
    const auto found =
        std::ranges::find(inspection.standards, standard.code.text(), &domain::StandardResult::id);
    if (found == inspection.standards.end()) continue;
    const auto& published = found->rating;
    if (!published) continue;
    const auto rating = edition.find_rating(*published);
    if (!rating) return std::nullopt;
    const auto& points = edition.level(*rating).points;
    if (!points) return std::nullopt;
    counted.sum += *points;
    ++counted.rated;
  }
  return counted;
}

/// The first line of the text that opens with these words; nothing for an inspection without text.
std::optional<domain::Line> line_opening(const domain::PublishedInspection& inspection,
                                         std::string_view words) {
  const auto phrase = Phrase::of(words);
  for (std::size_t at = 0; at < inspection.text.size(); ++at) {
    const auto line = trim(inspection.text[at]);
    const auto place = find_words(line, phrase);
    if (place == 0 || (place != std::string_view::npos && line.size() < 120 &&
                       score_in(line.substr(place)).has_value()))
      return static_cast<domain::Line>(at) + 1;
  }
  return std::nullopt;
}

std::string standards_in_words(std::int64_t count) {
  return number_in_words(count) + (count == 1 ? " rated standard" : " rated standards");
}

void check_overall(const domain::PublishedInspection& inspection, const Edition& edition,
                   const Counted& counted, std::optional<std::int64_t> of, Checked& into) {
  if (!inspection.overall_rating) return;
  const auto published = edition.find_rating(*inspection.overall_rating);
  if (!published) return;
  std::set<Rating> possible;
  std::int64_t score = counted.sum;
  const auto by = [&](std::int64_t points, std::int64_t standards) {
    if (const auto rating = rating::overall_rating(edition, points, standards)) {
      possible.insert(*rating);
      score = points;
    }
  };
  const bool complete = counted.rated > 0 && (!of || *of == counted.rated);
  if (complete) by(counted.sum, counted.rated);
  if (inspection.score && of) by(*inspection.score, *of);
  if (possible.empty() || possible.contains(*published)) return;
  into.findings.push_back({"overall-mismatch", Severity::Error, "overall_rating",
                           line_opening(inspection, "overall rating"),
                           "The overall rating is given as " + *inspection.overall_rating +
                               "; a score of " + std::to_string(score) + " gives " +
                               std::string(edition.name(*possible.begin())) + "."});
}

void check_score(const domain::PublishedInspection& inspection, const Edition& edition,
                 Checked& into) {
  const auto most = rating::most_points(edition);
  const auto counted = count_points(inspection, edition);
  if (!most || !counted || *most < 1) return;
  const auto add = [&](std::string code, std::string where, std::string message) {
    into.findings.push_back({std::move(code), Severity::Error, std::move(where),
                             line_opening(inspection, "score"), std::move(message)});
  };
  // A rating that is absent was not given, or was not found: only what no such rating could bring
  // about is held against the report.
  const auto missing = counted->standards - counted->rated;
  const auto rated_maximum = counted->rated * *most;
  const auto full_maximum = counted->standards * *most;
  std::optional<std::int64_t> of;
  if (inspection.score_maximum) {
    const auto maximum = *inspection.score_maximum;
    if (maximum % *most == 0 && maximum >= rated_maximum && maximum <= full_maximum)
      of = maximum / *most;
    else
      add("score-mismatch", "score",
          "The score is given out of " + std::to_string(maximum) + "; " +
              standards_in_words(counted->rated) + " give at most " +
              std::to_string(rated_maximum) + ".");
  } else if (missing == 0) {
    of = counted->standards;
  }
  if (inspection.score && of) {
    const auto open = *of - counted->rated;
    if (*inspection.score < counted->sum || *inspection.score > counted->sum + open * *most)
      add("score-mismatch", "score",
          "The score is given as " + std::to_string(*inspection.score) +
              "; the ratings add up to " + std::to_string(counted->sum) + " of " +
              std::to_string(*of * *most) + ".");
  }
  check_overall(inspection, edition, *counted, of, into);
}

const domain::Sample* sample_of(const domain::PublishedInspection& inspection,
                                std::string_view what) {
  const auto found = std::ranges::find(inspection.samples, what, &domain::Sample::what);
  return found == inspection.samples.end() ? nullptr : &*found;
}

bool is_court_disposal(std::string_view type) {
  return has_words(type, "sentence") || has_words(type, "order");
}

/// Whether the words beside a list say that it is not whole: "including four youth cautions".
bool lists_in_part(const domain::PublishedInspection& inspection,
                   std::optional<domain::Line> line) {
  if (!line || *line < 1 || static_cast<std::size_t>(*line) > inspection.text.size()) return false;
  const std::string_view text = inspection.text[static_cast<std::size_t>(*line) - 1];
  return has_words(text, "includ") || has_words(text, "such as");
}

void check_samples(const domain::PublishedInspection& inspection, const Edition& edition,
                   Checked& into) {
  for (const auto& domain : edition.domains) {
    const auto* sample = sample_of(inspection, domain.code.text());
    if (sample == nullptr) continue;
    const auto casework = casework_of({domain.code.text(), domain.number, domain.title});
    std::int64_t sum = 0;
    const domain::DisposalCount* first = nullptr;
    for (const auto& disposal : inspection.disposals) {
      const bool court = is_court_disposal(disposal.type);
      if ((casework == Casework::Court) != court ||
          (casework != Casework::Court && casework != Casework::OutOfCourt))
        continue;
      sum += disposal.cases;
      if (first == nullptr) first = &disposal;
    }
    if (first != nullptr && sum != sample->count &&
        (sum > sample->count || !lists_in_part(inspection, first->line)))
      into.findings.push_back({"sample-sum-mismatch", Severity::Error, domain.code.text(),
                               first->line,
                               "The types of case add up to " + std::to_string(sum) + "; " +
                                   std::to_string(sample->count) +
                                   " cases are said to have been "
                                   "inspected."});
    const auto* interviews = sample_of(inspection, domain.code.text() + "_case_manager_interviews");
    if (interviews != nullptr && interviews->count > sample->count)
      into.findings.push_back({"count-exceeds-sample", Severity::Error, domain.code.text(),
                               interviews->line,
                               "Case managers are said to have been interviewed in " +
                                   std::to_string(interviews->count) + " cases, more than the " +
                                   std::to_string(sample->count) + " inspected."});
  }
}

void check_surveys(const domain::PublishedInspection& inspection, Checked& into) {
  const domain::SurveyCount* consented = nullptr;
  for (const auto& survey : inspection.surveys) {
    if (has_words(survey.what, "children who consented")) consented = &survey;
    if (survey.of && survey.count > *survey.of)
      into.findings.push_back({"count-exceeds-sample", Severity::Error, "surveys", survey.line,
                               std::to_string(survey.count) + " of " + std::to_string(*survey.of) +
                                   " counts more people than there were."});
    if (consented != nullptr && survey.what == "children who replied to the text survey" &&
        survey.count > consented->count)
      into.findings.push_back({"count-exceeds-sample", Severity::Error, "surveys", survey.line,
                               std::to_string(survey.count) +
                                   " children are said to have replied, "
                                   "more than the " +
                                   std::to_string(consented->count) + " who consented."});
  }
}

/// Whether each addressee's recommendations are counted from one.
bool counted_by_addressee(const std::vector<domain::Recommendation>& recommendations) {
  std::set<std::string> addressees;
  std::int64_t expected = 1;
  for (std::size_t at = 0; at < recommendations.size(); ++at) {
    const auto& one = recommendations[at];
    if (at == 0 || one.addressee != recommendations[at - 1].addressee) {
      if (!addressees.insert(one.addressee).second) return false;
      expected = 1;
    }
    if (one.number != expected++) return false;
  }
  return addressees.size() > 1;
}

/// Recommendation numbers run through all addressees, or begin again with each: one, two, three …
void check_numbering(const domain::PublishedInspection& inspection, Checked& into) {
  if (counted_by_addressee(inspection.recommendations)) return;
  std::int64_t expected = 1;
  std::set<std::int64_t> seen;
  for (const auto& recommendation : inspection.recommendations) {
    const auto number = recommendation.number;
    if (number != expected) {
      const auto what = seen.contains(number)
                            ? "Two recommendations are numbered " + std::to_string(number) + "."
                            : "Recommendation " + std::to_string(number) + " stands where " +
                                  std::to_string(expected) + " was to come.";
      into.findings.push_back({"recommendation-numbering", Severity::Error, "recommendations",
                               recommendation.line, what});
      return;
    }
    seen.insert(number);
    ++expected;
  }
}

/// Words by which a recommendation answers a standard, beside those of the standard's title.
std::vector<std::string_view> answering_words(std::string_view title) {
  std::vector<std::string_view> words;
  const auto add = [&](const Phrase& of, std::initializer_list<std::string_view> more) {
    if (has_words(title, of)) words.insert(words.end(), more);
  };
  add("governance", {"board", "leader", "vision", "strateg", "governance", "chair"});
  add("staff", {"staff", "training", "workforce", "oversight", "supervis", "workload",
                "practitioner", "manager"});
  add("partnership", {"partner", "service", "provision", "agenc", "access"});
  add("information", {"information", "data", "polic", "quality assurance", "facilit", "ict"});
  add("assess", {"assess"});
  add("plan", {"plan"});
  add("deliver", {"deliver", "intervention", "implement", "service"});
  add("review", {"review"});
  add("out-of-court", {"out-of-court", "out of court", "disposal", "diver", "caution", "resolution",
                       "panel", "police"});
  add("joint working", {"police", "joint", "out-of-court", "disposal", "panel"});
  add("resettlement", {"resettle", "custod", "releas"});
  if (words.empty())
    for (const auto word : split_words(title))
      if (word.size() > 4) words.push_back(word.substr(0, 5));
  return words;
}

/// A rating in the lower half of the scale that no recommendation speaks to.
void ask_about_weak_ratings(const domain::PublishedInspection& inspection, const Edition& edition,
                            Checked& into) {
  if (inspection.recommendations.empty()) return;
  for (const auto& standard : inspection.standards) {
    if (!standard.rating) continue;
    const auto rating = edition.find_rating(*standard.rating);
    if (!rating || rating->place * 2 >= edition.scale.size()) continue;
    const auto words = answering_words(standard.title);
    const bool answered =
        std::ranges::any_of(inspection.recommendations, [&](const auto& recommendation) {
          return std::ranges::any_of(words, [&](std::string_view word) {
            return has_words(recommendation.text, Phrase::of(lower(word)));
          });
        });
    if (!answered)
      into.questions.push_back({standard.id, standard.line,
                                standard.title + " is rated " + *standard.rating +
                                    ", and no recommendation speaks to it."});
  }
}

void check_facts(const domain::PublishedInspection& inspection, const Edition* edition,
                 Checked& into) {
  if (edition != nullptr) {
    check_ratings(inspection, *edition, into);
    check_score(inspection, *edition, into);
    check_samples(inspection, *edition, into);
    ask_about_weak_ratings(inspection, *edition, into);
    if (inspection.source_kind == domain::SourceKind::PublishedReport)
      check_whole(inspection, *edition, into);
  }
  check_percentages(inspection, into);
  check_surveys(inspection, into);
  check_numbering(inspection, into);
}

/// In the order of the report: what has no line goes last.
void put_in_order(Checked& checked) {
  const auto line = [](const auto& found) { return found.line.value_or(1'000'000'000); };
  std::ranges::stable_sort(checked.findings, {}, line);
  std::ranges::stable_sort(checked.questions, {}, line);
}

}  // namespace

bool has_errors(const std::vector<domain::Finding>& findings) {
  return std::ranges::any_of(
      findings, [](const domain::Finding& finding) { return finding.severity == Severity::Error; });
}

Checked check_report(const domain::PublishedInspection& inspection,
                     const framework::Edition* edition) {
  Checked checked;
  check_facts(inspection, edition, checked);
  if (edition != nullptr && !inspection.text.empty()) {
    std::string text;
    for (const auto& line : inspection.text) {
      text += line;
      text += '\n';
    }
    const auto vocabulary = vocabulary_of(std::span(edition, 1));
    const ParsedReport parsed(text, vocabulary);
    if (parsed.is_report()) check_words(parsed.reading(), inspection, checked);
  }
  put_in_order(checked);
  return checked;
}

Result<domain::PublishedInspection> read_and_check(std::string_view text,
                                                   const Vocabulary& vocabulary,
                                                   std::span<const framework::Edition> editions) {
  const ParsedReport parsed(text, vocabulary);
  NL_TRY(inspection, read_parsed(parsed, text));
  const framework::Edition* edition = nullptr;
  for (const auto& candidate : editions)
    if (inspection.edition == candidate.code.text()) edition = &candidate;
  Checked checked;
  check_facts(inspection, edition, checked);
  check_words(parsed.reading(), inspection, checked);
  put_in_order(checked);
  inspection.findings = std::move(checked.findings);
  inspection.questions = std::move(checked.questions);
  return std::move(inspection);
}

domain::Finding not_a_report_finding(const Error& error) {
  return {"not-a-report", Severity::Error, "text", std::nullopt, error.message};
}

}  // namespace northlight::reading
