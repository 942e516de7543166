#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/people.hpp"
#include "store/children.hpp"

/// The files behind "What can this person see, and why?", one by one.
namespace northlight::casework {

/// What lets somebody find a file.
struct SightReason {
  enum class Why {
    OwnCase,   ///< Allocated to them.
    Cover,     ///< They cover for `name`, who stands to it so.
    TeamCase,  ///< Of their team, `name`.
    Service,   ///< Their role finds every case of its service.
    Sample,    ///< Drawn in the sample `name`.
    Invited,   ///< Asked in by `name`; of a file of another service, by that service.
    Named,  ///< The file is restricted, and they are named on it: without it nothing else counts.
  };
  Why why = Why::Service;
  std::string name{};
  std::optional<platform::Instant> from{};
  std::optional<platform::Instant> until{};
};

struct ExplainedFile {
  domain::FileId file;
  bool victim = false;
  std::string where{};  ///< The teams whose case it is; of another service's file the service.
  std::vector<SightReason> reasons{};
  /// Only where the asker may find the child, too: who explains what others see learns nothing of
  /// the children by it.
  std::optional<store::ListedChild> child{};
};

struct ExplainedFiles {
  store::Person person;
  std::vector<ExplainedFile> files{};    ///< By their numbers.
  std::optional<domain::FileId> next{};  ///< The next page begins after this file.
};

/// By the roles that the person holds in that organisation, and no others. The line of the trail
/// names the files that were shown.
Result<ExplainedFiles> explain_files(Gate& gate, const Asker& asker,
                                     domain::OrganisationId organisation, domain::PersonId person,
                                     const std::optional<domain::FileId>& after, std::size_t most);

}  // namespace northlight::casework
