#include "web/pages/people_requests.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::web {

bool PeopleRequest::may(domain::Action action) const {
  const auto where = casework::organisations_where(site.people->policy, asker(), action);
  return std::ranges::find(where, organisation) != where.end();
}

views::PeopleFrame PeopleRequest::frame() const {
  return {.policy = site.people->policy,
          .form_token = request.form_token,
          .may_manage = may(domain::Action::ManagePeople),
          .may_cover = may(domain::Action::ArrangeCover),
          .may_explain = may(domain::Action::ExplainSight)};
}

std::optional<PeopleRequest> people_request(const Site& site, const Request& request,
                                            domain::Action action) {
  const auto& asker = request.visitor->asker;
  if (asker.roles.empty()) return std::nullopt;
  const auto where = casework::organisations_where(site.people->policy, asker, action);
  return PeopleRequest{site, request,
                       where.empty() ? asker.roles.front().organisation : where.front()};
}

Result<casework::PersonPage> person_in(const PeopleRequest& asked) {
  NL_TRY(person, asked.request.parameters.id<domain::PersonId>("person"));
  return casework::open_person(asked.gate(), asked.asker(), asked.organisation, person);
}

Result<Date> day_of(const views::TypedDay& typed, const std::string& name) {
  const auto wrong = [&](std::string message) {
    return Error{ErrorCode::Invalid, std::move(message), name};
  };
  if (typed.day.empty() || typed.month.empty() || typed.year.empty())
    return wrong("Enter the day, the month and the year");
  const auto date = parse_written_date(typed.day + "/" + typed.month + "/" + typed.year);
  if (!date) return wrong("Enter a day that exists, like 27 3 2027");
  return *date;
}

std::optional<views::Wrong> wrong_of(const Error& error) {
  if (error.where.empty() ||
      (error.code != ErrorCode::Invalid && error.code != ErrorCode::Conflict))
    return std::nullopt;
  return views::Wrong{error.where, error.message};
}

}  // namespace northlight::web
