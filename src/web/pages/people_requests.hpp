#pragma once

#include <functional>
#include <optional>

#include "accounts/gate.hpp"
#include "casework/people.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/people_parts.hpp"

/// What the handlers of the pages about people share.
namespace northlight::web {

/// One request for such a page: who asks, and of which organisation.
struct PeopleRequest {
  const Site& site;
  const Request& request;
  domain::OrganisationId organisation;

  accounts::Gate& gate() const { return site.people->gate; }
  const accounts::Asker& asker() const { return request.visitor->asker; }
  Date today() const { return platform::day_in_london(asker().at); }
  views::Shell shell() const { return shell_for(site, request); }
  bool may(domain::Action action) const;
  views::PeopleFrame frame() const;
};

/// The organisation that a request is about: the first of the asker's in which they may do this,
/// otherwise the first of all, whose gate says no. Nothing for whoever holds no role.
std::optional<PeopleRequest> people_request(const Site& site, const Request& request,
                                            domain::Action action);

/// The person of the address, as the asker may see them.
Result<casework::PersonPage> person_in(const PeopleRequest& asked);

using views::typed_day;
/// Invalid, with the field's name, for what is no day.
Result<Date> day_of(const views::TypedDay& typed, const std::string& name);

/// The error of a form as the form shows it; nothing for what is no fault of what was typed.
std::optional<views::Wrong> wrong_of(const Error& error);

}  // namespace northlight::web
