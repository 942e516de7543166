#include "store/scope_counts.hpp"

#include <set>
#include <string>

#include "store/in_scope.hpp"

namespace northlight::store {
namespace {

Result<std::int64_t> count(Session& session, const SightScope& scope, bool victims) {
  const ScopeParts parts(scope, victims);
  std::set<std::string> files;
  for (const auto& part : parts.parts())
    NL_CHECK(session.each<std::string>(std::string("select c.file_id from ")
                                           .append(victims ? "victim" : "child")
                                           .append(" c join file f on f.id = c.file_id")
                                           .append(part.where),
                                       part.bound,
                                       [&](std::string file) { files.insert(std::move(file)); }));
  return static_cast<std::int64_t>(files.size());
}

}  // namespace

Result<ScopeCounts> count_scope(Session& session, const SightScope& scope) {
  NL_TRY(children, count(session, scope, false));
  NL_TRY(victims, count(session, scope, true));
  return ScopeCounts{children, victims};
}

}  // namespace northlight::store
