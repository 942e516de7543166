#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "casework/children.hpp"
#include "store/victims.hpp"

/// Victims' files, behind the wall: begun and found. What else is done with one is done as with a
/// child's (casework/children, records, file_marks).
namespace northlight::casework {

/// A victim's file begins with its case, so that it is somebody's from then on; whose it is, its
/// records say. Fails with Invalid (where: "reference", "opened_on", "team", "person") and with
/// Conflict where the reference is given already.
Result<domain::FileId> add_victim(Gate& gate, const Asker& asker, domain::OrganisationId service,
                                  std::string_view reference, const NewCase& first);

/// Puts right what the file is called in lists and the day on which the work with the victim began:
/// the first day of the case that was opened first. What stands there already is done already.
/// Fails with Invalid (where: "reference" for none, and for the victim's own name; "opened_on" for
/// a day to come, or after that case was closed) and Conflict (as above).
Status correct_victim(Gate& gate, const Asker& asker, domain::FileId file,
                      std::string_view reference, Date first_day);

/// The case that was opened first; null where there is none.
const store::CaseRow* first_case(const std::vector<store::CaseRow>& cases);

/// Whether the file is a victim's, for whoever may find it.
Result<bool> is_of_victim(Gate& gate, const Asker& asker, domain::FileId file);

/// A page of a list: references, never a name.
struct VictimsPage {
  std::vector<store::ListedVictim> victims;
  std::vector<store::CaseInList> cases{};  ///< The open ones.
  std::optional<domain::FileId> next{};    ///< The next page begins after this file.
};

/// The victims' files that the asker may find in these relations, by reference, after that file.
Result<VictimsPage> list_victims(Gate& gate, const Asker& asker, const accounts::Among& whose,
                                 const std::optional<domain::FileId>& after, std::size_t most);

}  // namespace northlight::casework
