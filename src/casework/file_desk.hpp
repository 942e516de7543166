#pragma once

#include <vector>

#include "casework/children.hpp"
#include "store/people.hpp"

/// A file as the forms about it need it.
namespace northlight::casework {

/// Somebody of the service who sees the file, restricted or not, once they are named on it.
struct Nameable {
  domain::PersonId person;
  bool may_lift = false;  ///< And may lift the restriction, or name others.
  bool works_on_it = false;
};

/// The file, and what its forms offer to choose from.
struct FileDesk {
  CaseFile file;
  std::vector<store::Team> teams{};       ///< Of the service, by name.
  std::vector<store::Person> people{};    ///< Who hold a role there today, by name.
  std::vector<store::Person> workers{};   ///< Those of them who work on cases of such a file.
  std::vector<domain::PersonId> named{};  ///< On a restricted file.
  std::vector<store::ConflictRow> conflicts{};
  std::vector<Nameable> nameable{};  ///< Who could go on seeing it if it were restricted.
};

/// For whoever may do that with the file: asked before a form is shown, not only when it is sent.
Result<FileDesk> open_desk(Gate& gate, const Asker& asker, domain::FileId file,
                           domain::Action action);

/// A service's teams and people, for the form that begins a file there: a victim's where the action
/// is AddVictim, a child's otherwise.
struct ServiceDesk {
  std::vector<store::Team> teams{};
  std::vector<store::Person> people{};
  std::vector<store::Person> workers{};  ///< Those of them who work on cases.
};
Result<ServiceDesk> open_service_desk(Gate& gate, const Asker& asker,
                                      domain::OrganisationId service, domain::Action action);

/// How use cases read a file that they were granted. Of use inside casework/ only.
Result<CaseFile> case_file(const Gate& gate, const Asker& asker, store::Session& session,
                           const store::Grant& grant, const accounts::Standing& how);
/// What somebody could do with the file if it were restricted and they were named; nothing where
/// they would not see it.
Result<std::optional<Nameable>> if_named(const Gate& gate, store::Session& session,
                                         const store::Grant& grant, domain::PersonId person);
/// What the asker may do with the file at once, by the one decision.
accounts::Actions may_do(const Gate& gate, const Asker& asker, const accounts::Standing& how);
Result<accounts::Actions> may_do(const Gate& gate, const Asker& asker, store::Session& session,
                                 domain::FileId file);
/// Whether the asker may read the file at once, as things stand in this session.
Result<bool> still_reads(const Gate& gate, const Asker& asker, store::Session& session,
                         domain::FileId file);
Result<FileDesk> file_desk(const Gate& gate, const Asker& asker, store::Session& session,
                           const store::Grant& grant, const accounts::Standing& how);

}  // namespace northlight::casework
