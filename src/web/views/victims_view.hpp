#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/file_desk.hpp"
#include "casework/victims.hpp"
#include "web/fields.hpp"
#include "web/views/children_view.hpp"
#include "web/views/people_view.hpp"

/// The pages about victims across files. A file is shown by its reference; what the victim is
/// called is read in the file.
namespace northlight::web::views {

struct VictimsList {
  Whose whose = Whose::Mine;
  std::vector<store::ListedVictim> victims{};
  std::vector<store::CaseInList> cases{};
  std::optional<domain::FileId> next{};
  bool has_cases = false;  ///< The reader works with victims, and has a list of their own.
  bool may_add = false;
  bool given_away = false;  ///< They have just given a case away, and the file with it.
};
html::Html victims_page(const Shell& shell, const VictimsList& model);

struct AddVictimForm {
  casework::ServiceDesk desk;
  std::string form_token;
  const Fields& typed;
  Wrong wrong{};
};
html::Html add_victim_page(const Shell& shell, const AddVictimForm& form);

}  // namespace northlight::web::views
