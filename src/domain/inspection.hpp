#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/share.hpp"

/// A published inspection of one service: what its report, or a table of ratings, states.
///
/// Values only: nothing here is worked out. A fact that the source does not state is absent, never
/// nought and never guessed. Words of ratings, lenses and domains are those of the edition under
/// which the inspection was made (frameworks/<edition>), so nothing here assumes their number.
namespace northlight::domain {

/// The line of the source text on which a fact stands, counted from 1.
using Line = std::int64_t;

/// Where the words and figures of an inspection come from.
enum class SourceKind {
  PublishedReport,  ///< Read from the text of the report: its own words, with lines.
  OurSummary,       ///< Facts and figures of a report, with its findings put in our own words.
  RatingsTable,  ///< A row of a table of published ratings: often no more than score and overall.
};

/// One of a casework standard's key questions as published: a percentage, and the counts behind it
/// where the sample size gives exactly one whole number that prints so.
struct KeyQuestionResult {
  std::string lens;                  ///< The edition's id, such as "child_safety".
  std::optional<Percent> percent{};  ///< As printed.
  std::optional<Share> share{};
  std::optional<Line> line{};

  friend bool operator==(const KeyQuestionResult&, const KeyQuestionResult&) = default;
};

/// A strength or an area for improvement.
struct Item {
  std::string text;
  std::optional<Line> line{};

  friend bool operator==(const Item&, const Item&) = default;
};

struct StandardResult {
  std::string id;     ///< The edition's, such as "2.1".
  std::string title;  ///< As the report has it.
  std::optional<std::string> rating{};
  std::optional<std::int64_t> cases{};  ///< The sample that its percentages are counted in.
  std::vector<KeyQuestionResult> key_questions{};
  std::vector<Item> strengths{};
  std::vector<Item> areas_for_improvement{};
  std::optional<Line> line{};

  friend bool operator==(const StandardResult&, const StandardResult&) = default;
};

struct Recommendation {
  std::int64_t number = 0;  ///< Numbered through all addressees.
  std::string addressee;    ///< Who should act: "The East Sussex Police".
  std::string text;
  std::optional<Line> line{};

  friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

/// A count that the report states of its own evidence: cases of a domain, interviews, meetings.
struct Sample {
  std::string
      what;  ///< "court", "out_of_court", "resettlement", "case_manager_interviews", "meetings" …
  std::int64_t count = 0;
  std::optional<Line> line{};

  friend bool operator==(const Sample&, const Sample&) = default;
};

/// How many of a sample had one type of disposal: "youth caution", 4.
struct DisposalCount {
  std::string type;
  std::int64_t cases = 0;
  std::optional<Line> line{};

  friend bool operator==(const DisposalCount&, const DisposalCount&) = default;
};

/// The dates between which a case had to start in order to be eligible for the sample.
struct CaseWindow {
  std::string domain;
  Date from;
  Date to;
  std::optional<Line> line{};

  friend bool operator==(const CaseWindow&, const CaseWindow&) = default;
};

/// A figure about the service or its area, as printed: "girls in caseload", 21 per cent.
struct ContextFigure {
  std::string what;
  std::string value;  ///< As printed, without its unit: "32.4", "112,000".
  std::string unit;   ///< "per cent", "children", … ; empty for a bare number.
  std::optional<Line> line{};

  friend bool operator==(const ContextFigure&, const ContextFigure&) = default;
};

/// What a survey or a set of interviews counted: "children who consented to the text survey", 23.
struct SurveyCount {
  std::string what;
  std::int64_t count = 0;
  std::optional<std::int64_t> of{};  ///< "18 of 18"
  std::optional<Line> line{};

  friend bool operator==(const SurveyCount&, const SurveyCount&) = default;
};

/// How much a finding of the check weighs: errors contradict the report itself, notices are worth a
/// look.
enum class Severity { Notice, Error };

/// Something that checking a published report found. The codes are listed in
/// reading/check_report.hpp.
struct Finding {
  std::string code;
  Severity severity = Severity::Error;
  std::string where;  ///< A standard's id, "score", "recommendations" …
  std::optional<Line> line{};
  std::string message;

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Something that a lead inspector would want to look at again; not a fault.
struct ReaderQuestion {
  std::string where;
  std::optional<Line> line{};
  std::string message;

  friend bool operator==(const ReaderQuestion&, const ReaderQuestion&) = default;
};

/// How far the date of publication is known: a day, a month, a year, or a span such as "2025/26".
struct Published {
  std::optional<Date> day{};
  std::optional<Month> month{};
  std::string text;  ///< As the source has it.

  friend bool operator==(const Published&, const Published&) = default;
};

struct PublishedInspection {
  std::string service;            ///< "East Sussex": what the service is called in lists.
  std::string service_full_name;  ///< "East Sussex Youth Justice Service"; empty when not stated.
  std::optional<std::string> edition{};  ///< "hmip-youth-2021"
  Published published{};
  std::optional<Month> fieldwork_month{};
  std::optional<Date> fieldwork_started{};
  std::optional<bool> joint{};  ///< Inspected together with other inspectorates.

  std::optional<std::int64_t> score{};
  std::optional<std::int64_t> score_maximum{};
  std::optional<std::string> overall_rating{};
  std::vector<StandardResult> standards{};

  std::vector<Recommendation> recommendations{};
  std::vector<Sample> samples{};
  std::vector<DisposalCount> disposals{};
  std::vector<CaseWindow> case_windows{};
  std::vector<ContextFigure> context{};
  std::vector<SurveyCount> surveys{};

  std::vector<Finding> findings{};
  std::vector<ReaderQuestion> questions{};

  SourceKind source_kind = SourceKind::RatingsTable;
  std::string source_title;    ///< "An inspection of youth justice services in East Sussex"
  std::string source_address;  ///< Where it was published; empty when not known.
  std::string isbn;            ///< "978-1-916621-53-4"; empty when not stated.
  std::string licence;         ///< "Open Government Licence v3.0"
  std::string notes;           ///< What whoever entered it wants readers to know.

  /// The lines of the source text, so that a fact can be shown in its place; empty for our
  /// summaries.
  std::vector<std::string> text{};

  friend bool operator==(const PublishedInspection&, const PublishedInspection&) = default;
};

}  // namespace northlight::domain
