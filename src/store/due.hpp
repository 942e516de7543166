#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/record.hpp"
#include "forms/code.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What somebody has still to do, across the files of a scope.
namespace northlight::store {

/// A record that is not finished: begun or written in since its last version, sent back, or signed
/// and waiting for a second signature.
struct UnfinishedRow {
  domain::FileId file;
  domain::RecordId record;
  forms::FormCode form;
  std::optional<domain::VersionState> state{};  ///< Of the last version; nothing: none is saved.
  bool has_draft = false;
  platform::Instant since{};  ///< When it was begun or its last version was recorded.
  domain::PersonId by;        ///< Who began it or recorded that version.
};
/// The longest waiting first. `countersigned`: the forms that want a second signature; a signed
/// record of another form is finished.
Result<std::vector<UnfinishedRow>> unfinished(Session& session, const ListGrant& grant,
                                              const std::vector<forms::FormCode>& countersigned,
                                              std::size_t most);

/// Something that is to be done by a day: what a manager asked for, an action or a review of a
/// plan that somebody stands behind.
struct PromisedRow {
  domain::FileId file;
  domain::RecordId record;
  forms::FormCode form;
  Sensitive<std::string> what;
  std::string owner;  ///< In the words of the record; of what was asked, by name.
  std::optional<Date> due_on{};
};
/// What is due by that day or has no day, the earliest first.
Result<std::vector<PromisedRow>> promised(Session& session, const ListGrant& grant, Date by,
                                          std::size_t most);

}  // namespace northlight::store
