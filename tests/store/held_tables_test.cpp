#include <doctest/doctest.h>

#include <set>

#include "tests/store/record_setting.hpp"

// Whoever asks what is held on them is told everything, or somebody has written down why not.
using namespace northlight;
using namespace northlight::testing;

TEST_CASE("each table that refers to a file is told of in an answer, or it is known why not") {
  RecordSetting setting(store::Engine::Sqlite);
  const std::set<std::string> told{"agreement",
                                   "allocation",
                                   "asked_action",
                                   "audit_entry",
                                   "basic_record",
                                   "case_outcome",
                                   "case_was",
                                   "child",
                                   "child_address",
                                   "child_case",
                                   "child_was",
                                   "conflict_of_interest",
                                   "draft",
                                   "draft_change",
                                   "file_feature",
                                   "file_mark",
                                   "first_day_was",
                                   "glass",
                                   "invitation_words",
                                   "personal_link",
                                   "record",
                                   "record_version",
                                   "retention_decision",
                                   "sample_case",
                                   "sent_in",
                                   "shared",
                                   "sight",
                                   "subject_request",
                                   "upload",
                                   "victim"};
  const std::set<std::string> made_from_those{
      "audit_named",        "child_name_key",       "projected_action",
      "projected_contact",  "projected_child_name", "projected_contingency",
      "projected_deadline", "projected_judgement",  "projected_risk"};
  const std::set<std::string> known_why_not{
      "draft_settled",       // Which of two texts was chosen: both are told of as drafts.
      "erasure",             // A number and a day, of a file that is no more.
      "file_key",            // A key.
      "file_named",          // Which of the staff go on seeing it; that it is restricted is told.
      "kept_form",           // What its writer has not sent yet: sealed, theirs, gone in a week.
      "notice",              // That a manager was told of a reason, which is told of itself.
      "sent_in_read",        // That a worker has read it.
      "subject_copy",        // The answers themselves, which they were given.
      "subject_correction",  // The work on an answer, of which they have the answer.
      "subject_decision",
      "subject_document",
      "subject_part_read"};
  const auto tables = setting.read([](store::Session& session) {
    return session.rows<std::string>(
        "select distinct m.name from sqlite_master m join pragma_table_info(m.name) p "
        "where m.type = 'table' and p.name in ('file_id', 'record_id', 'case_id', 'request_id') "
        "order by m.name");
  });
  for (const auto& table : tables) {
    CAPTURE(table);
    CHECK(told.count(table) + made_from_those.count(table) + known_why_not.count(table) == 1);
  }
}
