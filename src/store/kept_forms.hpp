#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// A form that came after its session had ended, or while somebody else was signed in; its content
/// is sealed.
struct KeptForm {
  domain::PersonId person;
  std::string sealed;
  platform::Instant ends_at;
  std::optional<domain::FileId> file{};  ///< That it is about, if any: it goes with the file.
};

/// Keeps it in place of the oldest where that person has `most` already; those past their end go.
/// Of who comes by a personal link it is about the file of the link. Fails with NotFound, and keeps
/// nothing, where the file was erased, or the link has ended.
Status keep_form(Transaction& transaction, std::string_view name, const KeptForm& form,
                 platform::Instant at, std::int64_t most);

/// One of somebody's, by the name under which it is kept.
struct FoundKeptForm {
  std::string name;
  std::string sealed;
  platform::Instant ends_at{};
};
/// Those of that person whose end has not come, the latest first.
Result<std::vector<FoundKeptForm>> kept_forms_of(Session& session, domain::PersonId person,
                                                 platform::Instant at);
/// Nothing happens to what is another's.
Status forget_kept_form(Transaction& transaction, domain::PersonId person, std::string_view name);
/// Those whose end has come by then.
Status forget_kept_forms_until(Transaction& transaction, platform::Instant at);

}  // namespace northlight::store
