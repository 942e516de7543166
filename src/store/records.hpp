#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "domain/record.hpp"
#include "forms/form.hpp"
#include "platform/clock.hpp"
#include "store/archive.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// One record as a list of the file shows it: nothing of its content.
struct RecordHead {
  domain::RecordId id;
  forms::FormCode form;
  std::int64_t edition = 1;
  platform::Instant begun_at{};
  domain::PersonId begun_by;
  std::int64_t last_version = 0;  ///< 0: nothing was saved yet.
  std::int64_t last_seq = 0;      ///< 0: nothing was typed yet.
  std::int64_t saved_seq = 0;     ///< What was typed up to here is in the last version.
  std::optional<domain::VersionState> state{};  ///< Of the last version.
  std::optional<Date> effective_on{};
  std::optional<platform::Instant> recorded_at{};

  /// Whether something was typed since the last version.
  bool has_draft() const { return last_seq > saved_seq; }
};

/// How a record is named where several are: "Assessment, begun on 3 November 2026".
std::string record_title(const forms::Form& form, const RecordHead& record);

/// Of the file that the grant is for, latest begun first.
Result<std::vector<RecordHead>> records_of(Session& session, const Grant& grant);

/// NotFound when the file holds no such record.
Result<RecordHead> record_head(Session& session, const Grant& grant, domain::RecordId record);

/// Begins an empty record in an edition of a form. Conflict when the file has a record of a form of
/// which it may have one only.
Status begin_record(Transaction& transaction, const Grant& grant, const Archive& archive,
                    const forms::Form& form, domain::RecordId record);

/// One of the form that whoever asks began in the file, and in which nobody has written yet.
Result<std::optional<domain::RecordId>> untouched_record(Session& session, const Grant& grant,
                                                         const forms::FormCode& form);

}  // namespace northlight::store
