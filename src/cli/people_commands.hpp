#pragma once

#include <optional>
#include <string>

#include "cli/data_folders.hpp"
#include "cli/exit_status.hpp"
#include "cli/streams.hpp"

/// The commands about organisations and people. The first administrator of a service comes from
/// here; everybody else may come from the pages. There is no password to begin with.
namespace northlight::cli {

struct OrganisationAddOptions {
  std::string database;
  std::string name;
  std::string kind;
  std::optional<std::string> slug{};  ///< Made from the name unless given.
};
ExitStatus organisation_add(const OrganisationAddOptions&, const DataFolders&, Streams&);

struct PersonAddOptions {
  std::string database;
  std::string name;
  std::string sign_in_name;
  std::string role;
  std::string organisation;           ///< Its name, or its short name.
  std::optional<std::string> kind{};  ///< Adds the organisation where there is none of that name.
  std::optional<std::string> team{};  ///< By name; added where there is none.
  std::optional<std::string> keys{};
  std::string base_url{};
};
ExitStatus person_add(const PersonAddOptions&, const DataFolders&, Streams&);

struct PersonListOptions {
  std::string database;
  std::string organisation;
  Format format = Format::Text;
};
ExitStatus person_list(const PersonListOptions&, const DataFolders&, Streams&);

struct PersonLeaveOptions {
  std::string database;
  std::string sign_in_name;
  std::string organisation;
  std::optional<std::string> last_day{};  ///< Today unless given.
};
ExitStatus person_leave(const PersonLeaveOptions&, const DataFolders&, Streams&);

struct PersonLinkOptions {
  std::string database;
  std::string sign_in_name;
  std::optional<std::string> keys{};
  std::string base_url{};
  bool forget_second_factor = false;  ///< They set up another when they next sign in.
};
ExitStatus person_link(const PersonLinkOptions&, const DataFolders&, Streams&);

}  // namespace northlight::cli
