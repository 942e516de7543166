#include "rating/decide.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/rate.hpp"
#include "rating/wording.hpp"

namespace northlight::rating {

using framework::Edition;
using framework::Fraction;
using framework::Rating;

namespace {

/// A key question's figure in per cent, as the edition compares it: an exact number.
Fraction figure_of(const framework::BandRule& rule, Share share) {
  const auto figure = rule.compared == framework::Compared::Printed
                          ? Fraction::of(share.printed().value, 1)
                          : Fraction::of(share.met() * 100, share.judged());
  return figure ? *figure : Fraction{};  // Counts are at most ten million: see rate_standard.
}

/// How far the larger lies above the smaller.
Fraction distance_between(Fraction figure, Percent edge) {
  const auto difference = edge.value * figure.denominator() - figure.numerator();
  const auto distance =
      Fraction::of(difference < 0 ? -difference : difference, figure.denominator());
  return distance ? *distance : Fraction{};
}

const QuestionRating& lowest_of(const std::vector<QuestionRating>& questions) {
  return *std::ranges::find_if(questions, &QuestionRating::decides);
}

std::vector<framework::LensCode> lenses_that_decide(const std::vector<QuestionRating>& questions) {
  std::vector<framework::LensCode> lenses;
  for (const auto& question : questions)
    if (question.decides) lenses.push_back(question.lens);
  return lenses;
}

/// "Within so many percentage points of a boundary": looks at both ends of the band.
void add_near_edges(const Edition& edition, const std::vector<QuestionRating>& questions,
                    std::vector<DiscretionReason>& reasons) {
  const auto& rule = required(edition.bands);
  const auto& bands = rule.bands;
  const auto& lowest = lowest_of(questions);
  const auto figure = figure_of(rule, lowest.share);
  const auto margin = *Fraction::of(required(edition.discretion).margin_points, 1);
  const auto at = static_cast<std::size_t>(
      std::ranges::find(bands, lowest.band, &framework::Band::rating) - bands.begin());
  const auto consider = [&](Direction direction, Percent edge, Rating beyond) {
    const auto distance = distance_between(figure, edge);
    if (distance > margin) return;
    reasons.push_back(
        {.kind = DiscretionReason::Kind::NearEdge,
         .direction = direction,
         .would_give = beyond,
         .lenses = lenses_that_decide(questions),
         .edge = edge,
         .distance = distance,
         .after = std::nullopt,
         .sentence = near_edge_sentence(edition, lowest.share, direction, edge, distance, beyond)});
  };
  if (at + 1 < bands.size()) consider(Direction::Up, bands[at].below, bands[at + 1].rating);
  if (at > 0) consider(Direction::Down, bands[at].from, bands[at - 1].rating);
}

/// "Or where a change in one judgement would change the rating": tries each question each way.
void add_changed_judgements(const Edition& edition, const framework::Standard& standard,
                            const std::vector<QuestionRating>& questions,
                            std::vector<DiscretionReason>& reasons) {
  const auto now = lowest_of(questions).band;
  for (const auto direction : {Direction::Up, Direction::Down}) {
    for (const auto& changed : questions) {
      const auto yes = changed.share.met() + (direction == Direction::Up ? 1 : -1);
      const auto after = Share::of(yes, changed.share.judged());
      if (!after) continue;
      auto lowest = band_of(required(edition.bands), *after);
      for (const auto& other : questions)
        if (&other != &changed) lowest = std::min(lowest, other.band);
      if (lowest == now) continue;
      const auto same = std::ranges::find_if(reasons, [&](const DiscretionReason& reason) {
        return reason.kind == DiscretionReason::Kind::ChangedJudgement &&
               reason.direction == direction && reason.would_give == lowest &&
               reason.after->met() == after->met() && reason.after->judged() == after->judged();
      });
      if (same != reasons.end()) {
        same->lenses.push_back(changed.lens);
        continue;
      }
      reasons.push_back({.kind = DiscretionReason::Kind::ChangedJudgement,
                         .direction = direction,
                         .would_give = lowest,
                         .lenses = {changed.lens},
                         .edge = {},
                         .distance = {},
                         .after = *after,
                         .sentence = {}});
    }
  }
  for (auto& reason : reasons)
    if (reason.kind == DiscretionReason::Kind::ChangedJudgement)
      reason.sentence = changed_judgement_sentence(edition, standard, reason);
}

}  // namespace

std::vector<DiscretionReason> reasons_for_discretion(const Edition& edition,
                                                     const framework::Standard& standard,
                                                     const std::vector<QuestionRating>& questions) {
  std::vector<DiscretionReason> reasons;
  if (!edition.discretion || !edition.bands || questions.empty()) return reasons;
  add_near_edges(edition, questions, reasons);
  if (required(edition.discretion).changed_judgements > 0)
    add_changed_judgements(edition, standard, questions, reasons);
  return reasons;
}

Status check_decision(const Edition& edition, const Decision& decision) {
  const auto& name = decision.standard.text();
  if (!edition.find(decision.standard))
    return Error{ErrorCode::Invalid,
                 fmt::format("There is no standard \"{}\" in {}. Write one of its standards.", name,
                             edition.code.text()),
                 name};
  if (trim(decision.by).empty())
    return Error{
        ErrorCode::Invalid,
        fmt::format(
            "The decision on {} has no name. A decision is somebody's: say whose under \"by\".",
            name),
        name};
  if (trim(decision.reason).empty())
    return Error{ErrorCode::Invalid,
                 fmt::format("The decision on {} has no reason. Say why under \"reason\".", name),
                 name};
  if (!decision.on.ok())
    return Error{
        ErrorCode::Invalid,
        fmt::format("The decision on {} has no date. Say when it was made under \"on\".", name),
        name};
  if (decision.rating.place >= edition.scale.size())
    return Error{
        ErrorCode::Invalid,
        fmt::format("The decision on {} names no rating of {}.", name, edition.code.text()), name};
  return done();
}

Status allows(const Edition& edition, const framework::Standard& standard,
              const StandardRating& computed, const Decision& decision) {
  NL_CHECK(check_decision(edition, decision));
  const auto& name = standard.code.text();
  if (!computed.computed)
    return Error{ErrorCode::Invalid,
                 fmt::format("There is a decision on {} and no count of cases that it could depart "
                             "from. Give the counts, or "
                             "take the decision out.",
                             name),
                 name};
  const auto from = *computed.computed;
  if (decision.rating == from) return done();
  if (!edition.discretion) return edition.incomplete(framework::Part::Discretion);

  const auto up = decision.rating > from;
  const auto bands = static_cast<std::int64_t>(up ? decision.rating.place - from.place
                                                  : from.place - decision.rating.place);
  const auto most = required(edition.discretion).most_bands;
  if (bands > most)
    return Error{ErrorCode::Invalid,
                 fmt::format("The decision moves {} by {}, from {} to {}. A panel may move a "
                             "rating {} at most. Decide "
                             "within that, or look at the judgements again.",
                             name, counted(bands, "band", "bands"), edition.name(from),
                             edition.name(decision.rating),
                             most == 1 ? std::string("one band") : counted(most, "band", "bands")),
                 name};
  if (!computed.discretion.may_move(up ? Direction::Up : Direction::Down))
    return Error{
        ErrorCode::Invalid,
        fmt::format("Discretion may not be considered {} on {}: its figures are not "
                    "within {} points of that edge{}. "
                    "The computed rating, {}, stands.",
                    up ? "upwards" : "downwards", name, required(edition.discretion).margin_points,
                    required(edition.discretion).changed_judgements > 0
                        ? ", and no one changed judgement would cross it"
                        : "",
                    edition.name(from)),
        name};
  return done();
}

bool Discretion::may_move(Direction direction) const {
  return std::ranges::any_of(because,
                             [&](const auto& reason) { return reason.direction == direction; });
}

bool InspectionRating::is_not_known(const framework::StandardCode& standard) const {
  return std::ranges::any_of(not_rated, [&](const NotRated& entry) {
    return entry.not_known && entry.standard == standard;
  });
}

const StandardRating* InspectionRating::find(const framework::StandardCode& standard) const {
  const auto found = std::ranges::find(standards, standard, &StandardRating::standard);
  return found == standards.end() ? nullptr : &*found;
}

}  // namespace northlight::rating
