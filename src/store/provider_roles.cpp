#include "store/provider_roles.hpp"

#include <algorithm>

namespace northlight::store {

Result<std::vector<RoleRow>> roles_from_provider(Session& session, std::string_view issuer,
                                                 domain::PersonId person, Date today) {
  NL_TRY(noted, session.rows<std::string>("select role_held_id from provider_role "
                                          "where person_id = :person and issuer = :issuer",
                                          {{"person", person.text()}, {"issuer", issuer}}));
  NL_TRY(held, roles_in_force(session, person, today));
  std::erase_if(held, [&](const RoleRow& role) {
    return std::ranges::find(noted, role.id.text()) == noted.end();
  });
  return std::move(held);
}

Status note_provider_role(Transaction& transaction, RoleHeldId role, std::string_view issuer,
                          domain::PersonId person) {
  NL_CHECK(
      transaction.run("insert into provider_role (role_held_id, issuer, person_id) "
                      "values (:id, :issuer, :person)",
                      {{"id", role.text()}, {"issuer", issuer}, {"person", person.text()}}));
  return done();
}

Status forget_provider_role(Transaction& transaction, RoleHeldId role) {
  NL_CHECK(
      transaction.run("delete from provider_role where role_held_id = :id", {{"id", role.text()}}));
  return done();
}

}  // namespace northlight::store
