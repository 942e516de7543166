#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/file_desk.hpp"
#include "web/fields.hpp"
#include "web/views/people_view.hpp"
#include "web/views/record_view.hpp"

/// The forms about a file: its facts, its cases and who works on them, what closes it.
namespace northlight::web::views {

/// A form about a file, as it is opened or as it was sent.
struct FileForm {
  RecordPlace place;
  const casework::FileDesk& desk;
  const Names& names;
  const Fields& typed;
  Wrong wrong{};
  platform::Instant at{};
  std::optional<domain::CaseId> child_case{};
};

html::Html child_details_page(const Shell& shell, const FileForm& form);
html::Html victim_details_page(const Shell& shell, const FileForm& form);
html::Html new_case_page(const Shell& shell, const FileForm& form);
html::Html allocation_page(const Shell& shell, const FileForm& form);
html::Html closing_page(const Shell& shell, const FileForm& form);
html::Html marks_page(const Shell& shell, const FileForm& form);
/// For whoever restricted a file without naming themself.
html::Html restricted_page(const Shell& shell, Section section);

/// All cases of the file, who works on them, and who did.
struct CasesModel {
  RecordPlace place;
  const casework::CaseFile& file;
  const Names& names;
  const std::map<domain::TeamId, std::string>& teams;
  platform::Instant at{};
};
html::Html cases_page(const Shell& shell, const CasesModel& model);

/// A child whom the service may know already.
struct KnownChild {
  store::ListedChild child;
  bool same_birthday = false;
};

struct AddChildForm {
  casework::ServiceDesk desk;
  std::string form_token;
  const Fields& typed;
  Wrong wrong{};
  std::vector<KnownChild> known{};  ///< Shown before a child is added beside them.
};
html::Html add_child_page(const Shell& shell, const AddChildForm& form);

/// The case of that id among the file's; null when there is none.
const store::CaseRow* case_in(const casework::CaseFile& file,
                              const std::optional<domain::CaseId>& id);

}  // namespace northlight::web::views
