#pragma once

#include <optional>
#include <string>

#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "tests/journeys/people_under_test.hpp"

namespace northlight::testing {

/// How somebody stands to a file, and what lies on it.
struct FileCase {
  std::optional<domain::Relation> relation{};  ///< Of their own; a service's file is also its own.
  std::optional<domain::Mark> mark{};
  bool named = false;  ///< On a restricted file: among those who go on seeing it.
};
std::string words(const FileCase& made);

/// A file with something in it, so that whoever is let through finds what they ask for.
struct FileUnderTest {
  std::string file;
  std::string record;      ///< With two versions.
  std::string child_case;  ///< Open.
};

/// The service to which every file here belongs.
domain::OrganisationId service_of_files(SiteUnderTest& site);

/// Adds a file of the demonstration's service to which that person stands so.
FileUnderTest add_file(SiteUnderTest& site, domain::PersonId person, const FileCase& made);
/// Likewise inside a change.
Result<FileUnderTest> add_file_in(store::Transaction& transaction, SiteUnderTest& site,
                                  domain::PersonId person, const FileCase& made);

/// Somebody who works in that organisation and whom nothing else depends on.
domain::PersonId add_somebody(SiteUnderTest& site, domain::OrganisationId organisation);

}  // namespace northlight::testing
