#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/share.hpp"
#include "framework/code.hpp"
#include "framework/fraction.hpp"

/// An edition of the inspection standards as values. `framework/read_framework.hpp` makes one from
/// a folder of files; nothing here or above it assumes a number of ratings, domains, standards, key
/// questions or lenses, or their names.
namespace northlight::framework {

/// How far a fact can be trusted.
enum class FactStatus {
  Published,   ///< Read in a published source.
  Computed,    ///< Arithmetic on published figures.
  Unverified,  ///< Believed, not yet checked against the original. A service may correct it by
               ///< file.
};

std::string_view name_of(FactStatus status);  ///< "published", "computed", "unverified"

/// Where facts come from: a document, a web page, a data set.
struct Source {
  SourceCode code;
  std::string title;
  std::string publisher;
  std::string published;  ///< "September 2024"; empty when not known.
  std::string address;    ///< Empty when there is none.
  std::string note;
};

/// Why a fact is held to be true. Every fact of an edition carries one.
struct Basis {
  FactStatus status = FactStatus::Unverified;
  std::vector<SourceCode> sources;
  std::string note;
};

/// A place on the edition's scale: 0 is the lowest rating. Means nothing without its edition.
struct Rating {
  std::size_t place = 0;

  friend constexpr auto operator<=>(Rating, Rating) = default;
};

/// One level of the scale.
struct Level {
  std::string code;  ///< "requires_improvement"
  std::string name;  ///< "Requires improvement"
  std::optional<std::int64_t> points;
  Basis basis;
};

/// An angle from which casework is looked at, such as keeping the child safe.
struct Lens {
  LensCode code;
  std::string name;
  std::string also_called;
  Basis basis;
};

/// A group of standards.
struct Domain {
  DomainCode code;
  std::string number;  ///< "2"; empty when not known.
  std::string title;
  std::string case_counts_from;  ///< What puts a case into the sample window; empty when not known.
  std::optional<std::int64_t> minimum_cases;   ///< Below it the domain is not rated.
  std::optional<std::int64_t> sample_minimum;  ///< Fewest cases that a sample aims at.
  std::optional<std::int64_t> sample_maximum;
  Basis basis;
};

/// A sub-question that helps a reader to a judgement. Its answer is not counted into the rating.
struct Prompt {
  PromptCode code;
  std::string text;
  Basis basis;
};

/// A question that each case, or the service as a whole, is judged by.
struct KeyQuestion {
  QuestionCode code;
  std::optional<LensCode> lens;  ///< Always there in a standard rated by its weakest question.
  std::string text;
  std::vector<Prompt> prompts;
  Basis basis;
};

/// Which function of rating/ rates a standard.
enum class RatedBy {
  WeakestQuestion,  ///< Counted from the judgements of cases; the lowest share decides.
  Panel,            ///< One judgement by people on all the evidence.
  NotKnown,         ///< How the answers combine is not known; asking to rate it says so.
};

struct Standard {
  StandardCode code;
  DomainCode domain;
  std::string title;
  std::string also_called;  ///< Another title that reports give it; empty when there is none.
  std::string statement;    ///< Empty when not known.
  RatedBy rated_by = RatedBy::Panel;
  bool counts_in_score = true;
  std::vector<KeyQuestion> questions;
  Basis basis;
};

/// A rule in words, with why it is believed.
struct Rule {
  std::string text;
  Basis basis;
};

/// The shares that earn one rating: from, included, up to the next band's `from`, excluded.
struct Band {
  Rating rating;
  Percent from;
  Percent below;        ///< Excluded; of the highest band 100, included.
  std::string wording;  ///< "Reasonable majority"
};

/// Whether a band looks at the exact share or at the percentage as printed.
enum class Compared { Exact, Printed };

/// How a key question's share becomes a rating.
struct BandRule {
  std::vector<Band> bands;  ///< Lowest first; no gap and no overlap from 0 to 100.
  Compared compared = Compared::Exact;
  Rule rule;
  Rule rounding;
};

/// The points a standard that earn one overall rating: above the band before, up to `up_to`,
/// included.
struct OverallBand {
  Rating rating;
  std::optional<Fraction> up_to;  ///< Nothing for the highest.
};

struct OverallRule {
  std::vector<OverallBand> bands;  ///< Lowest first.
  Rule rule;
};

/// When a panel may depart from the computed rating. What it decides is never computed.
struct DiscretionRule {
  std::int64_t margin_points = 0;       ///< Within so many percentage points of an edge, included.
  std::int64_t changed_judgements = 0;  ///< Or where so many changed judgements change the rating.
  std::int64_t most_bands = 1;          ///< How far a decision may move a rating.
  Rule rule;
};

/// How many cases to draw: n0 = z^2 p (1 - p) / margin^2, n = N n0 / (n0 + N - 1), rounded up.
struct SampleRule {
  Fraction z;
  Fraction p;
  Fraction margin;
  Rule rule;
};

/// Which cases are eligible, counted in days before the first day of fieldwork.
struct CaseWindowRule {
  std::int64_t starts_days_before = 0;
  std::int64_t ends_days_before = 0;
  std::optional<std::chrono::weekday> fieldwork_weekday;
  Rule rule;
};

/// What an edition may lack. A file that lacks one must say why under [[not_known]].
enum class Part {
  Standards,
  Questions,
  Prompts,
  Points,
  Bands,
  Overall,
  Discretion,
  Sample,
  CaseWindow,
  MinimumCases,
  Other
};

std::string_view name_of(Part part);  ///< "bands", as the file writes it.

struct NotKnown {
  Part about = Part::Other;
  std::string what;
  std::string why;
};

/// A kind of inspection that the edition provides for.
struct InspectionType {
  std::string code;
  std::string name;
  std::string description;
  Basis basis;
};

struct Edition {
  EditionCode code;
  std::string title;
  std::string inspectorate;
  std::string summary;
  std::optional<Month> fieldwork_from;  ///< First and last month of inspections under this edition.
  std::optional<Month> fieldwork_until;  ///< Nothing while it is in use, or when not known.
  Basis basis;

