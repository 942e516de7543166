#include "casework/history.hpp"

#include <algorithm>

#include "accounts/acts.hpp"

namespace northlight::casework {
namespace {

using domain::Action;
using store::Grant;
using store::Session;

Result<StoodRecord> stood(const store::Archive& archive, store::RecordHead head,
                          store::Version version) {
  NL_TRY(form, store::form_of(archive, head.form, head.edition));
  return StoodRecord{std::move(head), form, std::move(version)};
}

}  // namespace

Result<std::vector<StoodRecord>> file_as_it_stood(Gate& gate, const store::Archive& archive,
                                                  const Asker& asker, FileId file, Date day) {
  return gate.read(asker, Action::ReadFile, file,
                   {.called = accounts::act("file-as-it-stood", {{"day", iso(day)}})},
                   [&](Session& session, const Grant& grant) -> Result<std::vector<StoodRecord>> {
                     NL_TRY(heads, store::records_of(session, grant));
                     std::vector<StoodRecord> records;
                     for (auto& head : heads) {
                       NL_TRY(version, store::version_on(session, grant, archive, head.id, day));
                       if (!version) continue;
                       NL_TRY(record, stood(archive, std::move(head), *std::move(version)));
                       records.push_back(std::move(record));
                     }
                     return records;
                   });
}

Result<std::vector<StoodRecord>> file_up_to(Gate& gate, const store::Archive& archive,
                                            const Asker& asker, FileId file, Date day) {
  return gate.read(
      asker, Action::ReadFile, file, {.called = accounts::act("file-up-to", {{"day", iso(day)}})},
      [&](Session& session, const Grant& grant) -> Result<std::vector<StoodRecord>> {
        NL_TRY(heads, store::records_of(session, grant));
        std::vector<StoodRecord> records;
        for (auto& head : heads) {
          if (!head.effective_on || *head.effective_on > day) continue;
          NL_TRY(version, store::version_of(session, grant, archive, head.id, head.last_version));
          NL_TRY(record, stood(archive, std::move(head), std::move(version)));
          records.push_back(std::move(record));
        }
        std::ranges::stable_sort(records, std::ranges::greater{}, [](const StoodRecord& record) {
          return *record.head.effective_on;
        });
        return records;
      });
}

Result<StoodRecord> see_version(Gate& gate, const store::Archive& archive, const Asker& asker,
                                FileId file, RecordId record, std::int64_t version) {
  return gate.read(asker, Action::ReadFile, file,
                   {.record = record, .version = version, .called = accounts::act("version-read")},
                   [&](Session& session, const Grant& grant) -> Result<StoodRecord> {
                     NL_TRY(head, store::record_head(session, grant, record));
                     NL_TRY(found, store::version_of(session, grant, archive, record, version));
                     return stood(archive, std::move(head), std::move(found));
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
