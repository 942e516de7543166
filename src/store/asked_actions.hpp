#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/sensitive.hpp"
#include "forms/answers.hpp"
#include "store/records.hpp"

namespace northlight::store {

/// Work that somebody asked for on countersigning a record or sending it back.
struct AskedAction {
  IdBits id{};
  std::int64_t n = 0;                       ///< The version that asks.
  std::optional<forms::FieldPath> about{};  ///< Nothing: the whole record.
  Sensitive<std::string> what{};
  domain::PersonId owner;
  std::optional<Date> due_on{};
  std::optional<std::int64_t> answered_by_version{};
  std::optional<Sensitive<std::string>> answer{};

  bool open() const { return !answered_by_version.has_value(); }
};

/// Of one record, oldest first.
Result<std::vector<AskedAction>> asked_actions(Session& session, const Grant& grant,
                                               domain::RecordId record);

/// `answered_by_version` and `answer` are not looked at.
Status ask_action(Transaction& transaction, const Grant& grant, domain::RecordId record,
                  const AskedAction& action);

/// Says what was done about it in which version. NotFound when it is not of this record, Conflict
/// when it was answered already.
Status answer_action(Transaction& transaction, const Grant& grant, domain::RecordId record,
                     const IdBits& action, std::int64_t n, std::string_view words);

}  // namespace northlight::store
