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
  bool named = false;      ///< On a restricted file: among those who go on seeing it.
  bool elsewhere = false;  ///< Of another service of the same program, where nobody who is tried
                           ///< has a role: no file is theirs by their service.
};
std::string words(const FileCase& made);

/// A file with something in it, so that whoever is let through finds what they ask for.
struct FileUnderTest {
  std::string file;
  std::string record;      ///< With two versions.
  std::string child_case;  ///< Open.
};

/// The service to which such a file belongs: the demonstration's, or the other one, which is added
/// when it is first asked for. Asks for a change of its own: not from within one.
domain::OrganisationId service_of_file(SiteUnderTest& site, const FileCase& made = {});

/// Adds a file to which that person stands so.
FileUnderTest add_file(SiteUnderTest& site, domain::PersonId person, const FileCase& made);
/// Likewise inside a change.
Result<FileUnderTest> add_file_in(store::Transaction& transaction, SiteUnderTest& site,
                                  domain::PersonId person, const FileCase& made);

/// Puts that mark on a file that is there. The conflict of interest is that person's, and they are
/// among the named where `named` says so; a walled file becomes a victim's.
void put_mark(SiteUnderTest& site, const std::string& file, domain::PersonId person,
              domain::Mark mark, bool named = false);

/// Somebody who works in that organisation and whom nothing else depends on.
domain::PersonId add_somebody(SiteUnderTest& site, domain::OrganisationId organisation);

}  // namespace northlight::testing
