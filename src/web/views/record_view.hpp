#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounts/policy.hpp"
#include "casework/history.hpp"
#include "casework/records.hpp"
#include "web/child_paths.hpp"
#include "web/fields.hpp"
#include "web/views/answer_words.hpp"
#include "web/views/layout.hpp"
#include "web/views/people_view.hpp"

/// The pages of one record of a file.
namespace northlight::web::views {

/// The names of those who work there, by whom a record was written.
using Names = std::map<domain::PersonId, std::string>;
std::string name_of(const Names& names, const domain::PersonId& person);

/// The parts of a file, as the navigation under the name has them; a victim's has fewer.
enum class FilePart { Overview, Work, Past, SentIn, Sharing, Links, Marks };

/// What stands over every page of a file.
struct RecordPlace {
  FileAddress file;
  std::string whose;  ///< As the identity bar shows them: a child's name, a victim's reference.
  std::string form_token;
  std::string facts{};      ///< "14 years old. Court order. Restricted file."
  accounts::Actions may{};  ///< What the reader may do with it.
  FilePart part = FilePart::Overview;
};

/// Reading: the last version, what is being typed, versions and what was asked
/// for.
struct RecordModel {
  const RecordPlace& place;
  const casework::OpenRecord& record;
  const Names& names;
  domain::PersonId reader;
  std::string done{};  ///< What was just done, in words.
  Fields typed{};      ///< What was sent to its writer, where something is wrong with it.
  Wrong wrong{};
};
html::Html record_page(const Shell& shell, const RecordModel& model);

/// Writing.
struct RecordEdit {
  const RecordPlace& place;
  const casework::OpenRecord& record;
  const Names& names;
  const forms::Answers& answers;  ///< The draft, up to what the page says it has seen.
  std::string page;               ///< This page's own number.
  domain::PersonId writer;        ///< Whose page it is: what is typed on it is theirs.
  std::vector<Error> errors{};
  std::string notice{};
};
html::Html record_edit_page(const Shell& shell, const RecordEdit& model);

/// One version as it was recorded.
struct VersionModel {
  const RecordPlace& place;
  const casework::StoodRecord& stood;
  const Names& names;
};
html::Html version_page(const Shell& shell, const VersionModel& model);

struct ComparisonModel {
  const RecordPlace& place;
  domain::RecordId record;
  const casework::Comparison& comparison;
  const Names& names;
  std::int64_t last = 0;  ///< Version of the record.
};
html::Html comparison_page(const Shell& shell, const ComparisonModel& model);

/// Where two people wrote in one place: both texts, to choose one or join them.
struct ClashesModel {
  const RecordPlace& place;
  const casework::OpenRecord& record;
  const Names& names;
  std::string error{};
};
html::Html clashes_page(const Shell& shell, const ClashesModel& model);

/// Saying what was done about something that a manager asked for.
struct AskedModel {
  const RecordPlace& place;
  const casework::OpenRecord& record;
  const store::AskedAction& asked;
  const Names& names;
  std::string typed{};
  std::string error{};
};
html::Html asked_page(const Shell& shell, const AskedModel& model);

std::string state_words(domain::VersionState state);
/// "10:42", in London.
std::string clock_words(platform::Instant moment);

}  // namespace northlight::web::views