  std::vector<Source> sources;
  std::vector<Level> scale;  ///< Lowest first: Rating{0} is scale[0].
  std::vector<Lens> lenses;
  std::vector<Domain> domains;
  std::vector<Standard> standards;
  std::vector<InspectionType> inspection_types;

  std::optional<Rule> lowest_decides;  ///< Why the lowest key question rates the standard.
  std::optional<Rule> score_rule;      ///< What is added up, and what is left out.
  std::optional<Rule> panel_rule;      ///< How a standard without figures is rated.
  std::optional<Rule> unrated_rule;    ///< What happens where there are too few cases.
  std::optional<BandRule> bands;
  std::optional<OverallRule> overall;
  std::optional<DiscretionRule> discretion;
  std::optional<SampleRule> sample;
  std::optional<CaseWindowRule> case_window;
  std::vector<NotKnown> not_known;

  const Standard* find(const StandardCode& code) const;
  const Domain* find(const DomainCode& code) const;
  const Lens* find(const LensCode& code) const;
  const Source* find(const SourceCode& code) const;
  const Level& level(Rating rating) const { return scale[rating.place]; }
  std::string_view name(Rating rating) const { return level(rating).name; }

  /// By name or code, whatever the case: "Requires improvement", "requires_improvement".
  std::optional<Rating> find_rating(std::string_view text) const;
  Rating highest() const { return Rating{scale.size() - 1}; }

  /// The reasons given for what is not known of that part; empty when nothing is said.
  std::vector<const NotKnown*> not_known_about(Part part) const;

  /// "hmip-youth-2025 does not say which share earns which rating: …" as an Incomplete error.
  Error incomplete(Part part) const;
};

/// The question of that lens; null when the standard has none.
const KeyQuestion* find_question(const Standard& standard, const LensCode& lens);

/// The prompt of that id in the whole edition, with its question and standard; nulls when unknown.
struct PromptPlace {
  const Standard* standard = nullptr;
  const KeyQuestion* question = nullptr;
  const Prompt* prompt = nullptr;
};
PromptPlace find_prompt(const Edition& edition, const PromptCode& code);

/// The level names, highest rating first, as a form offers them.
std::vector<std::string> level_names(const Edition& edition);

/// The standards of a domain, in the edition's order.
std::vector<const Standard*> standards_of(const Edition& edition, const DomainCode& domain);

/// How many cases the edition's rule draws from so many eligible ones; all of them where that is
/// fewer. Incomplete when the edition states no rule.
Result<std::int64_t> sample_size(const Edition& edition, std::int64_t eligible);

/// The days on which a case must have begun to be eligible. Refuses a fieldwork start on a weekday
/// that the edition does not allow.
Result<DateRange> case_window(const Edition& edition, Date fieldwork_start);

/// The edition under which fieldwork of that month was done; null when none or more than one fits.
const Edition* edition_in_use(std::span<const Edition> editions, Month fieldwork);

}  // namespace northlight::framework
