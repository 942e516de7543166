#pragma once

#include <string>
#include <vector>

#include "casework/children.hpp"
#include "store/records.hpp"
#include "web/views/record_view.hpp"

namespace northlight::web::views {

/// A form of which a record may be begun.
struct FormChoice {
  std::string code;
  std::string title;
  std::string summary;
};

/// The first page of a file, a child's or a victim's.
struct FileModel {
  RecordPlace place;
  const casework::CaseFile& file;
  const Sensitive<std::string>& victim_name;  ///< Of a victim's; empty while no record says it.
  const std::vector<store::RecordHead>& records;
  const std::map<std::string, std::string>& form_titles;  ///< By the form's code.
  const Names& names;
  const std::map<domain::TeamId, std::string>& teams;
  Date today{};
  platform::Instant at{};
  std::int64_t unread = 0;        ///< Of what was sent in.
  bool answers_requests = false;  ///< They may write down a request for what is held.
};
html::Html file_page(const Shell& shell, const FileModel& model);

/// Which kind of record to begin.
struct NewRecordModel {
  RecordPlace place;
  std::vector<FormChoice> forms;
  std::string chosen{};
  std::string error{};
};
html::Html new_record_page(const Shell& shell, const NewRecordModel& model);

/// "Why do you need this file?": asked before a file of one's service that one does not work with
/// is opened. Nothing on the page says whose it is.
struct ReasonModel {
  domain::FileId file;
  std::string form_token;
  std::string next;
  std::string typed{};
  std::string error{};
};
html::Html reason_page(const Shell& shell, const ReasonModel& model);

}  // namespace northlight::web::views
