#pragma once

#include <string>
#include <string_view>

#include "accounts/people.hpp"
#include "cli/streams.hpp"
#include "store/audit_log.hpp"
#include "store/people.hpp"

/// What the commands about people share. Of use in cli/ only.
namespace northlight::cli {

inline constexpr std::string_view from_here = "command line";

/// "service", "partner" or "inspectorate"; otherwise says so.
Result<store::OrganisationKind> kind_of(std::string_view typed);

/// The organisation of that name or short name; NotFound says how to add one.
Result<store::Organisation> organisation_named(store::Session& session, std::string_view typed);

/// "Hollowbeck Youth Justice Service" -> "hollowbeck".
std::string short_name_of(std::string_view name);

/// Messages name the field of a form; here it is an option.
Error as_typed_here(Error error);

/// The link by which somebody chooses their password, and what to do with it.
void say_link(Streams& streams, std::string_view base_url, std::string_view link);

/// A line of the organisation's audit trail: something was done from here.
Status note(store::Transaction& transaction, platform::Instant at,
            domain::OrganisationId organisation, std::string action,
            std::optional<domain::PersonId> about);

}  // namespace northlight::cli
