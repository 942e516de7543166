#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "domain/inspection.hpp"

namespace northlight::store {

enum class PutOutcome { Added, Changed, Unchanged };

struct PutResult {
  std::string id;  ///< "east-sussex-2024-09": stable, as in addresses.
  PutOutcome outcome = PutOutcome::Unchanged;

  friend bool operator==(const PutResult&, const PutResult&) = default;
};

/// Which part of a list is asked for.
struct Page {
  std::int64_t number = 1;  ///< From 1; a page past the end is empty.
  std::int64_t size = 25;
};

template <typename T>
struct Listed {
  std::vector<T> items{};
  std::int64_t total = 0;  ///< On all pages.
};

/// An inspection as lists show it.
struct InspectionSummary {
  std::string id;
  std::string service_slug;
  std::string service;
  std::optional<std::string> edition{};
  domain::Published published{};
  std::optional<bool> joint{};
  std::optional<std::int64_t> score{};
  std::optional<std::int64_t> score_maximum{};
  std::optional<std::string> overall_rating{};
  domain::SourceKind source_kind = domain::SourceKind::RatingsTable;
  std::int64_t standards_rated = 0;  ///< Nought: known only by its score or overall rating.
};

/// An empty list or optional leaves that question open; an inspection of which it is not known
/// whether it was joint is neither.
struct InspectionFilter {
  std::string text{};                  ///< Part of a service's name, as people type it.
  std::vector<std::string> ratings{};  ///< Overall.
  std::vector<std::string> editions{};
  std::vector<std::int64_t> years{};  ///< Of publication.
  std::optional<bool> joint{};
};

/// Where an overall rating stands on the scale of its edition. The scales belong to the editions,
/// so whoever asks for an order by rating hands them in.
struct RatingPlace {
  std::string edition;      ///< Empty: for an inspection whose edition is not known.
  std::string rating;       ///< As inspections name it.
  std::int64_t height = 0;  ///< From 0, the scale's lowest, to 1,000: scales may differ in length.

  friend bool operator==(const RatingPlace&, const RatingPlace&) = default;
};

enum class InspectionSort {
  BestMatch,  ///< Of the text that was typed; newest first where none was.
  NewestFirst,
  OldestFirst,
  ServiceName,
  HighestScore,  ///< As a share of its maximum; unknown ones last.
  LowestScore,
  HighestRating,  ///< By RatingPlace, then by score; ratings that are unknown or have none last.
  LowestRating,
};

/// An order of a list: `InspectionSort::NewestFirst`, or one by rating with the places of ratings.
template <typename Sort>
struct Order {
  Order(Sort by, std::vector<RatingPlace> places = {})  // NOLINT(*-explicit-*)
      : sort(by), ratings(std::move(places)) {}

  Sort sort;
  std::vector<RatingPlace> ratings;
};

/// How many inspections there are of each answer to one question of the filter.
struct Facet {
  std::string answer;
  std::int64_t count = 0;

  friend bool operator==(const Facet&, const Facet&) = default;
};

/// For each question, the answers under all the *other* questions' choices, so that a reader sees
/// what choosing another would give. An inspection of which the answer is not known counts nowhere.
struct Facets {
  std::vector<Facet> ratings{};
  std::vector<Facet> editions{};
  std::vector<Facet> years{};  ///< Newest first.
  std::vector<Facet> joint{};  ///< "yes", "no".
};

struct ServiceSummary {
  std::string slug;
  std::string name;
  std::string full_name;
  std::int64_t inspections = 0;
  InspectionSummary latest{};
};

/// Ratings, editions and so on are those of the latest inspection.
using ServiceFilter = InspectionFilter;

enum class ServiceSort {
  BestMatch,
  Name,
  NewestInspection,
  HighestScore,
  LowestScore,
  HighestRating,
  LowestRating,
};

using InspectionOrder = Order<InspectionSort>;
using ServiceOrder = Order<ServiceSort>;

struct ServiceHistory {
  std::string slug;
  std::string name;
  std::string full_name;
  std::vector<InspectionSummary> inspections{};  ///< Newest first.
};

/// An inspection as it is kept: everything but the lines of the source text.
struct KeptInspection {
  std::string id;
  std::string service_slug;
  domain::PublishedInspection facts{};
};

/// The published inspections that this installation knows.
///
/// What several sources state of one inspection (same service, same month of publication) is kept
/// as one, by the rule of store/merge_inspections.hpp: a published report comes before our summary,
/// and that before a ratings table; what comes first decides, what it does not state is filled from
/// the others, and nothing known is overwritten by unknown. Reading the same kind of source again
/// takes the place of the earlier reading, whole: what it no longer states is gone. So the order in
/// which kinds are imported does not matter, and importing a thing twice changes nothing.
///
/// Every implementation passes store/library_contract.hpp.
class Library {
 public:
  virtual ~Library() = default;

  /// Keeps all of them or none. Refuses one without a service's name, with its place in the list.
  virtual Result<std::vector<PutResult>> put_all(std::span<const domain::PublishedInspection>) = 0;
  Result<PutResult> put(const domain::PublishedInspection& inspection) {
    NL_TRY(results, put_all({&inspection, 1}));
    return std::move(results.front());
  }

  virtual Result<Listed<ServiceSummary>> services(const ServiceFilter&, const ServiceOrder&,
                                                  Page) = 0;
  /// NotFound when no service has that slug.
  virtual Result<ServiceHistory> service(std::string_view slug) = 0;

  virtual Result<Listed<InspectionSummary>> inspections(const InspectionFilter&,
                                                        const InspectionOrder&, Page) = 0;
  virtual Result<Facets> facets(const InspectionFilter&) = 0;
  /// How often it was changed so far, by whichever process: while the number stands, every answer
  /// stands. For those who keep what they made of an answer; ask before asking for the answer.
  virtual Result<std::int64_t> changes() = 0;

  /// NotFound when no inspection has that id.
  virtual Result<KeptInspection> inspection(std::string_view id) = 0;
  /// The lines of the source text from `first` to `last`, both included and counted from 1; empty
  /// where the text is not kept.
  virtual Result<std::vector<std::string>> source_lines(std::string_view id, domain::Line first,
                                                        domain::Line last) = 0;

  /// Every inspection that the filter leaves, newest first, all seen at one moment: for open data
  /// and for comparing services. Stops at the first error that `see` returns.
  virtual Status each(const InspectionFilter&,
                      const std::function<Status(const KeptInspection&)>& see) = 0;
};

}  // namespace northlight::store
