#include "cli/people_parts.hpp"

#include "base/text.hpp"
#include "domain/slug.hpp"

namespace northlight::cli {

Result<store::OrganisationKind> kind_of(std::string_view typed) {
  if (const auto kind = store::parse_organisation_kind(typed)) return *kind;
  return Error{ErrorCode::Invalid,
               "'" + std::string(typed) + "' is neither service nor partner nor inspectorate",
               "--kind"};
}

std::string short_name_of(std::string_view name) {
  return domain::slug(domain::short_service_name(name));
}

Result<store::Organisation> organisation_named(store::Session& session, std::string_view typed) {
  NL_TRY(all, store::organisations(session));
  for (const auto& each : all)
    if (each.slug == typed || each.name == typed) return each;
  for (const auto& each : all)
    if (each.slug == short_name_of(typed)) return each;
  return Error{ErrorCode::NotFound,
               "There is no organisation '" + std::string(typed) +
                   "'. To add one: northlight organisation add",
               "--organisation"};
}

Error as_typed_here(Error error) {
  const auto option = replace_all(error.where, "_", "-");
  if (!error.where.empty() && !error.where.starts_with("--")) error.where = "--" + option;
  return error;
}

void say_link(Streams& streams, std::string_view base_url, std::string_view link) {
  streams.data << base_url << "/set-up/" << link << '\n';
  streams.words << "Whoever opens this page chooses that person's password: give it to them alone. "
                   "It works once, for 3 days, and earlier ones no more.\n";
}

Status note(store::Transaction& transaction, platform::Instant at,
            domain::OrganisationId organisation, std::string action,
            std::optional<domain::PersonId> about) {
  return store::append_audit(transaction, {.service = organisation,
                                           .at = at,
                                           .organisation = organisation,
                                           .operation = store::AuditOperation::Permission,
                                           .action = std::move(action),
                                           .about = about,
                                           .source = std::string(from_here)});
}

}  // namespace northlight::cli
