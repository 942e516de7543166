#include "store/whose_file.hpp"

#include "store/children.hpp"
#include "store/files.hpp"
#include "store/victims.hpp"

namespace northlight::store {

Result<WhoseFile> whose_file(Session& session, const Grant& grant) {
  NL_TRY(kind, kind_of(session, grant));
  WhoseFile whose{.of_victim = kind == FileKind::Victim};
  if (whose.of_victim) {
    NL_TRY(row, victim(session, grant));
    NL_TRY(name, victim_name(session, grant));
    whose.name = name.reveal().empty() ? Sensitive<std::string>(row.reference) : std::move(name);
    whose.reference = std::move(row.reference);
    return whose;
  }
  const auto found = child(session, grant);
  if (found)
    whose.name = Sensitive(found->given_names.reveal() + " " + found->family_name.reveal());
  else if (found.error().code != ErrorCode::NotFound)
    return found.error();
  return whose;
}

}  // namespace northlight::store
