#include "casework/history.hpp"

#include "accounts/acts.hpp"

namespace northlight::casework {
namespace {

using domain::Action;
using store::Grant;
using store::Session;

}  // namespace

Result<StoodRecord> stood_record(const store::Archive& archive, store::RecordHead head,
                                 store::Version version) {
  NL_TRY(form, store::form_of(archive, head.form, head.edition));
  return StoodRecord{std::move(head), form, std::move(version)};
}

Result<StoodRecord> see_version(Gate& gate, const store::Archive& archive, const Asker& asker,
                                FileId file, RecordId record, std::int64_t version) {
  return gate.read(asker, Action::ReadFile, file,
                   {.record = record, .version = version, .called = accounts::act("version-read")},
                   [&](Session& session, const Grant& grant) -> Result<StoodRecord> {
                     NL_TRY(head, store::record_head(session, grant, record));
                     NL_TRY(found, store::version_of(session, grant, archive, record, version));
                     return stood_record(archive, std::move(head), std::move(found));
                   });
}

Result<Comparison> compare_versions(Gate& gate, const store::Archive& archive, const Asker& asker,
                                    FileId file, RecordId record, std::int64_t before,
                                    std::int64_t after) {
  return gate.read(
      asker, Action::ReadFile, file,
      {.record = record,
       .version = after,
       .called = accounts::act("versions-compared", {{"compared-with", std::to_string(before)}})},
      [&](Session& session, const Grant& grant) -> Result<Comparison> {
        NL_TRY(head, store::record_head(session, grant, record));
        NL_TRY(form, store::form_of(archive, head.form, head.edition));
        NL_TRY(first, store::version_of(session, grant, archive, record, before));
        NL_TRY(second, store::version_of(session, grant, archive, record, after));
        auto changes = compare(first.answers, second.answers);
        return Comparison{form, std::move(first), std::move(second), std::move(changes),
                          head.last_version};
      });
}

}  // namespace northlight::casework
