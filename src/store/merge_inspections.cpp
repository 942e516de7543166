#include "store/merge_inspections.hpp"

#include <algorithm>
#include <optional>

namespace northlight::store {
namespace {

using domain::PublishedInspection;
using domain::SourceKind;
using domain::StandardResult;

int rank(SourceKind kind) {
  switch (kind) {
    case SourceKind::PublishedReport:
      return 2;
    case SourceKind::OurSummary:
      return 1;
    case SourceKind::RatingsTable:
      return 0;
  }
  return 0;
}

template <typename T>
void fill(std::optional<T>& mine, std::optional<T>& other) {
  if (!mine) mine = std::move(other);
}

void fill(std::string& mine, std::string& other) {
  if (mine.empty()) mine = std::move(other);
}

template <typename T>
void fill(std::vector<T>& mine, std::vector<T>& other) {
  if (mine.empty()) mine = std::move(other);
}

template <typename T>
void forget_lines(std::vector<T>& list) {
  for (auto& each : list) each.line.reset();
}

void forget_lines(PublishedInspection& inspection) {
  for (auto& standard : inspection.standards) {
    standard.line.reset();
    forget_lines(standard.key_questions);
    forget_lines(standard.strengths);
    forget_lines(standard.areas_for_improvement);
  }
  forget_lines(inspection.recommendations);
  forget_lines(inspection.samples);
  forget_lines(inspection.disposals);
  forget_lines(inspection.case_windows);
  forget_lines(inspection.context);
  forget_lines(inspection.surveys);
  forget_lines(inspection.findings);
  forget_lines(inspection.questions);
}

void fill(StandardResult& mine, StandardResult& other) {
  fill(mine.title, other.title);
  fill(mine.rating, other.rating);
  fill(mine.cases, other.cases);
  for (auto& question : other.key_questions) {
    const auto same =
        std::ranges::find(mine.key_questions, question.lens, &domain::KeyQuestionResult::lens);
    if (same == mine.key_questions.end()) {
      mine.key_questions.push_back(std::move(question));
    } else {
      fill(same->percent, question.percent);
      fill(same->share, question.share);
      fill(same->line, question.line);
    }
  }
  fill(mine.strengths, other.strengths);
  fill(mine.areas_for_improvement, other.areas_for_improvement);
  fill(mine.line, other.line);
}

void fill_standards(PublishedInspection& first, PublishedInspection& second) {
  for (auto& standard : second.standards) {
    const auto same = std::ranges::find(first.standards, standard.id, &StandardResult::id);
    if (same == first.standards.end())
      first.standards.push_back(std::move(standard));
    else
      fill(*same, standard);
  }
  // Standards are numbered, and what was filled in belongs between its neighbours.
  std::ranges::stable_sort(first.standards, {}, &StandardResult::id);
}

void fill_text(PublishedInspection& first, PublishedInspection& second) {
  if (!first.text.empty() || second.text.empty()) {
    // A source without text has no findings of its own to forget.
    if (first.text.empty()) {
      fill(first.findings, second.findings);
      fill(first.questions, second.questions);
    }
    return;
  }
  first.text = std::move(second.text);
  first.findings = std::move(second.findings);
  first.questions = std::move(second.questions);
}

// What our summary may add to a published report.
void keep_headline_facts(PublishedInspection& summary) {
  for (auto& standard : summary.standards) {
    standard.strengths.clear();
    standard.areas_for_improvement.clear();
  }
  summary.recommendations.clear();
  summary.samples.clear();
  summary.disposals.clear();
  summary.case_windows.clear();
  summary.context.clear();
  summary.surveys.clear();
  summary.findings.clear();
  summary.questions.clear();
  summary.notes.clear();
}

void fill_from(PublishedInspection& first, PublishedInspection second) {
  if (first.source_kind == SourceKind::PublishedReport &&
      second.source_kind == SourceKind::OurSummary)
    keep_headline_facts(second);
  // Lines count in one text: that of the first where it has one.
  if (first.text != second.text) forget_lines(first.text.empty() ? first : second);

  fill(first.service_full_name, second.service_full_name);
  fill(first.edition, second.edition);
  fill(first.published.day, second.published.day);
  fill(first.published.month, second.published.month);
  fill(first.published.text, second.published.text);
  fill(first.fieldwork_month, second.fieldwork_month);
  fill(first.fieldwork_started, second.fieldwork_started);
  fill(first.joint, second.joint);
  // A score means something only beside its own maximum.
  if (!first.score) {
    fill(first.score, second.score);
    if (second.score_maximum) first.score_maximum = second.score_maximum;
  }
  fill(first.score_maximum, second.score_maximum);
  fill(first.overall_rating, second.overall_rating);
  fill_text(first, second);
  fill_standards(first, second);
  fill(first.recommendations, second.recommendations);
  fill(first.samples, second.samples);
  fill(first.disposals, second.disposals);
  fill(first.case_windows, second.case_windows);
  fill(first.context, second.context);
  fill(first.surveys, second.surveys);
  fill(first.source_title, second.source_title);
  fill(first.source_address, second.source_address);
  fill(first.licence, second.licence);
  fill(first.notes, second.notes);
  fill(first.isbn, second.isbn);
}

}  // namespace

PublishedInspection merge(std::vector<PublishedInspection> sources) {
  std::ranges::stable_sort(sources, std::ranges::greater(),
                           [](const auto& each) { return rank(each.source_kind); });
  PublishedInspection merged;
  if (!sources.empty()) merged = std::move(sources.front());
  // Filling from nothing puts a single source into the same order as several.
  fill_from(merged, {});
  for (std::size_t i = 1; i < sources.size(); ++i) fill_from(merged, std::move(sources[i]));
  return merged;
}

}  // namespace northlight::store
