#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"

/// People of partner agencies and panels who are asked in to a child's file for a time. Who works
/// where in other organisations is nobody's to browse: offered are those of the file's own service
/// and of agencies that it has asked in before; somebody else is found by typing the whole address
/// that they sign in with. Nobody of another youth justice service is asked in.
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;

/// Somebody who sits on panels or answers for a partner agency.
struct Invitable {
  domain::PersonId person;
  domain::OrganisationId organisation;
  std::string words;  ///< "Osier Greylag, Partner contributor, Fernside School Partnership"
};
/// Who is offered for the file of the grant, by organisation and role.
Result<std::vector<Invitable>> who_may_be_invited(store::Session& session,
                                                  const accounts::Policy& policy,
                                                  const store::Grant& grant);

/// Asks somebody to contribute, until that moment: one of those who are offered, for that
/// organisation; or, without these, whoever signs in with that address.
struct NewInvitation {
  std::optional<domain::PersonId> person{};
  std::optional<domain::OrganisationId> organisation{};
  platform::Instant until{};
  std::string asked{};    ///< What they are asked, in words for them.
  std::string address{};  ///< Typed, in whatever case.
};
/// Gives the id by which it ends. Fails with Invalid (where: "person", "address", "until",
/// "asked"). An address that nobody has is answered as that of somebody who may not be asked in;
/// each try is a line of the trail.
Result<std::string> invite(Gate& gate, const platform::Keys& keys, const Asker& asker,
                           domain::FileId file, const NewInvitation& invitation);

Status end_invitation(Gate& gate, const Asker& asker, domain::FileId file,
                      const std::string& invitation);

}  // namespace northlight::casework
