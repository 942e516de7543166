#include "store/who_asked_in.hpp"

#include <string>
#include <utility>

#include "store/readable.hpp"

namespace northlight::store {

Result<std::optional<domain::PersonId>> who_asked_in(Session& session, domain::FileId file,
                                                     domain::PersonId asked, platform::Instant at) {
  Readable readable;
  NL_TRY(lines, readable.checked(session.rows<std::optional<std::string>, std::string>(
                    "select person_id, action from audit_entry where about_id = :asked and "
                    "file_id = :file and at = :at and "
                    "outcome = 'allowed' order by chain, number",
                    {{"asked", asked.text()}, {"file", file.text()}, {"at", platform::iso(at)}},
                    [&](const std::optional<std::string>& by, const std::string& action) {
                      return std::pair(readable.id<domain::PersonId>(by), action);
                    })));
  for (const auto& [by, action] : lines)
    if (action.starts_with("invited:")) return by;
  return std::optional<domain::PersonId>{};
}

}  // namespace northlight::store
