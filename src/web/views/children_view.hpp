#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/sensitive.hpp"
#include "casework/children.hpp"
#include "casework/people.hpp"
#include "store/cases.hpp"
#include "store/children.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// Whose children a list shows.
enum class Whose { Mine, Team, All };
std::string_view code(Whose whose);  ///< "mine", as addresses have it.
Whose parse_whose(std::string_view code);

/// The pages about children across files.
enum class ChildrenPart { Mine, Team, All, Due, TeamDue, Notices, None };
/// Whose work somebody looks after besides their own: what is due is their team's or the service's,
/// and nobody's of those who read no file by their work with a child (an inspector reads a sample).
enum class WorksIn { Team, Service, Nowhere };
html::Html children_navigation(ChildrenPart active, WorksIn works_in);

/// The list of children, or the answer to a name that was typed. The name is
/// sent in the body of a form: an address never holds one.
struct ChildrenList {
  std::string form_token;
  Date today{};
  Whose whose = Whose::Mine;
  WorksIn works_in = WorksIn::Team;
  std::vector<store::ListedChild> children{};
  std::vector<store::CaseInList> cases{};
  std::optional<domain::FileId> next{};
  std::vector<casework::SendsInto> sends{};       ///< Whom they send things to without reading.
  std::optional<Sensitive<std::string>> typed{};  ///< Only of a search.
  std::vector<casework::NamedCover> covers{};     ///< For whom the reader covers now.
  std::optional<domain::PersonId> lent_by{};      ///< Only whom one of those lends them.
  platform::Instant now{};
  bool may_add = false;
  bool cut = false;           ///< Of a search: there may be more than are shown.
  bool team_instead = false;  ///< None is allocated to them: their team's are shown at once.
  bool given_away = false;    ///< They have just given a case away, and the file with it.
};

html::Html children_page(const Shell& shell, const ChildrenList& model);

/// "14", or "not known".
std::string age_words(const std::optional<Date>& born_on, Date today);

/// "Ash (Ashley) Whitcombe": what they are known as first.
std::string shown_name(const Sensitive<std::string>& given, const Sensitive<std::string>& family,
                       const Sensitive<std::optional<std::string>>& known_as);

}  // namespace northlight::web::views
