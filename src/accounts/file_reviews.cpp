#include "accounts/file_reviews.hpp"

#include <algorithm>
#include <array>

#include "accounts/acts.hpp"
#include "domain/access.hpp"

namespace northlight::accounts {
namespace {

using domain::Action;

constexpr std::array<std::string_view, 5> acts_of_review{
    "retention-facts", "retention-kept", "erasure-decided", "erasure-confirmed", "erasure-refused"};

bool opens_what_is_due(const ActParts& act) {
  return act.code == code(Action::ReviewRetention) && act.fact("review") == "due";
}

}  // namespace

void FileReviews::note(domain::PersonId person, domain::FileId file, platform::Instant at,
                       std::string_view action) {
  if (opens_what_is_due(parts_of_act(action)))
    opened_.emplace(person, file, platform::day_in_london(at));
}

bool FileReviews::has(domain::PersonId person, domain::FileId file, platform::Instant at,
                      std::string_view action) const {
  const auto act = parts_of_act(action);
  if (!opens_what_is_due(act) &&
      std::ranges::find(acts_of_review, act.code) == acts_of_review.end())
    return false;
  return opened_.contains({person, file, platform::day_in_london(at)});
}

}  // namespace northlight::accounts
