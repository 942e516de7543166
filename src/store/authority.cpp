#include "store/authority.hpp"

#include <string>

namespace northlight::store {

Result<std::optional<std::int64_t>> authority_version(Session& session) {
  if (session.engine() != Engine::Sqlite) return std::optional<std::int64_t>{};
  NL_TRY(version, session.value<std::int64_t>("select version from authority where id = 1"));
  return std::optional(version);
}

Result<std::optional<platform::Instant>> next_change_of_cover(Session& session,
                                                              domain::PersonId covering,
                                                              platform::Instant at) {
  NL_TRY(next, session.value<std::optional<std::string>>(
                   "select min(case when from_at > :at then from_at else until_at end) from cover "
                   "where covering_id = :person and until_at > :at",
                   {{"at", platform::iso(at)}, {"person", covering.text()}}));
  if (!next) return std::optional<platform::Instant>{};
  NL_TRY(instant, platform::parse_instant(*next));
  return std::optional(instant);
}

}  // namespace northlight::store
